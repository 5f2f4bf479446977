import type { Blip } from '#core/history/blip';
import type { BoardGroup } from '#core/history/board';
import type { StateSeconds } from '#core/history/rollup';
import type { Cause, Outage } from '#core/outage/outage';
import type { ShownState } from '#core/outage/shown-state';
import type { OutageUpdate, PublicUpdate } from '#core/outage/update';
import type { Layer } from '#core/run/layer';
import type { Localised } from '#core/time/duration';
import type { Instant } from '#core/time/time';
import type { Catalogue, Service } from '#core/watch/catalogue';
import type { Configuration, PageSettings } from '#core/watch/configuration';
import type { WindowOccurrence } from '#core/watch/maintenance';

/**
 * `live`: real portals. `simulated`: portals on this machine, marked as such. `record`: the state
 * at the end of a file, which says nothing about now.
 */
export type PageMode = 'live' | 'simulated' | 'record';

/** One KST day of one service. */
export interface DayFigures {
  /** KST midnight. */
  readonly start: Instant;
  readonly seconds: StateSeconds;
  /** Failures that ended before they lasted. Absent: none. */
  readonly blips?: number;
}

/** Data that rarely changes. Read again after a change, not each minute. */
export interface PageHistory {
  /** Newest first. */
  readonly outages: readonly Outage[];
  /** By service id, oldest first. Days without stored data are absent. */
  readonly days: Readonly<Record<string, readonly DayFigures[]>>;
}

/** The input of the page. Parts that could not be read are marked, never guessed. */
export interface PageInput {
  readonly now: Instant;
  readonly configuration: Pick<
    Configuration,
    'catalogue' | 'maintenance' | 'permissions' | 'texts' | 'limits'
  >;
  readonly settings: PageSettings;
  readonly mode: PageMode;
  readonly board: readonly BoardGroup[] | 'unreadable';
  readonly history: PageHistory | 'unreadable';
  /** People's updates. Internal ones are left out here. */
  readonly updates: readonly OutageUpdate[] | 'unreadable';
}

/** The page's first sentence, as a fact. */
export type Headline =
  /** `since`: time of the last evaluation. null if there was none yet. */
  | { readonly type: 'unknown'; readonly since: Instant | null }
  /** Unrelated sites fail as well, so the fault may be in our own network. */
  | { readonly type: 'network' }
  | {
      readonly type: 'down' | 'recovering';
      readonly outage: string;
      readonly services: readonly string[];
      readonly since: Instant;
      readonly cause: Cause;
    }
  | {
      readonly type: 'degraded' | 'checking' | 'partly-unknown';
      readonly services: readonly string[];
    }
  | { readonly type: 'maintenance'; readonly services: readonly string[] }
  | {
      readonly type: 'recovered';
      readonly outage: string;
      readonly since: Instant;
      readonly at: Instant;
    }
  /** A played scenario: outages without facts about the services. */
  | { readonly type: 'record'; readonly outages: number }
  | { readonly type: 'up' };

/** How deep the checks of a service go, and what they do not see. */
export interface Reach {
  readonly depth: Layer;
  /** Service whose screens are checked instead. */
  readonly checkedWith?: string;
  readonly unseen: readonly Localised[];
}

/** Without the fields for engineers. */
export type PublicBlip = Pick<Blip, 'startedBetween' | 'endedBetween' | 'layer' | 'kind'>;

export interface ServiceFacts {
  readonly service: Service;
  /** `unknown` if the present state is not known. */
  readonly state: ShownState;
  /** null while unknown because of missing data. */
  readonly since: Instant | null;
  readonly reach: Reach;
  /** Time of the last run in ms, by layer. */
  readonly layersMs: Readonly<Partial<Record<Layer, number>>>;
  /** Blips of the last week, newest first. */
  readonly blips: readonly PublicBlip[];
  /** Exactly 90 days, oldest first. null without stored data. */
  readonly days: readonly (DayFigures | null)[];
  /** 0 to 1 over those days. null if nothing is known. */
  readonly availability: number | null;
  /** 0 to 1. null if history is not readable. */
  readonly unknownShare: number | null;
}

/** All content of the page, without words or markup. */
export interface PageFacts {
  readonly writtenAt: Instant;
  /** The page's statements about the present are valid until this time. */
  readonly validUntil: Instant;
  readonly mode: PageMode;
  readonly settings: PageSettings;
  readonly catalogue: Pick<Catalogue, 'groups' | 'services' | 'targets'>;
  readonly advice: { readonly ko: string; readonly en: string };
  /** The common name of all services. */
  readonly servicesName: { readonly ko: string; readonly en: string };
  readonly headline: Headline;
  readonly services: readonly ServiceFacts[];
  /** Newest first, without drills and without anything internal. */
  readonly outages: readonly Outage[];
  /** Updates about all outages, oldest first. */
  readonly updates: readonly PublicUpdate[];
  /** Active windows first, then those of the next weeks. */
  readonly maintenance: readonly WindowOccurrence[];
  readonly historyReadable: boolean;
}

/** One file of the page, as it is stored and served. */
export interface SiteFile {
  /** Relative to the root of the page. */
  readonly path: string;
  readonly contentType: string;
  readonly body: string | Uint8Array;
  /** Its name changes with its content, so caches may keep it forever. */
  readonly lasting: boolean;
}

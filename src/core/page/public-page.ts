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
 * `live`: of real portals. `simulated`: of portals on this machine, and marked so. `record`: how things
 * stood at the end of a file, which says nothing about now.
 */
export type PageMode = 'live' | 'simulated' | 'record';

/** One KST day of one service. */
export interface DayFigures {
  /** KST midnight. */
  readonly start: Instant;
  readonly seconds: StateSeconds;
  /** Failures that ended before they lasted; absent: none. */
  readonly blips?: number;
}

/** Data that changes seldom: read again after a change, not each minute. */
export interface PageHistory {
  /** Newest first. */
  readonly outages: readonly Outage[];
  /** By service id, oldest first; days of which nothing is stored are absent. */
  readonly days: Readonly<Record<string, readonly DayFigures[]>>;
}

/** The input of the page. A part that could not be read is marked as such, never guessed. */
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
  /** Updates by people; internal ones are left out here. */
  readonly updates: readonly OutageUpdate[] | 'unreadable';
}

/** The one sentence that the page opens with, as a fact. */
export type Headline =
  /** `since`: when the last evaluation was; null when there was none yet. */
  | { readonly type: 'unknown'; readonly since: Instant | null }
  /** Unrelated sites fail as well, so the fault may be our own network's. */
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
  | { readonly type: 'up' };

/** How far the checks of a service go, and what they do not see. */
export interface Reach {
  readonly depth: Layer;
  /** Service on whose screens it is checked. */
  readonly checkedWith?: string;
  readonly unseen: readonly Localised[];
}

/** Without what belongs to the engineers. */
export type PublicBlip = Pick<Blip, 'startedBetween' | 'endedBetween' | 'layer' | 'kind'>;

export interface ServiceFacts {
  readonly service: Service;
  /** `unknown` where the present is not known. */
  readonly state: ShownState;
  /** Null while unknown for want of data. */
  readonly since: Instant | null;
  readonly reach: Reach;
  /** Time of the last run in ms, by layer. */
  readonly layersMs: Readonly<Partial<Record<Layer, number>>>;
  /** Failures of the last week that ended before they lasted, newest first. */
  readonly blips: readonly PublicBlip[];
  /** Exactly 90, oldest first; null where nothing is stored. */
  readonly days: readonly (DayFigures | null)[];
  /** 0 to 1 over those days; null when nothing is known. */
  readonly availability: number | null;
  /** 0 to 1; null when history is not readable. */
  readonly unknownShare: number | null;
}

/** Everything the page says, without words or markup. */
export interface PageFacts {
  readonly writtenAt: Instant;
  /** The page's statements about the present are valid until then. */
  readonly validUntil: Instant;
  readonly mode: PageMode;
  readonly settings: PageSettings;
  readonly catalogue: Pick<Catalogue, 'groups' | 'services' | 'targets'>;
  readonly advice: { readonly ko: string; readonly en: string };
  /** What all services together are called. */
  readonly servicesName: { readonly ko: string; readonly en: string };
  readonly headline: Headline;
  readonly services: readonly ServiceFacts[];
  /** Newest first, drills left out, without anything internal. */
  readonly outages: readonly Outage[];
  /** Oldest first, of all outages. */
  readonly updates: readonly PublicUpdate[];
  /** Running first, then what begins within the next weeks. */
  readonly maintenance: readonly WindowOccurrence[];
  readonly historyReadable: boolean;
}

/** One file of the page, as it is stored and served. */
export interface SiteFile {
  /** Relative to the root of the page. */
  readonly path: string;
  readonly contentType: string;
  readonly body: string | Uint8Array;
  /** Its name changes with its content: it may be kept for good. */
  readonly lasting: boolean;
}

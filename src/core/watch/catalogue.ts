import type { Layer } from '#core/run/layer';
import type { Localised } from '#core/time/duration';
import type { Spans } from '#core/watch/spans';

/** Services that may fail together: the unit of evaluation and alerting. */
export interface Group {
  readonly id: string;
  /** Korean name of the operator or of the shared system. */
  readonly name: string;
  readonly nameEn: string;
  /** Set if it differs from `rules.lastsSeconds`. */
  readonly lastsSeconds?: Partial<Spans>;
}

/** A service as citizens name it. */
export interface Service {
  readonly id: string;
  readonly name: string;
  /** For SMS, at most 8 characters. */
  readonly shortName: string;
  readonly nameEn: string;
  readonly group: string;
  /** The page that citizens open. */
  readonly site: string;
  /** Set if it differs from the group's. */
  readonly lastsSeconds?: Partial<Spans>;
  /** Severity of its notices. Absent: `critical`. */
  readonly severity?: ServiceSeverity;
}

/** Severity of an outage of a service. */
export type ServiceSeverity = 'critical' | 'warning';

export type CheckType = 'journey' | 'probe' | 'control';

/** A scheduled check. */
export interface Check {
  /** `<service>/<name>`. */
  readonly id: string;
  readonly service: string;
  readonly group: string;
  readonly type: CheckType;
  /** Seconds between scheduled runs: a multiple of 60. */
  readonly intervalSeconds: number;
  /** Deepest layer that it can reach. A missing permission may limit it. */
  readonly depth: Layer;
  /**
   * Check of another service with the same screens. Its runs count for this check, which has no own
   * runs. Set by `withSharedChecks`.
   */
  readonly sharedWith?: string;
}

/** Name of the journey that is built from a target. Journeys with other names are code. */
export const USUAL_JOURNEY = 'login';

/** True for a journey by code, which reaches what its check declares. */
export function isByCode({ id, type }: Pick<Check, 'id' | 'type'>): boolean {
  return type === 'journey' && !id.endsWith(`/${USUAL_JOURNEY}`);
}

/** True if a run logs in, where it may. A journey by code needs no login of the target. */
export function logsIn(check: Check, { login }: Target): boolean {
  return check.depth === 'session' && (login !== 'none' || isByCode(check));
}

/** Pages, selectors and markers of one service: data that users can override. */
export interface Target {
  readonly service: string;
  /** Origin, e.g. `https://www.work24.go.kr`. `--base-url` replaces only this. */
  readonly baseUrl: string;
  /** More hosts where the service may lead without being `changed`. */
  readonly alsoHosts: readonly string[];
  /** Paths below `baseUrl`. Without a page, the check cannot reach that layer. */
  readonly pages: {
    readonly main: string;
    readonly data?: string;
    readonly login?: string;
  };
  /**
   * CSS selectors by role: `loginOpen`, `userId`, `password`, `submit`, `logout`, `popupClose` …
   */
  readonly selectors: Readonly<Record<string, string>>;
  /** Texts or patterns of a healthy page, by page. A pattern is written `/…/`. */
  readonly markers: {
    readonly main: string;
    readonly data?: string;
    readonly login?: string;
    readonly session?: string;
  };
  /**
   * Name of the login flow: `id-password`, `none` (stops at the rendered login page), or one that
   * the operator's folder supplies.
   */
  readonly login: string;
  /** Parts of this service that its checks cannot see, for the coverage statement. */
  readonly unseen: readonly Localised[];
}

export interface Catalogue {
  readonly groups: readonly Group[];
  readonly services: readonly Service[];
  readonly checks: readonly Check[];
  readonly targets: readonly Target[];
  /** Unrelated sites that tell our network's fault from their outage. */
  readonly controls: readonly Target[];
}

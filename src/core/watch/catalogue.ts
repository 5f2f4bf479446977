import type { Layer } from '#core/run/layer';
import type { Localised } from '#core/time/duration';
import type { Spans } from '#core/watch/spans';

/** Services that may fail together: the unit of evaluation and of alerting. */
export interface Group {
  readonly id: string;
  /** Korean name of the operator or the shared thing. */
  readonly name: string;
  readonly nameEn: string;
  /** Where it differs from `rules.lastsSeconds`. */
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
  /** The page a citizen would open. */
  readonly site: string;
  /** Where it differs from its group's. */
  readonly lastsSeconds?: Partial<Spans>;
  /** Of the notices about it. Absent: `critical`. */
  readonly severity?: ServiceSeverity;
}

/** How grave an outage of a service is. */
export type ServiceSeverity = 'critical' | 'warning';

export type CheckType = 'journey' | 'probe' | 'control';

/** A scheduled check. */
export interface Check {
  /** `<service>/<name>`. */
  readonly id: string;
  readonly service: string;
  readonly group: string;
  readonly type: CheckType;
  /** Seconds between scheduled runs; a multiple of 60. */
  readonly intervalSeconds: number;
  /** Deepest layer it is built to reach; permission may hold it back. */
  readonly depth: Layer;
  /**
   * Check of another service that looks at the very same screens: its runs count for this one, which has
   * none of its own. Set by `withSharedChecks`.
   */
  readonly sharedWith?: string;
}

/** Pages, selectors and markers of one service: data an operator can override. */
export interface Target {
  readonly service: string;
  /** Origin, e.g. `https://www.work24.go.kr`; the only thing `--base-url` replaces. */
  readonly baseUrl: string;
  /** Hosts, besides the base URL's, that the service may lead to without being `changed`. */
  readonly alsoHosts: readonly string[];
  /** Paths below `baseUrl`. A missing page means that layer cannot be reached there. */
  readonly pages: {
    readonly main: string;
    readonly data?: string;
    readonly login?: string;
  };
  /** CSS selectors by role: `loginOpen`, `userId`, `password`, `submit`, `logout`, `popupClose` … */
  readonly selectors: Readonly<Record<string, string>>;
  /** Texts or patterns that a healthy page shows, by page. A pattern is written `/…/`. */
  readonly markers: {
    readonly main: string;
    readonly data?: string;
    readonly login?: string;
    readonly session?: string;
  };
  /**
   * Name of the login flow: `id-password`, `none` (stops at the rendered login page), or one that the
   * operator's folder supplies.
   */
  readonly login: string;
  /** Parts that this service's checks cannot see, for the coverage statement. */
  readonly unseen: readonly Localised[];
}

export interface Catalogue {
  readonly groups: readonly Group[];
  readonly services: readonly Service[];
  readonly checks: readonly Check[];
  readonly targets: readonly Target[];
  /** Unrelated sites that tell "our network" from "their outage". */
  readonly controls: readonly Target[];
}

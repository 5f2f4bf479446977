import type { Layer } from '#core/run/layer';
import type { Instant } from '#core/time/time';
import type { MaintenanceWindow } from '#core/watch/configuration';

export const FAULT_MODES = [
  'ok',
  'slow',
  'hang',
  'refuse',
  'dns',
  'tls-expired',
  'http-500',
  'http-503',
  'db-error-page',
  'generic-error-page',
  'maintenance-page',
  'waiting-room',
  'blocked-page',
  'login-rejected',
  'login-option-absent',
  'password-expired',
  'changed-form',
  'blank-page',
  'spinner',
  'large-response-stall',
  'monitor-crash',
  'monitor-gap',
] as const;

/** How a simulated portal fails. `monitor-*`: how the monitor itself fails. */
export type FaultMode = (typeof FAULT_MODES)[number];

export interface ScenarioFault {
  /** Service ids. */
  readonly services: readonly string[];
  readonly from: Instant;
  readonly to: Instant;
  readonly mode: FaultMode;
  /** Fraction of requests hit, 0 to 1. */
  readonly share: number;
  /** Delay for `slow`, optional limit of the stall for `hang`, ms. */
  readonly ms?: number;
}

/** An outage as data: the content of a scenario file, with times as epoch ms. */
export interface Scenario {
  readonly name: string;
  readonly from: Instant;
  readonly to: Instant;
  /** Ids of the services in it. All of the catalogue if the file names none. */
  readonly services: readonly string[];
  /** Services that exist only in this scenario. Their ids are among `services`. */
  readonly ownServices?: readonly ScenarioService[];
  readonly faults: readonly ScenarioFault[];
  /** Services that fail together for their own reasons. Others keep the catalogue's group. */
  readonly groups?: readonly ScenarioGroup[];
  /** Declared maintenance (점검), in addition to the configuration's. */
  readonly maintenance?: readonly MaintenanceWindow[];
  /** Seed of the small differences between runs of `simulate`. */
  readonly seed?: number;
  /** Expected contents of the summary. `simulate` and `replay` exit with 1 if it differs. */
  readonly expect?: ScenarioExpectation;
}

/** A service that exists only in this scenario. */
export interface ScenarioService {
  readonly id: string;
  readonly name: string;
  /** Id of a group of the catalogue or of the scenario. */
  readonly group: string;
}

/** A group that exists only in this scenario. */
export interface ScenarioGroup {
  readonly id: string;
  readonly name: string;
  /** Services that it takes from the catalogue's groups. */
  readonly services: readonly string[];
}

/** Expected outages in the order of their start. An outage that is not listed is a false alarm. */
export interface ScenarioExpectation {
  readonly outages: readonly {
    readonly services: readonly string[];
    /** A moment that `startedBetween` must contain. */
    readonly started?: Instant;
    readonly ended?: Instant;
    readonly layer?: Layer;
    /** Latest time of the opening notice. */
    readonly openedBy?: Instant;
  }[];
}

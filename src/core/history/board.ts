import type { Blip } from '#core/history/blip';
import type { Cause, Deed } from '#core/outage/outage';
import type { ShownState } from '#core/outage/shown-state';
import type { Layer } from '#core/run/layer';
import type { Outcome } from '#core/run/verdict';
import type { Between, Instant } from '#core/time/time';
import type { MaintenanceWindow } from '#core/watch/configuration';

export interface BoardCheck {
  readonly check: string;
  readonly state: ShownState;
  readonly since: Instant;
  readonly lastRun?: string;
  readonly lastResultAt?: Instant;
  readonly lastResult?: string;
  readonly lastKind?: string;
  readonly lastDurationMs?: number;
  /** Time of the steps of each layer, ms. */
  readonly lastLayersMs?: Readonly<Partial<Record<Layer, number>>>;
  /** Deepest layer the last usable run reached. */
  readonly reached?: Layer;
  readonly certificateDays?: number;
  /** Results folded since this group's state began, for counters. */
  readonly results?: Readonly<Partial<Record<Outcome, number>>>;
}

export interface BoardService {
  readonly service: string;
  readonly state: ShownState;
  readonly since: Instant;
  readonly checks: readonly BoardCheck[];
  /** Set when logins are stopped after a rejected one. */
  readonly loginStoppedSince?: Instant;
}

/** One group's part of the board, which `GET /v1/status` shows. Written by the evaluator. */
export interface BoardGroup {
  readonly group: string;
  readonly updatedAt: Instant;
  readonly services: readonly BoardService[];
  readonly openOutages: readonly {
    readonly id: string;
    readonly services: readonly string[];
    readonly cause: Cause;
    readonly startedBetween: Between;
    readonly acknowledged: boolean;
  }[];
  /** True while controls fail as well, which suspects our own network. */
  readonly networkInDoubt: boolean;
  /** Notices whose delivery is not confirmed. Absent in boards of older evaluators. */
  readonly unsentNotices?: number;
  /** Active and coming silences. Absent in boards of older evaluators. */
  readonly silences?: readonly BoardSilence[];
  /** Blips of the last week, oldest first. Absent in boards of older evaluators. */
  readonly blips?: readonly Blip[];
  /** Maintenance declared through the API: active, coming or `retroactive`. */
  readonly declared?: readonly (MaintenanceWindow &
    Partial<Deed> & { readonly retroactive?: true })[];
  /** When people last changed how past time is counted. Absent: never. */
  readonly rewrittenAt?: Instant;
}

export interface BoardSilence extends Partial<Deed> {
  readonly id: string;
  /** Empty: the whole group. */
  readonly services: readonly string[];
  readonly from: Instant;
  readonly to: Instant;
  readonly reason?: string;
}

import { type Instant, MINUTE } from '#core/time/time';
import type { MaintenanceWindow } from '#core/watch/configuration';

/**
 * A person's command for a group, from the API. Folded by the evaluator, the only writer of state.
 * Texts that people write about an outage are stored beside it, not in the command.
 */
export type CommandAction =
  | { readonly type: 'acknowledge'; readonly outage: string }
  | { readonly type: 'unacknowledge'; readonly outage: string }
  /** The note is stored already; `note` is its number. */
  | { readonly type: 'note' | 'withdraw-note'; readonly outage: string; readonly note: number }
  /** The update is stored already. */
  | { readonly type: 'update'; readonly outage: string; readonly update: string }
  | {
      readonly type: 'silence';
      readonly silence: string;
      /** Empty: the whole group. */
      readonly services: readonly string[];
      readonly from: Instant;
      readonly to: Instant;
      readonly reason: string;
    }
  | { readonly type: 'unsilence'; readonly silence: string }
  | { readonly type: 'maintenance'; readonly window: MaintenanceWindow }
  | { readonly type: 'end-maintenance'; readonly window: string }
  | { readonly type: 'login-reset'; readonly service: string }
  /** `channel`: the only one that the rehearsal goes out on. `code`: of its link. */
  | { readonly type: 'drill'; readonly channel?: string; readonly code?: string };

export interface Command {
  readonly schema: 1;
  /** Sortable and unique: `<epoch ms, 13 digits>-<random>`. */
  readonly id: string;
  readonly group: string;
  readonly by: string;
  readonly at: Instant;
  readonly action: CommandAction;
}

export const COMMAND_TYPES = [
  'acknowledge',
  'unacknowledge',
  'note',
  'withdraw-note',
  'update',
  'silence',
  'unsilence',
  'maintenance',
  'end-maintenance',
  'login-reset',
  'drill',
] as const satisfies readonly CommandAction['type'][];

/** Why the evaluator refused the command. */
export const REFUSALS = [
  'no-such-outage',
  'already-over',
  'not-acknowledged',
  'no-such-silence',
  'no-such-window',
  'no-such-service',
  'too-many',
] as const;

export type Refusal = (typeof REFUSALS)[number];

/** The outcome of a command. */
export interface CommandOutcome {
  readonly command: string;
  readonly at: Instant;
  /** Absent if the command was applied. */
  readonly refused?: Refusal;
}

/**
 * Limits of commands for one group. They are far above the needs of an outage, and low enough that
 * a runaway script cannot make the group's state or an outage's record too large to write.
 */
export const COMMAND_LIMITS = {
  /** Commands accepted within `window`, ms. */
  taken: 30,
  window: MINUTE,
  silences: 20,
  /** Windows declared through the API. A configuration may hold more. */
  windows: 50,
  /** Days of retroactive maintenance whose figures are not rewritten yet. */
  pastDays: 70,
  /** Entries by people on the timeline of one outage. Further commands work but leave no entry. */
  remarks: 60,
  /** Notes on one outage. */
  notes: 200,
  updates: 100,
  /** Commands folded by one evaluation. The next evaluation continues. */
  folded: 100,
  /** Ids kept, so that no command is folded twice. */
  remembered: 400,
} as const;

/** An id that is lower than the ids of all commands given at `at` or later. */
export function commandsAfter(at: Instant): string {
  return String(Math.max(0, at)).padStart(13, '0');
}

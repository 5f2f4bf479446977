import type { Instant } from '#core/time/time';
import type { MaintenanceWindow } from '#core/watch/configuration';

/** What a person asks of a group through the API; folded by the evaluator, the only writer of state. */
export type CommandAction =
  | { readonly type: 'acknowledge'; readonly outage: string }
  | { readonly type: 'note'; readonly outage: string; readonly text: string }
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
  | { readonly type: 'drill' };

export interface Command {
  readonly schema: 1;
  /** Sortable and unique: `<epoch ms, 13 digits>-<random>`. */
  readonly id: string;
  readonly group: string;
  readonly by: string;
  readonly at: Instant;
  readonly action: CommandAction;
}

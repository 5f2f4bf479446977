import { defined } from '#core/defined';
import type { Blip } from '#core/history/blip';
import type { Matter } from '#core/notice/matter';
import type { Outage } from '#core/outage/outage';

/** What an outage was when a notice about it was ordered. */
export type OutageFacts = Pick<
  Outage,
  | 'state'
  | 'cause'
  | 'startedBetween'
  | 'endedBetween'
  | 'downSeconds'
  | 'unaffected'
  | 'recurrences'
> & { readonly drill: boolean; readonly acknowledged: boolean };

export interface ServiceChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** What a notice tells, as data: each format of each channel makes its own text of it. */
export type NoticeFacts =
  | { readonly about: 'outage'; readonly outage: OutageFacts; readonly change?: ServiceChange }
  | { readonly about: 'attention'; readonly matter: Matter }
  | { readonly about: 'blip'; readonly blip: Blip };

export function outageFacts(outage: Outage): OutageFacts {
  const { state, cause, startedBetween, endedBetween, downSeconds, unaffected, recurrences } =
    outage;
  return {
    state,
    cause,
    startedBetween,
    ...defined({ endedBetween }),
    downSeconds,
    unaffected,
    recurrences,
    drill: outage.drill === true,
    acknowledged: outage.acknowledged !== undefined,
  };
}

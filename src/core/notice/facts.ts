import { defined } from '#core/defined';
import type { Blip } from '#core/history/blip';
import type { Matter } from '#core/notice/matter';
import type { Outage } from '#core/outage/outage';

/** Facts of an outage at the time of a notice. */
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

/** Content of a notice as data. Each format of each channel writes its own text from it. */
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

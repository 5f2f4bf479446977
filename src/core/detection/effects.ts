import type { CheckRequest } from '#contract/messages';
import type { CommandOutcome } from '#core/detection/command';
import type { Blip } from '#core/history/blip';
import type { Rollup } from '#core/history/rollup';
import type { Notice } from '#core/notice/notice';
import type { WithheldService } from '#core/outage/withheld';
import type { Instant } from '#core/time/time';

/**
 * What an evaluation wants done outside the group's state. Each effect may be applied any number of
 * times: after a crash the next evaluation applies it again.
 */
export type Effect =
  | { readonly type: 'notice'; readonly notice: Notice }
  /** Tell those who ask for blips. */
  | { readonly type: 'blip'; readonly blip: Blip }
  /** Write the record of an outage as it stands in the state. */
  | { readonly type: 'outage'; readonly outage: string }
  /** Keep why nobody is told of a service that has no outage. */
  | { readonly type: 'withheld'; readonly withheld: WithheldService }
  /** Outcomes of this evaluation's commands. */
  | { readonly type: 'outcomes'; readonly outcomes: readonly CommandOutcome[] }
  | { readonly type: 'rollup'; readonly rollup: Rollup }
  /** Add up the hours of a day, or the days of a month, that is over. */
  | {
      readonly type: 'merge';
      readonly check: string;
      readonly service: string;
      readonly period: 'day' | 'month';
      readonly from: Instant;
      readonly to: Instant;
    }
  /** Count a part of a day as maintenance that was declared when it was over, or no longer so. */
  | {
      readonly type: 'retroactive';
      readonly window: string;
      /** Empty: the whole group. */
      readonly services: readonly string[];
      readonly from: Instant;
      readonly to: Instant;
      readonly withdrawn?: true;
    }
  | { readonly type: 'checks'; readonly requests: readonly CheckRequest[] };

/** Two effects with one key are the same deed. */
export function effectKey(effect: Effect): string {
  switch (effect.type) {
    case 'notice':
      return `notice ${effect.notice.id}`;
    case 'blip':
      return `blip ${effect.blip.run}`;
    case 'outage':
      return `outage ${effect.outage}`;
    case 'withheld':
      return `withheld ${effect.withheld.service} ${effect.withheld.at}`;
    case 'outcomes':
      return `outcomes ${effect.outcomes[0]?.command}`;
    case 'rollup':
      return `rollup ${effect.rollup.check} ${effect.rollup.period} ${effect.rollup.start}`;
    case 'merge':
      return `merge ${effect.check} ${effect.period} ${effect.from}`;
    case 'retroactive':
      return `retroactive ${effect.window} ${effect.from}`;
    case 'checks':
      return `checks ${effect.requests.map(({ run }) => run).join(' ')}`;
  }
}

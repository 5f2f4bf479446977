import type { CheckRequest } from '#contract/messages';
import type { CommandOutcome } from '#core/detection/command';
import type { Blip } from '#core/history/blip';
import type { Rollup } from '#core/history/rollup';
import type { Notice } from '#core/notice/notice';
import type { WithheldService } from '#core/outage/withheld';
import type { Instant } from '#core/time/time';

/**
 * Work of an evaluation outside the group's state. Each effect may be applied any number of times:
 * after a crash the next evaluation applies it again.
 */
export type Effect =
  | { readonly type: 'notice'; readonly notice: Notice }
  /** Send the blip to its subscribers. */
  | { readonly type: 'blip'; readonly blip: Blip }
  /** Write the outage's record from the state. */
  | { readonly type: 'outage'; readonly outage: string }
  /** Store why no notice was sent for a service without an outage. */
  | { readonly type: 'withheld'; readonly withheld: WithheldService }
  /** Outcomes of this evaluation's commands. */
  | { readonly type: 'outcomes'; readonly outcomes: readonly CommandOutcome[] }
  | { readonly type: 'rollup'; readonly rollup: Rollup }
  /** Sum the hours of a finished day, or the days of a finished month. */
  | {
      readonly type: 'merge';
      readonly check: string;
      readonly service: string;
      readonly period: 'day' | 'month';
      readonly from: Instant;
      readonly to: Instant;
    }
  /** Count part of a past day as maintenance that was declared later, or undo that. */
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

/** Two effects with the same key are the same work. */
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

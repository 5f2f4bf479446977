import type { CheckRequest } from '#contract/messages';
import { type GroupContext, groupContext } from '#core/detection/context';
import { evaluate, withoutDone } from '#core/detection/detection';
import { type Effect, effectKey } from '#core/detection/effects';
import { emptyGroupState } from '#core/detection/empty-state';
import type { GroupState } from '#core/detection/group-state';
import type { Rollup } from '#core/history/rollup';
import type { Notice } from '#core/notice/notice';
import type { Outage } from '#core/outage/outage';
import type { WithheldService } from '#core/outage/withheld';
import type { Result } from '#core/run/result';
import { type SummaryInput, unwrittenRollups } from '#core/scenario/summary';
import type { Instant } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';

/** Notices look as in production. */
const STAGE = 'prod';

export interface GroupRunOptions {
  readonly configuration: Configuration;
  readonly group: string;
  readonly from: Instant;
  readonly onRequests: (requests: readonly CheckRequest[]) => void;
}

/** One group's evaluator with its state in memory, and the effects it caused. */
export class GroupRun {
  readonly notices: Notice[] = [];
  readonly outages = new Map<string, Outage>();
  readonly withheld: WithheldService[] = [];
  readonly #context: GroupContext;
  readonly #onRequests: GroupRunOptions['onRequests'];
  readonly #hours: Pick<Rollup, 'check' | 'service' | 'start' | 'seconds'>[] = [];
  #state: GroupState;
  /** Not evaluated yet, in order of their ends. */
  #results: Result[] = [];
  #controls: Result[] = [];

  constructor({ configuration, group, from, onRequests }: GroupRunOptions) {
    this.#context = groupContext(configuration, group, STAGE);
    this.#onRequests = onRequests;
    this.#state = emptyGroupState(group, from);
  }

  get state(): GroupState {
    return this.#state;
  }

  get rollups(): SummaryInput['rollups'] {
    return [...this.#hours, ...unwrittenRollups(this.#state)];
  }

  deliver(result: Result): void {
    insert(result.group === this.#context.group ? this.#results : this.#controls, result);
  }

  /** Folds the runs that have ended by `now` and applies the effects. */
  evaluate(now: Instant): void {
    const { state, effects } = evaluate(
      this.#state,
      { results: take(this.#results, now), controls: take(this.#controls, now), commands: [], now },
      this.#context,
    );
    this.#state = state;
    if (effects.length === 0) return;
    for (const effect of effects) this.#apply(effect);
    this.#state = withoutDone(state, new Set(effects.map(effectKey)));
  }

  #apply(effect: Effect): void {
    switch (effect.type) {
      case 'notice':
        this.notices.push(effect.notice);
        return;
      case 'outage': {
        const record = this.#state.outages[effect.outage]?.record;
        if (record) this.outages.set(record.id, record);
        return;
      }
      case 'rollup': {
        const { check, service, start, seconds } = effect.rollup;
        this.#hours.push({ check, service, start, seconds });
        return;
      }
      case 'withheld':
        this.withheld.push(effect.withheld);
        return;
      case 'merge':
        return;
      case 'checks':
        this.#onRequests(effect.requests);
    }
  }
}

/** Results arrive almost in order, so the search starts at the end. */
function insert(results: Result[], result: Result): void {
  let index = results.length;
  while (index > 0 && (results[index - 1]?.finishedAt ?? 0) > result.finishedAt) index -= 1;
  if (index === results.length) results.push(result);
  else results.splice(index, 0, result);
}

/** Removes and returns the runs that have ended by `now`. */
function take(results: Result[], now: Instant): readonly Result[] {
  let count = 0;
  while (count < results.length && (results[count]?.finishedAt ?? 0) <= now) count += 1;
  return count === 0 ? [] : results.splice(0, count);
}

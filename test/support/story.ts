import type { CheckRequest } from '#contract/messages';
import type { Command, CommandAction } from '#core/detection/command';
import { type GroupContext, groupContext } from '#core/detection/context';
import { evaluate, withoutDone } from '#core/detection/detection';
import { effectKey } from '#core/detection/effects';
import { emptyGroupState } from '#core/detection/empty-state';
import type { GroupState } from '#core/detection/group-state';
import { dueRuns } from '#core/detection/schedule';
import type { Result } from '#core/run/result';
import { type Instant, MINUTE, SECOND } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';
import { NINE_FIFTEEN } from './builders.ts';
import { resultOf } from './results.ts';
import { linesOf, tellHours, tellRecord } from './story-lines.ts';

/** What runs of some checks see for a while. Times are in seconds after 09:15. */
export interface Spell {
  /** Ids of services or checks. */
  readonly of: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly sees: Partial<Result>;
  /** Length of such a run, s. */
  readonly takes?: number;
  /** Only each nth run of a check meets it. */
  readonly each?: number;
}

export interface Plot {
  readonly configuration: Configuration;
  /** The first that fits a run decides what it sees. All other runs pass within a second. */
  readonly spells: readonly Spell[];
  readonly commands?: Readonly<Record<number, CommandAction>>;
  /** Seconds after 09:15. */
  readonly until: number;
}

/**
 * Plays the schedule and the evaluation of one group, second by second, and tells what happened:
 * states, requested runs, notices, the record and the counted time.
 */
export class Story {
  readonly lines: string[] = [];
  readonly #plot: Plot;
  readonly #context: GroupContext;
  readonly #runs = new Map<string, number>();
  #state: GroupState;
  #requests: CheckRequest[] = [];
  #ended: { readonly result: Result; readonly isNews: boolean }[] = [];

  constructor(plot: Plot) {
    this.#plot = plot;
    this.#context = groupContext(plot.configuration, 'moel', 'prod');
    this.#state = emptyGroupState('moel', NINE_FIFTEEN);
    for (let second = 0; second <= plot.until; second += 1) this.#second(second);
    for (const { record } of Object.values(this.#state.outages))
      this.lines.push(...tellRecord(record));
    this.lines.push(...tellHours(this.#state));
  }

  #second(second: number): void {
    const now = NINE_FIFTEEN + second * SECOND;
    const isTick = now % MINUTE === 0;
    const { configuration, commands = {} } = this.#plot;
    if (isTick) this.#ask(dueRuns(now, configuration, new Map([['moel', this.#state]])));
    for (const request of this.#requests.filter(({ scheduledAt }) => scheduledAt <= now)) {
      const result = this.#run(request, now);
      this.#ended.push({ result, isNews: request.urgent === true || result.result !== 'passed' });
    }
    this.#requests = this.#requests.filter(({ scheduledAt }) => scheduledAt > now);
    const action = commands[second];
    const isNews = this.#ended.some((one) => one.isNews && one.result.finishedAt <= now);
    if (isTick || action || isNews) this.#evaluate(now, action);
  }

  #ask(requests: readonly CheckRequest[]): void {
    this.#requests.push(...requests);
  }

  #run(request: CheckRequest, startedAt: Instant): Result {
    const second = (startedAt - NINE_FIFTEEN) / SECOND;
    const spell = this.#plot.spells.find(({ of, from, to, each = 1 }) => {
      const isOf = of.includes(request.service) || of.includes(request.check);
      if (!isOf || second < from || second >= to) return false;
      const count = (this.#runs.get(request.check) ?? 0) + 1;
      this.#runs.set(request.check, count);
      return count % each === 0;
    });
    const { sees = {}, takes = 1 } = spell ?? {};
    return resultOf(request, { startedAt, durationMs: takes * SECOND }, sees);
  }

  #evaluate(now: Instant, action: CommandAction | undefined): void {
    const ended = this.#ended.map(({ result }) => result).filter((one) => one.finishedAt <= now);
    this.#ended = this.#ended.filter(({ result }) => result.finishedAt > now);
    const command = action && commandOf(action, now);
    const before = this.#state;
    const { state, effects, oddities } = evaluate(
      before,
      {
        results: ended.filter(({ group }) => group === 'moel'),
        controls: ended.filter(({ group }) => group !== 'moel'),
        commands: command ? [command] : [],
        now,
      },
      this.#context,
    );
    this.#state = withoutDone(state, new Set(effects.map(effectKey)));
    this.lines.push(...linesOf({ before, after: this.#state, effects, oddities, now }));
    for (const effect of effects) if (effect.type === 'checks') this.#ask(effect.requests);
  }
}

function commandOf(action: CommandAction, at: Instant): Command {
  return { schema: 1, id: `${at}-0`, group: 'moel', by: 'minji', at, action };
}

import type { CheckRequest } from '#contract/messages';
import { type GroupContext, groupContext } from '#core/detection/context';
import { evaluate, withoutDone } from '#core/detection/detection';
import { effectKey } from '#core/detection/effects';
import { emptyGroupState } from '#core/detection/empty-state';
import type { GroupState } from '#core/detection/group-state';
import { dueRuns } from '#core/detection/schedule';
import type { Notice } from '#core/notice/notice';
import type { Result } from '#core/run/result';
import { type Instant, MINUTE } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';

export interface GroupPlayOptions {
  readonly configuration: Configuration;
  readonly group: string;
  readonly from: Instant;
  /** Time from a message to the start of its handler, ms. */
  readonly hop: () => number;
  /** Delay of a tick, ms. */
  readonly tickLate?: () => number;
  /** The result of a run that starts at `startedAt`. */
  readonly answer: (request: CheckRequest, startedAt: Instant) => Result;
}

type Event =
  | { readonly at: Instant; readonly type: 'tick'; readonly minute: Instant }
  | { readonly at: Instant; readonly type: 'run'; readonly request: CheckRequest }
  | { readonly at: Instant; readonly type: 'evaluation' };

/** The deployed schedule and evaluation of one group. Every message has its own delay. */
export class GroupPlay {
  readonly notices: Notice[] = [];
  state: GroupState;
  readonly #options: GroupPlayOptions;
  readonly #context: GroupContext;
  #events: Event[] = [];
  #stored: Result[] = [];

  constructor(options: GroupPlayOptions, state?: GroupState) {
    this.#options = options;
    this.#context = groupContext(options.configuration, options.group, 'prod');
    this.state = state ?? emptyGroupState(options.group, options.from);
    const minute = Math.ceil(options.from / MINUTE) * MINUTE;
    this.#events = [{ at: minute, type: 'tick', minute }];
  }

  /** Plays until `until`, or until `done` returns true after an evaluation. */
  play(until: Instant, done: () => boolean = () => false): void {
    for (let next = this.#events[0]; next && next.at <= until; next = this.#events[0]) {
      this.#events.shift();
      if (next.type === 'tick') this.#tick(next);
      else if (next.type === 'run') this.#run(next);
      else {
        this.#evaluate(next.at);
        if (done()) return;
      }
    }
  }

  #tick({ at, minute }: { readonly at: Instant; readonly minute: Instant }): void {
    const { group, configuration, hop, tickLate } = this.#options;
    this.#ask(dueRuns(minute, configuration, new Map([[group, this.state]])), at);
    this.#add({ at: at + hop(), type: 'evaluation' });
    const next = minute + MINUTE;
    this.#add({ at: next + (tickLate?.() ?? 0), type: 'tick', minute: next });
  }

  #ask(requests: readonly CheckRequest[], now: Instant): void {
    const { hop } = this.#options;
    for (const request of requests) {
      this.#add({ at: Math.max(now, request.scheduledAt) + hop(), type: 'run', request });
    }
  }

  #run({ at, request }: { readonly at: Instant; readonly request: CheckRequest }): void {
    const result = this.#options.answer(request, at);
    this.#stored.push(result);
    if (request.urgent || result.result !== 'passed') {
      this.#add({ at: result.finishedAt + this.#options.hop(), type: 'evaluation' });
    }
  }

  #evaluate(now: Instant): void {
    const ended = this.#stored.filter(({ finishedAt }) => finishedAt <= now);
    this.#stored = this.#stored.filter(({ finishedAt }) => finishedAt > now);
    const input = {
      results: ended.filter(({ group }) => group === this.#options.group),
      controls: ended.filter(({ group }) => group !== this.#options.group),
      commands: [],
      now,
    };
    const { state, effects } = evaluate(this.state, input, this.#context);
    this.state = withoutDone(state, new Set(effects.map(effectKey)));
    for (const effect of effects) {
      if (effect.type === 'notice') this.notices.push({ ...effect.notice, at: now });
      if (effect.type === 'checks') this.#ask(effect.requests, now);
    }
  }

  #add(event: Event): void {
    let index = this.#events.length;
    while (index > 0 && (this.#events[index - 1]?.at ?? 0) > event.at) index -= 1;
    this.#events.splice(index, 0, event);
  }
}

import type { CheckRequest } from '#contract/messages';
import type { Command, CommandAction, CommandOutcome } from '#core/detection/command';
import { groupContext } from '#core/detection/context';
import { evaluate, readFrom, withoutDone } from '#core/detection/detection';
import { type Effect, effectKey } from '#core/detection/effects';
import { emptyGroupState } from '#core/detection/empty-state';
import type { Oddity } from '#core/detection/group-draft';
import type { CheckState, GroupState } from '#core/detection/group-state';
import { checkRequest } from '#core/detection/schedule';
import { isOwn, type Notice } from '#core/notice/notice';
import type { Outage } from '#core/outage/outage';
import type { NoticeType } from '#core/outage/telling';
import type { Result } from '#core/run/result';
import { type Instant, SECOND } from '#core/time/time';
import type { Check } from '#core/watch/catalogue';
import type { Configuration } from '#core/watch/configuration';
import { aConfiguration, NINE_FIFTEEN } from './builders.ts';
import { resultOf } from './results.ts';

export const PASSES: Partial<Result> = { result: 'passed' };
export const SLOW: Partial<Result> = { result: 'degraded', kind: 'slow' };
export const CRASHES: Partial<Result> = {
  result: 'inconclusive',
  kind: 'monitor-fault',
  layer: 'host',
};
export const REFUSES: Partial<Result> = {
  result: 'failed',
  kind: 'connect',
  layer: 'host',
  signature: 'refused0',
};

/** Runs that ended at one moment, by check. */
export type Runs = Readonly<Record<string, Partial<Result>>>;

/** Failures need not span any time here. That rule has its own tests. */
export function quick(over: Partial<Configuration['rules']> = {}): Configuration {
  const base = aConfiguration();
  const lastsSeconds = { together: 0, alone: 0 };
  const closeSpanSeconds = { together: 120, alone: 120 };
  return { ...base, rules: { ...base.rules, lastsSeconds, closeSpanSeconds, ...over } };
}

/**
 * One group's evaluator, fed second by second with the results of its checks. Its outbox is always
 * done.
 */
export class Watch {
  readonly configuration: Configuration;
  readonly effects: Effect[] = [];
  readonly oddities: Oddity[] = [];
  state: GroupState;
  /** The latest record of every outage, including forgotten ones. */
  readonly records = new Map<string, Outage>();
  readonly #group: string;
  #commands = 0;

  constructor(configuration = quick(), group = 'moel') {
    this.configuration = configuration;
    this.#group = group;
    this.state = emptyGroupState(group, NINE_FIFTEEN);
  }

  /** An evaluation `seconds` after 09:15 with runs of a second that just ended. */
  at(seconds: number, runs: Runs = {}): this {
    const now = NINE_FIFTEEN + seconds * SECOND;
    return this.fold(
      now,
      Object.entries(runs).map(([id, seen]) => this.result(id, now, seen)),
    );
  }

  /** The same runs every `step` seconds, from and to inclusive. */
  every(step: number, span: readonly [number, number], runs: Runs): this {
    for (let seconds = span[0]; seconds <= span[1]; seconds += step) this.at(seconds, runs);
    return this;
  }

  fold(now: Instant, results: readonly Result[], commands: readonly Command[] = []): this {
    const context = groupContext(this.configuration, this.#group, 'prod');
    const own = results.filter(({ group }) => group !== 'control');
    const controls = results.filter(({ group }) => group === 'control');
    const input = { results: own, controls, commands, now };
    const { state, effects, oddities } = evaluate(this.state, input, context);
    this.state = withoutDone(state, new Set(effects.map(effectKey)));
    for (const record of this.outages) this.records.set(record.id, record);
    this.effects.push(...effects);
    this.oddities.push(...oddities);
    return this;
  }

  ask(seconds: number, action: CommandAction, by = 'minji'): this {
    const at = NINE_FIFTEEN + seconds * SECOND;
    this.#commands += 1;
    const id = `${String(at).padStart(13, '0')}-${this.#commands}`;
    return this.fold(at, [], [{ schema: 1, id, group: this.#group, by, at, action }]);
  }

  /** A run of a second that ended at `finishedAt`. */
  result(id: string, finishedAt: Instant, seen: Partial<Result> = {}): Result {
    const check = this.checkOf(id);
    const at = Math.floor((finishedAt - SECOND) / SECOND) * SECOND;
    const asked = { check, at, trigger: 'scheduled', urgent: false } as const;
    const request = checkRequest(asked, undefined, this.configuration);
    return resultOf(request, { startedAt: finishedAt - SECOND, durationMs: SECOND }, seen);
  }

  checkOf(id: string): Check {
    const check = this.configuration.catalogue.checks.find((one) => one.id === id);
    if (!check) throw new Error(`no check ${id}`);
    return check;
  }

  check(id: string): CheckState {
    const check = this.state.checks[id];
    if (!check) throw new Error(`no state of ${id}`);
    return check;
  }

  /** Every check of a type, each with the same runs. */
  all(type: Check['type'], seen: Partial<Result>): Runs {
    const { checks } = this.configuration.catalogue;
    return Object.fromEntries(
      checks.filter((check) => check.type === type).map(({ id }) => [id, seen]),
    );
  }

  notices(type?: NoticeType): readonly Notice[] {
    const all = this.effects.flatMap((effect) => (effect.type === 'notice' ? [effect.notice] : []));
    return type ? all.filter((notice) => notice.type === type) : all;
  }

  /** Without the notices for one service's own subscribers. */
  shared(type?: NoticeType): readonly Notice[] {
    return this.notices(type).filter((notice) => !isOwn(notice));
  }

  requests(): readonly CheckRequest[] {
    return this.effects.flatMap((effect) => (effect.type === 'checks' ? effect.requests : []));
  }

  /** Checks that an evaluation asked to confirm a failure. */
  confirming(): readonly string[] {
    return this.requests().flatMap(({ check, trigger }) => (trigger === 'confirm' ? [check] : []));
  }

  /** What became of the commands. */
  outcomes(): readonly CommandOutcome[] {
    return this.effects.flatMap((effect) => (effect.type === 'outcomes' ? effect.outcomes : []));
  }

  get outages(): readonly Outage[] {
    return Object.values(this.state.outages).map(({ record }) => record);
  }

  get outage(): Outage {
    const [first, ...more] = this.outages;
    if (!first || more.length > 0) throw new Error(`${more.length + (first ? 1 : 0)} outages`);
    return first;
  }

  get readFrom(): Instant {
    return readFrom(this.state, this.state.evaluatedAt);
  }
}

import type { Command, CommandAction } from '#core/detection/command';
import { noticeContext } from '#core/detection/context';
import type { Effect } from '#core/detection/effects';
import type { GroupState } from '#core/detection/group-state';
import type { Rollup } from '#core/history/rollup';
import { composeBlip } from '#core/notice/compose-blip';
import { FIRST_CHANNEL } from '#core/notice/ledger';
import { isOwn, type LedgerRow, type Notice } from '#core/notice/notice';
import { concerns } from '#core/notice/subscriber';
import { KOREAN } from '#core/notice/texts/ko';
import type { Outage } from '#core/outage/outage';
import { isAboutOutage } from '#core/outage/telling';
import type { Channel } from '#core/ports/notices';
import type { Result } from '#core/run/result';
import { HOUR, SECOND } from '#core/time/time';
import type { Invocation } from './faults.ts';
import { GROUP, SERVICES, simulatedConfiguration } from './history.ts';

interface Delivery {
  readonly by: Invocation;
  /** Faults that its process had met when it sent. */
  readonly faultsBefore: number;
  marked: boolean;
}

/** Counts of the events that make a simulation worth playing. */
export interface Tally {
  opened: number;
  closed: number;
  /** Deliveries of a notice that had been delivered before. */
  again: number;
  recurrences: number;
  faults: number;
  /** Days and months added up. */
  merged: number;
  /** Deliveries on one channel while another still owed an earlier notice of the outage. */
  ahead: number;
}

export function emptyTally(): Tally {
  return { opened: 0, closed: 0, again: 0, recurrences: 0, faults: 0, merged: 0, ahead: 0 };
}

/** Shortest span of failures on several addresses. */
const SHORTEST_SPAN_MS = 20 * SECOND;
/** Two intervals of a login, the second a tick late. A check is not silent before that. */
const LOOKED_AT_MS = 690 * SECOND;
/** Rounding error of a sum of seconds. */
const ROUNDING = 0.001;

const context = noticeContext({ configuration: simulatedConfiguration(), stage: 'prod' });

/** The notice of an effect. */
function noticeOf(effect: Effect): Notice | undefined {
  if (effect.type === 'notice') return effect.notice;
  return effect.type === 'blip' ? composeBlip(effect.blip, GROUP, context) : undefined;
}

/** True for a begin, an end or a recurrence, which phones hear. */
function rings({ type, again }: Notice): boolean {
  return type === 'opened' || type === 'closed' || again === true;
}

/** The process died while it sent. The notice may have arrived, but its row is not marked. */
const DIED = -1;

function keyOf(channel: string, notice: string): string {
  return `${channel} ${notice}`;
}

/** Sees what really happened, and compares it with the promises. */
export class Observer {
  readonly violations: string[] = [];
  readonly tally = emptyTally();
  readonly #channels: readonly Channel[];
  /** By channel and notice. */
  readonly #deliveries = new Map<string, Delivery[]>();
  readonly #committed = new Map<string, Notice>();
  readonly #results = new Map<string, Result>();
  readonly #outages = new Set<string>();
  readonly #drills = new Set<string>();
  /** Silences of commands that were really stored. */
  readonly #silences = new Map<string, Extract<CommandAction, { readonly type: 'silence' }>>();
  #version = 0;

  constructor(channels: readonly Channel[]) {
    this.#channels = channels;
  }

  /** A result was really stored. */
  stored(result: Result): void {
    if (!this.#results.has(result.run)) this.#results.set(result.run, result);
  }

  /** A command was really stored. */
  asked({ id, action }: Command): void {
    if (action.type === 'drill') this.#drills.add(id);
    if (action.type === 'silence') this.#silences.set(id, action);
  }

  /** A state was really committed. */
  committed(state: GroupState): void {
    if (state.version !== this.#version + 1) {
      this.#fail(`version ${state.version} after ${this.#version}`);
    }
    this.#version = state.version;
    for (const effect of state.outbox) {
      const notice = noticeOf(effect);
      if (notice) this.#committed.set(notice.id, notice);
    }
    for (const { phase, record } of Object.values(state.outages)) {
      if (!record.drill) this.#orderly(record);
      if (phase !== 'forming') this.#outages.add(record.id);
      if (phase === 'open' && !record.drill) this.#proven(record);
    }
  }

  /** A message really reached people by a channel. */
  delivered(notice: Notice, channel: string, by: Invocation): void {
    const key = keyOf(channel, notice.id);
    const known = this.#deliveries.get(key) ?? [];
    const last = known.at(-1);
    if (last && (last.marked || last.by.faults === last.faultsBefore)) {
      this.#fail(`${key} delivered twice, though nothing came between send and mark`);
    }
    if (!this.#committed.has(notice.id)) this.#fail(`${notice.id} was never committed`);
    this.#honest(notice);
    if (isAboutOutage(notice.type) && !this.#outages.has(notice.outage)) {
      this.#fail(`${notice.id} is about no outage`);
    }
    if (notice.type === 'closed' && !isOwn(notice) && !this.#wasTold(notice, channel)) {
      this.#fail(`${key} tells an end before its begin`);
    }
    if (this.#isAhead(notice, channel)) this.tally.ahead += 1;
    const drill = notice.outage.includes('-drill-') || channel !== FIRST_CHANNEL;
    if (!drill && notice.type === 'opened') this.tally.opened += 1;
    if (!drill && notice.type === 'closed') this.tally.closed += 1;
    if (last) this.tally.again += 1;
    this.#deliveries.set(key, [
      ...known,
      { by, faultsBefore: by.dead ? DIED : by.faults, marked: false },
    ]);
  }

  /** A row was really written as sent. */
  marked({ notice, channel }: LedgerRow): void {
    const key = keyOf(channel, notice.id);
    for (const delivery of this.#deliveries.get(key) ?? []) delivery.marked = true;
    if (!this.#deliveries.has(key)) this.#fail(`${key} marked, but never sent`);
  }

  /** Called long after the last fault. Everything must be done by then. */
  settled(state: GroupState, ledger: readonly LedgerRow[], outages: readonly Outage[]): void {
    for (const notice of this.#committed.values()) {
      for (const { name } of this.#channels.filter((each) => each.accepts(notice))) {
        const key = keyOf(name, notice.id);
        if (!this.#deliveries.has(key)) this.#fail(`${key} was lost`);
      }
    }
    if (state.outbox.length > 0) this.#fail(`${state.outbox.length} effects never done`);
    for (const { notice, channel, state: delivery } of ledger) {
      if (delivery !== 'sent')
        this.#fail(`${keyOf(channel, notice.id)} is ${delivery} in the ledger`);
    }
    for (const outage of outages) this.#complete(outage);
    this.#heardInTurn(outages);
    this.tally.recurrences = outages.reduce((sum, { recurrences }) => sum + recurrences, 0);
    this.#countedOnce(state);
    const drills = outages.filter(({ drill }) => drill).length;
    if (drills !== this.#drills.size) {
      this.#fail(`${this.#drills.size} drills asked for, ${drills} held`);
    }
  }

  /** Hours, days and months as they are stored. */
  rolledUp(rollups: readonly Rollup[]): void {
    for (const { check, period, start, seconds } of rollups) {
      const sum = Object.values(seconds).reduce((a, b) => a + b, 0);
      const over = sum - HOUR / SECOND;
      if (period === 'hour' && over > ROUNDING) this.#fail(`${check} ${start}: ${sum} s`);
    }
    this.tally.merged = rollups.filter(({ period }) => period !== 'hour').length;
    for (const day of rollups.filter(({ period }) => period === 'day')) {
      const parts = rollups.filter(
        ({ check, period, start }) =>
          period === 'hour' &&
          check === day.check &&
          start >= day.start &&
          start < day.start + 24 * HOUR,
      );
      const down = parts.reduce((sum, { seconds }) => sum + seconds.down, 0);
      if (Math.abs(down - day.seconds.down) > ROUNDING)
        this.#fail(`day of ${day.check}: ${down} s`);
    }
  }

  #isAhead({ outage, seq }: Notice, channel: string): boolean {
    const earlier = [...this.#committed.values()].filter(
      (other) => other.outage === outage && other.seq < seq,
    );
    return this.#channels.some(
      ({ name, accepts }) =>
        name !== channel &&
        earlier.some((other) => accepts(other) && !this.#deliveries.has(keyOf(name, other.id))),
    );
  }

  #wasTold({ outage, seq }: Notice, channel: string): boolean {
    return [...this.#committed.values()].some(
      (other) =>
        other.outage === outage &&
        other.seq < seq &&
        other.type === 'opened' &&
        this.#deliveries.has(keyOf(channel, other.id)),
    );
  }

  #complete(outage: Outage): void {
    const own = [...this.#committed.values()].filter(
      (notice) => notice.outage === outage.id && !isOwn(notice),
    );
    const told = (type: Notice['type']) => own.filter((notice) => notice.type === type).length;
    const opened = told('opened');
    const again = own.filter((notice) => notice.again).length;
    const hushed = this.#isSilenced(outage);
    // A begin or a recurrence that ended before the last look.
    const brief = outage.timeline.filter(
      (entry) => entry.type === 'withheld' && entry.as === 'opened' && entry.reason === 'blip',
    ).length;
    if (opened > 1 || (opened === 0 && !hushed && brief === 0))
      this.#fail(`${outage.id}: ${opened} opened notices`);
    if (opened === 0 && brief > 0 && outage.recurrences === 0) this.#brief(outage);
    if (outage.state !== 'closed') this.#fail(`${outage.id} never closed`);
    else if (told('closed') !== opened + again) {
      this.#fail(`${outage.id}: ${told('closed')} closed notices`);
    }
    const begins = opened + again + brief + returnsOverUntold(outage);
    if (!hushed && begins !== 1 + outage.recurrences) {
      this.#fail(`${outage.id}: ${again} told again`);
    }
  }

  /** Each subscriber hears begin and end in turn, of one outage after the other. */
  #heardInTurn(outages: readonly Outage[]): void {
    const listeners = [undefined, ...SERVICES.map((one) => [one]), SERVICES];
    const notices = [...this.#committed.values()].toSorted((a, b) => a.seq - b.seq);
    for (const { id } of outages) {
      for (const services of listeners) {
        const heard = notices
          .filter((notice) => notice.outage === id && rings(notice) && concerns(services, notice))
          .map(({ type }) => (type === 'closed' ? 'end' : 'begin'));
        const inTurn = heard.every((what, index) => what === (index % 2 === 0 ? 'begin' : 'end'));
        if (!inTurn || heard.at(-1) === 'begin') {
          this.#fail(`${id}: subscribers of ${services ?? 'all'} hear ${heard.join(', ')}`);
        }
      }
    }
  }

  /** Phones hear no recovery that nobody saw, and no reminder unless they asked for it. */
  #honest(notice: Notice): void {
    const { id, type, sms, remindAfterSeconds, facts } = notice;
    const asked = remindAfterSeconds !== undefined;
    if (type === 'reminder' && (sms !== undefined) !== asked) this.#fail(`${id} reminds phones`);
    if (type !== 'closed' || facts?.about !== 'outage' || facts.outage.endedBetween) return;
    if (!sms?.includes(KOREAN.labels.unwatched))
      this.#fail(`${id} tells a recovery that nobody saw`);
  }

  /** An outage that failed for 50 s is told: the minute of one service, less a first run of 10 s. */
  #brief({ id, startedBetween, endedBetween }: Outage): void {
    // Without a last look if watching ended first.
    const seen = (endedBetween?.after ?? startedBetween.by) - startedBetween.by;
    if (seen >= 50 * SECOND) this.#fail(`${id}: told nobody after ${seen / SECOND} s`);
  }

  /** True if a silence overlapped it, so fewer notices are due. */
  #isSilenced({ startedBetween, closedAt = Number.POSITIVE_INFINITY }: Outage): boolean {
    return [...this.#silences.values()].some(
      ({ from, to }) => from < closedAt && startedBetween.by < to,
    );
  }

  #orderly({ id, startedBetween: start, endedBetween: end, downSeconds }: Outage): void {
    if (start.after !== null && start.after >= start.by) this.#fail(`${id}: start not ordered`);
    if (!end) return;
    if (end.after !== null && end.after >= end.by) this.#fail(`${id}: end not ordered`);
    if (end.by < start.by) this.#fail(`${id}: ends before it starts`);
    if (downSeconds < 0 || downSeconds > (end.by - start.by) / SECOND + 1) {
      this.#fail(`${id}: ${downSeconds} s down of ${(end.by - start.by) / SECOND} s`);
    }
  }

  /** Every run that opened it did fail. */
  #proven({ id, incidents, openedAt }: Outage): void {
    for (const { runs } of incidents) {
      const failed = runs.every((run) => this.#results.get(run)?.result === 'failed');
      if (!failed || runs.length === 0) this.#fail(`${id}: opened without failures`);
    }
    // Its own failures, and those of other checks until then.
    const starts = [...this.#results.values()]
      .filter(({ result }) => result === 'failed')
      .map(({ startedAt }) => startedAt)
      .filter((at) => at <= openedAt && openedAt - at <= LOOKED_AT_MS);
    const span = Math.max(...starts) - Math.min(...starts);
    if (span < SHORTEST_SPAN_MS) this.#fail(`${id}: opened by failures within ${span} ms`);
  }

  #countedOnce({ checks }: GroupState): void {
    for (const [id, { counts = {} }] of Object.entries(checks)) {
      const counted = Object.values(counts).reduce((a, b) => a + b, 0);
      const stored = [...this.#results.values()].filter(({ check }) => check === id).length;
      if (counted !== stored) this.#fail(`${id}: ${stored} results, ${counted} counted`);
    }
  }

  #fail(text: string): void {
    this.violations.push(text);
  }
}

/** Returns that were over before the time to tell them, for example with the end of watching. */
function returnsOverUntold({ timeline }: Outage): number {
  let held = false;
  let count = 0;
  for (const entry of timeline) {
    if (entry.type === 'withheld' && entry.as === 'reopened') held = entry.reason === 'forming';
    if (entry.type === 'notice') held = false;
    if (entry.type === 'closed' && held) count += 1;
    if (entry.type === 'closed') held = false;
  }
  return count;
}

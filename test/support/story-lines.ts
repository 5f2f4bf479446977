import type { Effect } from '#core/detection/effects';
import type { Oddity } from '#core/detection/group-draft';
import type { GroupState } from '#core/detection/group-state';
import type { Notice } from '#core/notice/notice';
import type { Outage } from '#core/outage/outage';
import { kstSecond } from '#core/time/kst';
import type { Between, Instant } from '#core/time/time';

interface Step {
  readonly before: GroupState;
  readonly after: GroupState;
  readonly effects: readonly Effect[];
  readonly oddities: readonly Oddity[];
  readonly now: Instant;
}

/** What one evaluation changed and did, a line each. */
export function linesOf({ before, after, effects, oddities, now }: Step): readonly string[] {
  const told = [
    ...changesOf(before, after),
    ...entriesOf(before, after),
    ...effects.flatMap(effectLines),
    ...hoursOf(effects),
    ...oddities.map(({ text }) => `odd: ${text}`),
  ];
  return told.map((line) => `${kstSecond(now)} ${line}`);
}

function changesOf(before: GroupState, after: GroupState): readonly string[] {
  const kinds = ['services', 'checks'] as const;
  return kinds.flatMap((kind) =>
    Object.entries(after[kind]).flatMap(([id, { state }]) => {
      const was = before[kind][id]?.state ?? 'unknown';
      return was === state ? [] : [`${id} is ${state}`];
    }),
  );
}

/** New entries of the timelines, without sentences. */
function entriesOf(before: GroupState, after: GroupState): readonly string[] {
  return Object.values(after.outages).flatMap(({ record }) => {
    const known = new Set(before.outages[record.id]?.record.timeline ?? []);
    return record.timeline
      .filter((entry) => !known.has(entry))
      .map(({ at, type, ...facts }) => {
        const { until, ...told } = { until: undefined, ...facts };
        const end = until === undefined ? '' : ` until ${kstSecond(until)}`;
        return `record: ${kstSecond(at)} ${[type, ...Object.values(told)].join(' ')}${end}`;
      });
  });
}

function effectLines(effect: Effect): readonly string[] {
  switch (effect.type) {
    case 'notice':
      return [noticeLine(effect.notice)];
    case 'checks':
      return effect.requests.map(
        ({ check, trigger, scheduledAt }) =>
          `asks: ${check} at ${kstSecond(scheduledAt)}, ${trigger}`,
      );
    case 'blip': {
      const { check, startedBetween, endedBetween } = effect.blip;
      return [`blip: ${check} from ${span(startedBetween)} to ${span(endedBetween)}`];
    }
    case 'withheld':
      return [`nobody is told of ${effect.withheld.service}: ${effect.withheld.reason}`];
    default:
      return [];
  }
}

/** Written hours. Those in which a check was always up are only counted. */
function hoursOf(effects: readonly Effect[]): readonly string[] {
  const hours = effects.flatMap((effect) => (effect.type === 'rollup' ? [effect.rollup] : []));
  const lines = hours.flatMap(({ check, start, seconds, results, blips = 0 }) => {
    const spent = Object.entries(seconds).filter(([, value]) => value > 0);
    if (spent.every(([state]) => state === 'up') && blips === 0) return [];
    const runs = Object.entries(results).map(([result, count]) => `${count} ${result}`);
    const time = spent.map(([state, value]) => `${state} ${value} s`);
    return [
      `hour ${kstSecond(start)} of ${check}: ${[...time, ...runs, `${blips} blips`].join(', ')}`,
    ];
  });
  return hours.length > 0 ? [`writes ${hours.length} hours`, ...lines] : [];
}

/** Without its words, which may change. */
function noticeLine({ type, severity, services, to, sms, again }: Notice): string {
  const hear = to ? [to.whole ? 'all' : '', ...to.several, ...to.alone].filter(Boolean) : [];
  const how = [severity, type, again ? 'again' : '', sms === undefined ? 'by email' : 'by SMS'];
  const what = how.filter(Boolean).join(' ');
  return `notice: ${what}, of ${services.join(' ')}, to ${hear.join(', ')}`;
}

function span({ after, by }: Between): string {
  return `${after === null ? '?' : kstSecond(after)}–${kstSecond(by)}`;
}

/** An outage as it is kept. */
export function tellRecord(outage: Outage): readonly string[] {
  const { id, state, cause, startedBetween, endedBetween, downSeconds, recurrences } = outage;
  const { layer, kind, confidence, shared, failedShare } = cause;
  return [
    `${id} is ${state}: ${layer} ${kind} ${confidence}${shared ? ' shared' : ''}`,
    `  from ${span(startedBetween)} to ${endedBetween ? span(endedBetween) : '?'}`,
    `  down ${downSeconds} s, came back ${recurrences} times, share ${failedShare?.toFixed(2) ?? 'all'}`,
    ...outage.incidents.map(
      (one) =>
        `  ${one.service} ${one.layer} ${one.kind} from ${span(one.startedBetween)} ` +
        `to ${one.endedBetween ? span(one.endedBetween) : '?'}, ${one.runs.length} runs`,
    ),
    `  unaffected: ${outage.unaffected.join(' ')}`,
  ];
}

/** The counted time of each check that did not only pass. */
export function tellHours({ checks }: GroupState): readonly string[] {
  return Object.entries(checks).flatMap(([id, { hours }]) => {
    const seconds = new Map<string, number>();
    for (const hour of hours) {
      for (const [state, counted] of Object.entries(hour.seconds)) {
        seconds.set(state, (seconds.get(state) ?? 0) + counted);
      }
    }
    const counted = [...seconds].filter(([, value]) => value > 0);
    if (counted.every(([state]) => state === 'up')) return [];
    return [`${id}: ${counted.map(([state, value]) => `${state} ${value} s`).join(', ')}`];
  });
}

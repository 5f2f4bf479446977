import { type Call, type Difference, differences } from '#core/plan/what-if';
import { kstDate, kstSecond } from '#core/time/kst';
import { type Instant, SECOND } from '#core/time/time';
import { table } from '#local/terminal';

export interface Candidate {
  /** As it was given. */
  readonly rules: string;
  readonly calls: readonly Call[];
}

/** The calls under the rules in force, then each candidate beside them. Times are KST. */
export function printTune(current: readonly Call[], candidates: readonly Candidate[]): string {
  return [
    `rules in force: ${count(current)}`,
    ...(current.length === 0 ? [] : [currentTable(current)]),
    ...candidates.flatMap(({ rules, calls }) => ['', ...compared(rules, current, calls)]),
  ].join('\n');
}

function count(calls: readonly Call[]): string {
  const messages = calls.reduce((sum, call) => sum + call.messages, 0);
  return `${calls.length} outages told, ${messages} SMS`;
}

function currentTable(calls: readonly Call[]): string {
  return table([
    ['told (KST)', 'services', 'began by', 'SMS'],
    ...calls.map((call) => [
      moment(call.toldAt),
      call.services.join(' '),
      moment(call.beganBy),
      String(call.messages),
    ]),
  ]);
}

function compared(
  rules: string,
  current: readonly Call[],
  calls: readonly Call[],
): readonly string[] {
  const rows = differences(current, calls);
  const missed = rows.filter(({ would }) => !would).length;
  const added = rows.filter(({ was }) => !was).length;
  const head = `${rules}: ${count(calls)}; ${missed} missed, ${added} added`;
  if (rows.length === 0) return [head];
  return [head, table([['told (KST)', 'services', 'beside now', 'SMS'], ...rows.map(cells)])];
}

function cells({ was, would }: Difference): readonly string[] {
  const call = would ?? was;
  if (!call) return [];
  return [
    would ? moment(would.toldAt) : '-',
    call.services.join(' '),
    would ? lateness(would, was) : `missed (now ${moment(call.toldAt)})`,
    `${was?.messages ?? 0} → ${would?.messages ?? 0}`,
  ];
}

function lateness(would: Call, was: Call | undefined): string {
  if (!was) return 'added';
  const seconds = Math.round((would.toldAt - was.toldAt) / SECOND);
  if (seconds === 0) return 'same';
  return seconds > 0 ? `${seconds} s later` : `${-seconds} s earlier`;
}

export function moment(at: Instant): string {
  return `${kstDate(at)} ${kstSecond(at)}`;
}

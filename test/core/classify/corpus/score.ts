import { classify } from '#core/classify/classify';
import { RESULT_OF } from '#core/classify/finding';
import type { Observation } from '#core/run/observation';
import type { Verdict } from '#core/run/verdict';
import type { Tally } from './after-real-pages/after-real-pages.ts';
import type { CorpusPage, Label } from './page.ts';

export interface Judged {
  readonly name: string;
  readonly label: Label;
  readonly also: readonly Label[];
  readonly verdict: Verdict;
}

export interface Score {
  readonly pages: number;
  readonly right: number;
  readonly wrong: readonly Judged[];
  /** Outages that were judged healthy: passed, or merely slow. */
  readonly missed: readonly Judged[];
  /** Healthy pages that were judged down. */
  readonly alarms: readonly Judged[];
  /** Label, then the judged kind, then the count. */
  readonly table: ReadonlyMap<Label, ReadonlyMap<Label, number>>;
}

function isMissed({ label, also, verdict }: Judged): boolean {
  const outage = [label, ...also].every((one) => one !== 'passed' && RESULT_OF[one] === 'failed');
  return outage && (verdict.result === 'passed' || verdict.kind === 'slow');
}

function isAlarm({ label, verdict }: Judged): boolean {
  return label === 'passed' && verdict.result === 'failed';
}

function judgeAsShipped(seen: Observation): Verdict {
  return classify(seen);
}

export function scoreOf(corpus: readonly CorpusPage[], judge = judgeAsShipped): Score {
  const judged = corpus.map(({ name, label, also = [], seen }) => ({
    name,
    label,
    also,
    verdict: judge(seen),
  }));
  const table = new Map<Label, Map<Label, number>>();
  for (const { label, verdict } of judged) {
    const row = table.get(label) ?? new Map<Label, number>();
    const kind = verdict.kind ?? 'passed';
    table.set(label, row.set(kind, (row.get(kind) ?? 0) + 1));
  }
  const wrong = judged.filter(
    ({ label, also, verdict }) => ![label, ...also].includes(verdict.kind ?? 'passed'),
  );
  const right = judged.length - wrong.length;
  const missed = judged.filter(isMissed);
  const alarms = wrong.filter(isAlarm);
  return { pages: judged.length, right, wrong, missed, alarms, table };
}

/** One row for each label: the number of pages, and what they were judged as. */
export function confusionTable({ table }: Score): string {
  return [...table]
    .map(([label, row]) => {
      const cells = [...row].map(([kind, count]) => `${kind} ${count}`).join(', ');
      return `${label.padEnd(18)} → ${cells}`;
    })
    .join('\n');
}

export function tallyOf({ pages, right, missed, alarms }: Score): Tally {
  return { pages, right, missed: missed.length, alarms: alarms.length };
}

export function sumOf(one: Tally, other: Tally): Tally {
  return {
    pages: one.pages + other.pages,
    right: one.right + other.right,
    missed: one.missed + other.missed,
    alarms: one.alarms + other.alarms,
  };
}

export function tallyText({ missed, alarms, ...counted }: Tally): string {
  return `${shareOf(counted)}, ${missed} outages healthy, ${alarms} healthy failed`;
}

export function shareOf({ pages, right }: Pick<Tally, 'pages' | 'right'>): string {
  return `${right} of ${pages} (${((right / pages) * 100).toFixed(1)} %)`;
}

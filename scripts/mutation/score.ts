import { readFileSync } from 'node:fs';
import type { Change } from './changes.ts';
import { EQUIVALENT } from './equivalent.ts';
import type { Outcome } from './home.ts';

interface Judged {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly replacement: string;
  readonly outcome: Outcome | 'equivalent';
}

/** Prints the survivors and the score of each room. Returns the percentage that tests noticed. */
export function printScore(
  changes: readonly Change[],
  outcomes: ReadonlyMap<string, Outcome>,
): number {
  const all = changes.map((change) => judged(change, outcomes.get(change.id) ?? 'broken'));
  for (const { file, line, code, replacement } of all.filter(is('missed'))) {
    console.log(`${file}:${line}\n  - ${code}\n  + ${replacement}`);
  }
  for (const [room, own] of Map.groupBy(all, ({ file }) => roomOf(file))) {
    console.log(`${room.padEnd(22)} ${lineOf(own)}`);
  }
  console.log(`${'all'.padEnd(22)} ${lineOf(all)}`);
  console.log(
    `of those noticed ${count(all, 'endless')} by a loop without end; not counted: ` +
      `${count(all, 'slow')} timed out, ${count(all, 'broken')} ended or held up the process, ` +
      `${count(all, 'static')} run only while a module loads`,
  );
  return percentOf(all);
}

function judged({ fileName: file, location, ...change }: Change, outcome: Outcome): Judged {
  const { start, end } = location;
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .slice(start.line, end.line + 1);
  const cut = lines.map((text, index) =>
    text.slice(index === 0 ? start.column : 0, index === lines.length - 1 ? end.column : undefined),
  );
  const code = oneLine(cut.join(' '));
  const replacement = oneLine(change.replacement);
  const isEquivalent = EQUIVALENT.some(
    (known) => known.file === file && known.code === code && known.replacement === replacement,
  );
  const found = outcome === 'missed' && isEquivalent ? 'equivalent' : outcome;
  return { file, line: start.line + 1, code, replacement, outcome: found };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

const is =
  (...outcomes: readonly Judged['outcome'][]) =>
  ({ outcome }: Judged) =>
    outcomes.includes(outcome);

function count(all: readonly Judged[], ...outcomes: readonly Judged['outcome'][]): number {
  return all.filter(is(...outcomes)).length;
}

function percentOf(all: readonly Judged[]): number {
  const counted = count(all, 'noticed', 'endless', 'missed');
  return (100 * (counted - count(all, 'missed'))) / Math.max(1, counted);
}

function lineOf(all: readonly Judged[]): string {
  const noticed = count(all, 'noticed', 'endless');
  const counted = noticed + count(all, 'missed');
  const percent = percentOf(all).toFixed(1);
  const equivalent = count(all, 'equivalent');
  return `${noticed} of ${counted} noticed (${percent} %), ${equivalent} more change nothing`;
}

/** `src/core/notice/texts/ko.ts` is of `src/core/notice`, and all of the pipeline is one. */
function roomOf(file: string): string {
  return file
    .split('/')
    .slice(0, file.startsWith('src/core') ? 3 : 2)
    .join('/');
}

import { EQUIVALENT } from './equivalent.ts';

interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: Mutant[] }>>;
}

interface Mutant {
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: string;
  readonly location: { readonly start: Place; readonly end: Place };
}

/** Lines and columns from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

interface Survivor {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly replacement: string;
}

/** Statuses that say nothing about the tests. */
const INVALID = ['CompileError', 'RuntimeError', 'Ignored'];

/** Prints the survivors and the score. Returns the percentage that the tests noticed. */
export function printScore(report: Report): number {
  const all = Object.entries(report.files).flatMap(([file, { source, mutants }]) =>
    mutants.map((mutant) => ({ ...survivorOf(file, source, mutant), status: mutant.status })),
  );
  const valid = all.filter(({ status }) => !INVALID.includes(status));
  const missed = valid.filter(({ status }) => ['Survived', 'NoCoverage'].includes(status));
  const real = missed.filter((survivor) => reasonOf(survivor) === undefined);
  for (const { file, line, code, replacement, status } of real) {
    console.log(`${file}:${line} ${status}\n  - ${code}\n  + ${replacement}`);
  }
  const counted = valid.length - (missed.length - real.length);
  const percent = (100 * (counted - real.length)) / Math.max(1, counted);
  console.log(
    `${counted - real.length} of ${counted} mutants noticed (${percent.toFixed(1)} %), ` +
      `${missed.length - real.length} more change nothing`,
  );
  return percent;
}

function survivorOf(file: string, source: string, mutant: Mutant): Survivor {
  const { start, end } = mutant.location;
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  const cut = lines.map((text, index) =>
    text.slice(index === 0 ? start.column - 1 : 0, index === last ? end.column - 1 : undefined),
  );
  const code = cut.join(' ').replaceAll(/\s+/g, ' ');
  const replacement = (mutant.replacement ?? mutant.mutatorName).replaceAll(/\s+/g, ' ');
  return { file, line: start.line, code, replacement };
}

function reasonOf({ file, code, replacement }: Survivor): string | undefined {
  return EQUIVALENT.find(
    (known) => known.file === file && known.code === code && known.replacement === replacement,
  )?.reason;
}

import type { Figures } from './figures.ts';

const MOST_GROWTH_PER_CENT = 15;

/** LevelDB fills a cache of blocks (8 MB) and two write buffers (4 MB each) over days. */
const CACHES_MB = 16;

/** Journal and files that LevelDB has not compacted yet: 4 MB each, compacted when there are four. */
const MOST_UNCOMPACTED_MB = 24;

export interface Judged {
  readonly flat: boolean;
  /** For a person, one line each. */
  readonly lines: readonly string[];
}

/**
 * Memory, and what expires, must not grow. History that is kept for good grows by what its items
 * have, so the files may grow by as much.
 */
export function judge(before: Figures, after: Figures, days: number): Judged {
  const grown = [
    ['resident beyond caches', growth(before.residentMb, after.residentMb - CACHES_MB)],
    ['live', growth(before.liveMb, after.liveMb)],
    ['expiring items', growth(before.expiring, after.expiring)],
  ] as const;
  const keptMb = after.keptMb - before.keptMb;
  const beyond = Math.max(0, after.dataMb - keptMb);
  const all = [...grown, ['data beyond history', growth(before.dataMb, beyond)] as const];
  const uncompacted = after.folderMb - after.dataMb;
  const perDay = (value: number) => Math.round(value / days);
  return {
    flat:
      all.every(([, each]) => each <= MOST_GROWTH_PER_CENT) && uncompacted <= MOST_UNCOMPACTED_MB,
    lines: [
      `growth: ${all.map(([part, each]) => `${part} ${each.toFixed(1)} %`).join(', ')} ` +
        `(allowed: ${MOST_GROWTH_PER_CENT} % each)`,
      `not compacted yet: ${uncompacted.toFixed(1)} MB (allowed: ${MOST_UNCOMPACTED_MB} MB)`,
      `history kept for good: ${perDay(after.kept - before.kept)} items and ` +
        `${perDay(keptMb * 1_000)} kB a day`,
    ],
  };
}

/** Percent more. */
function growth(before: number, after: number): number {
  return (after / before - 1) * 100;
}

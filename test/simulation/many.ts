import { emptyTally, type Tally } from './observer.ts';
import { type Breakage, simulateFaults } from './simulation.ts';

export interface ManyOptions {
  readonly first: number;
  readonly count: number;
  readonly breakage?: Breakage;
  /** Stops after so many failed seeds. */
  readonly enough?: number;
  readonly onTrace?: (line: string) => void;
  /** Called after each seed with the number of seeds played and failed so far. */
  readonly onSeed?: (played: number, failed: number) => void;
}

export interface ManyPlayed {
  /** For each failed seed: the broken promise, and the command that plays it again. */
  readonly failures: readonly string[];
  readonly tally: Readonly<Tally>;
}

/** Plays `count` seeds one after the other. */
export async function simulateMany(order: ManyOptions): Promise<ManyPlayed> {
  const { first, count, enough = count, onSeed, ...options } = order;
  const sum = emptyTally();
  const failures: string[] = [];
  for (let seed = first; seed < first + count && failures.length < enough; seed += 1) {
    const { violations, tally } = await simulateFaults({ seed, ...options });
    for (const name of Object.keys(sum) as (keyof Tally)[]) sum[name] += tally[name];
    if (violations.length > 0) failures.push(`${violations.join('; ')}\n  ${replay(seed)}`);
    onSeed?.(seed - first + 1, failures.length);
  }
  return { failures, tally: sum };
}

function replay(seed: number): string {
  return `again: npm run simulate:faults -- --seed ${seed} --seeds 1 --trace`;
}

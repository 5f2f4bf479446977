import { CLAIMS, type Claim } from '#core/classify/learned/claims';
import { ALPHABET } from '#core/classify/learned/model';
import weights from './decision-weights.json' with { type: 'json' };

/** A layer of a small network: one row for each output, two letters for each weight of a row. */
export interface PackedLayer {
  /** Value of one step, by row. */
  readonly scales: readonly number[];
  readonly rows: readonly string[];
}

/** What the trainer writes. Evidence goes to the answer directly and through a hidden layer. */
export interface DecisionWeights {
  readonly hidden: PackedLayer;
  readonly direct: PackedLayer;
  readonly answer: PackedLayer;
}

/** How likely each claim is, by `CLAIMS`. They add up to 1. */
export type Chances = Readonly<Record<Claim, number>>;

export type Decider = (evidence: readonly number[]) => Chances;

export interface Layers {
  readonly hidden: readonly (readonly number[])[];
  readonly direct: readonly (readonly number[])[];
  readonly answer: readonly (readonly number[])[];
}

/** How likely the page makes each claim, by all evidence. Learned by `npm run train`. */
export function deciderOf(layers: Layers): Decider {
  return (evidence) => {
    const hidden = layers.hidden.map((row) => Math.max(0, dot(row, evidence)));
    const scores = layers.answer.map(
      (row, at) => dot(row, hidden) + dot(layers.direct[at] ?? [], evidence),
    );
    const most = Math.max(...scores);
    const shares = scores.map((score) => Math.exp(score - most));
    const all = shares.reduce((sum, share) => sum + share, 0);
    return Object.fromEntries(
      CLAIMS.map((claim, at) => [claim, (shares[at] ?? 0) / all]),
    ) as unknown as Chances;
  };
}

export function layersOf({ hidden, direct, answer }: DecisionWeights): Layers {
  return { hidden: unpacked(hidden), direct: unpacked(direct), answer: unpacked(answer) };
}

let learned: Decider | undefined;

/** Unpacked when it is first asked. */
export function chancesOf(evidence: readonly number[]): Chances {
  learned ??= deciderOf(layersOf(weights));
  return learned(evidence);
}

/** Two letters give 0 to 4095; this is 0. */
export const ZERO = 2_048;

function unpacked({ rows, scales }: PackedLayer): readonly (readonly number[])[] {
  return rows.map((row, at) => {
    const scale = scales[at] ?? 0;
    return Array.from({ length: row.length / 2 }, (_, column) => {
      const [high, low] = [row[2 * column], row[2 * column + 1]].map((letter) =>
        ALPHABET.indexOf(letter ?? ''),
      );
      return ((high ?? 0) * ALPHABET.length + (low ?? 0) - ZERO) * scale;
    });
  });
}

function dot(row: readonly number[], values: readonly number[]): number {
  return row.reduce((sum, weight, at) => sum + weight * (values[at] ?? 0), 0);
}

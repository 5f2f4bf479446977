import {
  type DecisionWeights,
  type Layers,
  type PackedLayer,
  ZERO,
} from '#core/classify/learned/decide';
import { ALPHABET } from '#core/classify/learned/model';
import { seededRandom } from '#local/simulate/random';

/** Evidence with the place of the right answer. */
export interface Row {
  readonly evidence: readonly number[];
  readonly answer: number;
  /** How much it counts. */
  readonly weight: number;
}

const HIDDEN = 24;
const PASSES = 16;
const BATCH = 32;
/** Of Adam, falling to 0. */
const STEP = 0.003;
/** Share of each weight that a whole step takes away, so that no single sign decides. */
const DECAY = 0.03;
const [SLOW, SLOWER] = [0.9, 0.999];

interface Sizes {
  readonly inputs: number;
  readonly answers: number;
}

/**
 * A network with one hidden layer and direct connections, for the chances of each answer
 * (cross-entropy, Adam with decoupled decay). The same rows in the same order give the same network.
 */
export function trainNetwork(rows: readonly Row[], answers: number): Layers {
  const sizes = { inputs: rows[0]?.evidence.length ?? 0, answers };
  const inputs = rows.map(({ evidence }) => Float64Array.from(evidence));
  const net = new Network(sizes);
  const next = seededRandom(20_240_718);
  const order = Int32Array.from(rows, (_, at) => at);
  const steps = Math.ceil(rows.length / BATCH) * PASSES;
  let step = 0;
  for (let pass = 0; pass < PASSES; pass += 1) {
    shuffle(order, next);
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.subarray(from, from + BATCH);
      for (const at of batch) net.learn(inputs[at] ?? new Float64Array(), rows[at] as Row);
      net.move(STEP * (1 - step / steps), batch.length);
      step += 1;
    }
  }
  return net.layers();
}

class Network {
  readonly #sizes: Sizes;
  /** Rows of the hidden layer, then of the direct connections, then of the answers. */
  readonly #weights: Float64Array;
  readonly #slopes: Float64Array;
  readonly #mean: Float64Array;
  readonly #square: Float64Array;
  #moves = 0;

  constructor(sizes: Sizes) {
    const { inputs, answers } = sizes;
    this.#sizes = sizes;
    const size = HIDDEN * inputs + answers * inputs + answers * HIDDEN;
    const next = seededRandom(7);
    this.#weights = Float64Array.from({ length: size }, (_, at) => {
      const spread = at < HIDDEN * inputs ? inputs : HIDDEN;
      const direct = at >= HIDDEN * inputs && at < (HIDDEN + answers) * inputs;
      return direct ? 0 : (next() * 2 - 1) / Math.sqrt(spread);
    });
    this.#slopes = new Float64Array(size);
    this.#mean = new Float64Array(size);
    this.#square = new Float64Array(size);
  }

  /** Adds the slopes of one row. */
  learn(input: Float64Array, { answer, weight }: Row): void {
    const { inputs, answers } = this.#sizes;
    const [direct, last] = [HIDDEN * inputs, (HIDDEN + answers) * inputs];
    const hidden = Array.from({ length: HIDDEN }, (_, unit) =>
      Math.max(0, this.#dot(unit * inputs, input)),
    );
    const scores = Array.from(
      { length: answers },
      (_, at) => this.#dot(direct + at * inputs, input) + this.#dot(last + at * HIDDEN, hidden),
    );
    const most = Math.max(...scores);
    const shares = scores.map((score) => Math.exp(score - most));
    const all = shares.reduce((sum, share) => sum + share, 0);
    const back = new Float64Array(HIDDEN);
    shares.forEach((share, at) => {
      const wrong = (share / all - (at === answer ? 1 : 0)) * weight;
      this.#add(direct + at * inputs, input, wrong);
      this.#add(last + at * HIDDEN, hidden, wrong);
      for (let unit = 0; unit < HIDDEN; unit += 1)
        back[unit] = (back[unit] ?? 0) + wrong * (this.#weights[last + at * HIDDEN + unit] ?? 0);
    });
    back.forEach((wrong, unit) => {
      if ((hidden[unit] ?? 0) > 0) this.#add(unit * inputs, input, wrong);
    });
  }

  /** One step of Adam along the mean of the slopes that were added. */
  move(step: number, count: number): void {
    this.#moves += 1;
    const [own, other] = [1 - SLOW ** this.#moves, 1 - SLOWER ** this.#moves];
    for (let at = 0; at < this.#weights.length; at += 1) {
      const slope = (this.#slopes[at] ?? 0) / count;
      const mean = SLOW * (this.#mean[at] ?? 0) + (1 - SLOW) * slope;
      const square = SLOWER * (this.#square[at] ?? 0) + (1 - SLOWER) * slope * slope;
      const weight = this.#weights[at] ?? 0;
      this.#mean[at] = mean;
      this.#square[at] = square;
      this.#weights[at] =
        weight - step * (mean / own / (Math.sqrt(square / other) + 1e-8) + DECAY * weight);
    }
    this.#slopes.fill(0);
  }

  layers(): Layers {
    const { inputs, answers } = this.#sizes;
    const [direct, last] = [HIDDEN * inputs, (HIDDEN + answers) * inputs];
    const rows = (from: number, count: number, width: number) =>
      Array.from({ length: count }, (_, at) => [
        ...this.#weights.subarray(from + at * width, from + (at + 1) * width),
      ]);
    return {
      hidden: rows(0, HIDDEN, inputs),
      direct: rows(direct, answers, inputs),
      answer: rows(last, answers, HIDDEN),
    };
  }

  #dot(from: number, values: ArrayLike<number>): number {
    let sum = 0;
    for (let at = 0; at < values.length; at += 1)
      sum += (this.#weights[from + at] ?? 0) * (values[at] ?? 0);
    return sum;
  }

  #add(from: number, values: ArrayLike<number>, slope: number): void {
    for (let at = 0; at < values.length; at += 1)
      this.#slopes[from + at] = (this.#slopes[from + at] ?? 0) + slope * (values[at] ?? 0);
  }
}

function shuffle(order: Int32Array, next: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
}

export function packedNetwork({ hidden, direct, answer }: Layers): DecisionWeights {
  return { hidden: packedLayer(hidden), direct: packedLayer(direct), answer: packedLayer(answer) };
}

function packedLayer(rows: readonly (readonly number[])[]): PackedLayer {
  const scales = rows.map((row) =>
    Number((Math.max(...row.map(Math.abs), 1e-9) / (ZERO - 1)).toPrecision(6)),
  );
  return {
    scales,
    rows: rows.map((row, at) =>
      row.map((weight) => letters(Math.round(weight / (scales[at] ?? 1)) + ZERO)).join(''),
    ),
  };
}

function letters(step: number): string {
  const within = Math.max(0, Math.min(2 * ZERO - 1, step));
  return `${ALPHABET[within >> 6] ?? ''}${ALPHABET[within & 63] ?? ''}`;
}

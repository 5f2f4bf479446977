import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLAIMS } from '#core/classify/learned/claims';
import { chancesOf, deciderOf, layersOf } from '#core/classify/learned/decide';
import { evidenceOf } from '#core/classify/learned/page-evidence';
import { pageOf } from '#core/classify/page';
import { packedNetwork, trainNetwork } from '../../../../scripts/train/network.ts';
import weights from '../../../../src/core/classify/learned/decision-weights.json' with {
  type: 'json',
};
import { digestOf } from '../corpus/digest.ts';
import { said } from '../corpus/page.ts';
import { SENTENCES_TRAINED_ON, TRAINED_ON } from '../corpus/trained-on.ts';

const EVIDENCE = evidenceOf({
  page: pageOf(said('unknown', '', '안내').seen),
  first: undefined,
  opinion: { label: 'passed', margin: 0.5, distances: new Map() },
  readings: [],
  surest: undefined,
  alone: undefined,
});

describe('the chances of each claim', () => {
  it('add up to 1 for any evidence', () => {
    const number = fc.double({ min: -1, max: 1, noNaN: true });
    const evidence = fc.array(number, {
      minLength: EVIDENCE.length,
      maxLength: EVIDENCE.length,
    });
    fc.assert(
      fc.property(evidence, (numbers) => {
        const sum = Object.values(chancesOf(numbers)).reduce((all, one) => all + one, 0);
        expect(sum).toBeCloseTo(1);
      }),
      { numRuns: 20 },
    );
  });

  it('have a weight for each piece of evidence', () => {
    const { hidden, direct } = layersOf(weights);
    for (const row of [...hidden, ...direct]) expect(row).toHaveLength(EVIDENCE.length);
    expect(direct).toHaveLength(CLAIMS.length);
  });

  it('were learned from the corpus as it is: after a change run `npm run train`', () => {
    expect(weights.trainedOn).toBe(digestOf([...TRAINED_ON, ...SENTENCES_TRAINED_ON]));
  });
});

describe('learning from evidence', () => {
  /** The last claim holds if exactly one of the two is there. No direct connection can tell. */
  const pieces = [
    [1, 0, 0],
    [1, 0, 1],
    [1, 1, 0],
    [1, 1, 1],
  ] as const;
  const rows = Array.from({ length: 800 }, (_, at) => {
    const evidence = pieces[at % pieces.length] ?? [];
    const answer = evidence[1] === evidence[2] ? 0 : CLAIMS.length - 1;
    return { evidence, answer, weight: 1 };
  });

  it('finds what depends on two pieces together, and packs it without changing the answer', () => {
    const layers = trainNetwork(rows, CLAIMS.length);
    const decide = deciderOf(layersOf(packedNetwork(layers)));
    const passed = pieces.map((evidence) => decide(evidence).passed > 0.5);
    expect(passed).toEqual([false, true, true, false]);
  });

  it('gives the same network for the same rows', () => {
    expect(trainNetwork(rows, CLAIMS.length)).toEqual(trainNetwork(rows, CLAIMS.length));
  });
});

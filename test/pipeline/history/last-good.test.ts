import { describe, expect, it } from 'vitest';
import type { Evidence, Result } from '#core/run/result';
import { HOUR, MINUTE } from '#core/time/time';
import { lastGoodOf } from '#pipeline/history/last-good';
import { failedAt, resultAt } from '../../adapters/dynamodb/samples.ts';
import { aConfiguration, NINE_FIFTEEN } from '../../support/builders.ts';

const configuration = aConfiguration();
/** The first login check of its group runs at minutes divisible by five. */
const NINE = NINE_FIFTEEN - 15 * MINUTE;

function picture(step: string, at: number): Evidence {
  const key = `passed/${step}-${at}.jpg`;
  const rest = { contentType: 'image/jpeg', bytes: 1, step, takenAt: at } as const;
  return { type: 'step-screenshot', key, ...rest };
}

const pictured = (at: number) =>
  resultAt(at, { evidence: [picture('main', at), picture('login', at)] });

function storeOf(...stored: readonly Result[]) {
  const asked: string[] = [];
  const get = async (_service: string, run: string) => {
    asked.push(run);
    return stored.find((result) => result.run === run);
  };
  return { asked, ports: { configuration, results: { get, list: async () => ({ items: [] }) } } };
}

describe('how steps looked when they last ended well', () => {
  it('is in the first run of the hour, found without a search', async () => {
    const { asked, ports } = storeOf(pictured(NINE), pictured(NINE - HOUR));
    const found = await lastGoodOf(failedAt(NINE_FIFTEEN), ports);
    expect(found.map(({ type, step, takenAt }) => [type, step, takenAt])).toEqual([
      ['last-good-screenshot', 'main', NINE],
      ['last-good-screenshot', 'login', NINE],
    ]);
    expect(asked).toHaveLength(1);
  });

  it('is an hour further back when that one failed too', async () => {
    const { ports } = storeOf(failedAt(NINE), pictured(NINE - HOUR));
    const found = await lastGoodOf(failedAt(NINE_FIFTEEN), ports);
    expect(found.map(({ takenAt }) => takenAt)).toEqual([NINE - HOUR, NINE - HOUR]);
  });

  it('is an hour further back when that one kept no picture of its steps', async () => {
    const other = { ...picture('main', NINE), type: 'screenshot' } as const;
    const { ports } = storeOf(resultAt(NINE, { evidence: [other] }), pictured(NINE - HOUR));
    const found = await lastGoodOf(failedAt(NINE_FIFTEEN), ports);
    expect(found.map(({ takenAt }) => takenAt)).toEqual([NINE - HOUR, NINE - HOUR]);
  });

  it('is left to what the run itself remembered', async () => {
    const own = { ...picture('main', NINE_FIFTEEN), type: 'last-good-screenshot' } as const;
    const { ports } = storeOf(pictured(NINE));
    const found = await lastGoodOf(failedAt(NINE_FIFTEEN, { evidence: [own] }), ports);
    expect(found.map(({ step }) => step)).toEqual(['login']);
  });

  it('is not searched for a passed run, and the search ends', async () => {
    const { asked, ports } = storeOf(pictured(NINE - 24 * HOUR));
    expect(await lastGoodOf(resultAt(NINE_FIFTEEN), ports)).toEqual([]);
    expect(asked).toEqual([]);
    expect(await lastGoodOf(failedAt(NINE_FIFTEEN), ports)).toEqual([]);
    expect(asked).toHaveLength(7);
  });

  it('is nothing for a check that is no longer configured', async () => {
    const { asked, ports } = storeOf();
    const unknown = failedAt(NINE_FIFTEEN, { check: 'work24/removed' });
    expect(await lastGoodOf(unknown, ports)).toEqual([]);
    expect(asked).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { defined } from '#core/defined';
import { InvalidCursorError, InvalidRequestError, UnknownNameError } from '#core/errors';
import type { Rollup } from '#core/history/rollup';
import { DAY, HOUR, SECOND } from '#core/time/time';
import { type RollupsQuery, readRollupPage } from '#pipeline/history/read-rollups';
import { rollupAt } from '../../adapters/dynamodb/samples.ts';
import { aConfiguration } from '../../support/builders.ts';
import { memoryStores } from '../../support/memory/stores.ts';

/** 1 July 2024, 00:00 KST. */
const JULY = Date.parse('2024-06-30T15:00:00Z');
const CHECKS = ['work24/probe', 'work24/login'];

const configuration = aConfiguration();

async function pageOf(stored: readonly Rollup[], asked: Partial<RollupsQuery> = {}) {
  const clock = { now: () => JULY + 90 * DAY };
  const { rollups } = memoryStores(clock as never, configuration.retentionDays);
  for (const rollup of stored) await rollups.put(rollup);
  const query = { service: 'work24', interval: 'hour', from: JULY, to: JULY + DAY } as const;
  return readRollupPage({ ...query, ...asked }, { configuration, rollups });
}

/** All pages in order, at most `most` of them. */
async function allPages(stored: readonly Rollup[], asked: Partial<RollupsQuery>, most = 9) {
  const pages: Rollup[][] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await pageOf(stored, { ...asked, ...defined({ cursor }) });
    pages.push([...items]);
    cursor = next;
  } while (cursor !== undefined && pages.length < most);
  return pages;
}

const hours = (check: string, count: number) =>
  Array.from({ length: count }, (_, hour) => rollupAt(JULY + hour * HOUR, { check }));

describe('rollups as they are stored', () => {
  it('come check by check, the oldest first, and only of the window', async () => {
    const stored = CHECKS.flatMap((check) => hours(check, 30));
    const pages = await allPages(stored, {});
    expect(pages.map((page) => [page[0]?.check, page.length])).toEqual(
      CHECKS.map((check) => [check, 24]),
    );
    expect(pages[0]?.map(({ start }) => start)).toEqual(
      hours('work24/login', 24).map(({ start }) => start),
    );
  });

  it('of one check end with its last page', async () => {
    const stored = CHECKS.flatMap((check) => hours(check, 3));
    const pages = await allPages(stored, { check: 'probe' });
    expect(pages.map((page) => page.map(({ check }) => check))).toEqual([
      ['work24/probe', 'work24/probe', 'work24/probe'],
    ]);
  });

  it('come a thousand hours at a time, none twice and none left out', async () => {
    const stored = hours('work24/login', 2_001);
    const asked = { check: 'login', to: JULY + 2_001 * HOUR };
    const pages = await allPages(stored, asked);
    expect(pages.map(({ length }) => length)).toEqual([1_000, 1_000, 1]);
    expect(pages.flat().map(({ start }) => start)).toEqual(stored.map(({ start }) => start));
    const exact = await allPages(stored, { ...asked, to: JULY + 1_000 * HOUR });
    expect(exact.map(({ length }) => length)).toEqual([1_000]);
  });

  it('begin with the whole hour or month that the window begins in', async () => {
    const { items } = await pageOf(hours('work24/probe', 2), { from: JULY + 59 * SECOND });
    expect(items.map(({ start }) => start)).toEqual([JULY, JULY + HOUR]);
    const month = rollupAt(JULY, { check: 'work24/probe', period: 'month' });
    const asked = { interval: 'month', from: JULY + 9 * DAY, to: JULY + 31 * DAY } as const;
    expect((await pageOf([month], asked)).items).toEqual([month]);
  });

  it('are refused for unknown services and checks', async () => {
    await expect(pageOf([], { service: 'nowhere' })).rejects.toThrow(UnknownNameError);
    await expect(pageOf([], { check: 'nothing' })).rejects.toThrow(InvalidRequestError);
  });
});

describe('a cursor of rollups', () => {
  it.each([
    ['of a check that the service does not have', `2-${JULY}`],
    ['from before the window', `0-${JULY - HOUR}`],
    ['from after the window', `0-${JULY + DAY + HOUR}`],
    ['between two hours', `0-${JULY + 1}`],
    ['without a check', `-${JULY}`],
    ['that somebody made up', 'next'],
  ])('%s is refused', async (_what, cursor) => {
    await expect(pageOf(hours('work24/login', 24), { cursor })).rejects.toThrow(InvalidCursorError);
  });

  it('at the edge of the window is one of ours', async () => {
    const stored = hours('work24/login', 24);
    const ends = [JULY, JULY + 23 * HOUR, JULY + DAY].map(async (at) => {
      const { items } = await pageOf(stored, { cursor: `1-${at}` });
      return items.length;
    });
    expect(await Promise.all(ends)).toEqual([24, 1, 0]);
  });
});

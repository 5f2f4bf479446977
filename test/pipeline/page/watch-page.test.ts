import { describe, expect, it } from 'vitest';
import { watchPage } from '#pipeline/page/watch-page';
import { NOW } from '../../core/page/page-samples.ts';
import { world } from './page-world.ts';

describe('the watch on the page', () => {
  const watched = async (writtenAt: () => Promise<number>) => {
    const { ports } = await world();
    const counted: [string, number][] = [];
    const metrics = { count: (name: string, value: number) => counted.push([name, value]) };
    await watchPage({ ...ports, metrics, publicPage: { writtenAt } });
    return counted;
  };

  it('measures the age of the page at its public address', async () => {
    expect(await watched(async () => NOW - 90_000)).toEqual([['PageAge', 90]]);
  });

  it('counts and logs nothing without a public address', async () => {
    const { ports } = await world();
    const { publicPage: _, ...rest } = ports;
    const noted: unknown[] = [];
    const metrics = { count: (...given: unknown[]) => noted.push(given) };
    const log = { ...ports.log, error: (...given: unknown[]) => noted.push(given) };
    await watchPage({ ...rest, metrics, log } as never);
    expect(noted).toEqual([]);
  });

  it('counts no age below zero, if the writer’s clock is ahead', async () => {
    expect(await watched(async () => NOW + 5_000)).toEqual([['PageAge', 0]]);
  });

  it('counts nothing if it cannot be read, because the alarm treats missing data as a fault', async () => {
    expect(await watched(async () => Promise.reject(new Error('HTTP 500')))).toEqual([]);
  });
});

import { expect, it } from 'vitest';
import { HOUR } from '#core/time/time';
import { hourly } from '#local/watch/hourly';

it('an hourly task runs at once, goes on after a failure, and never beside itself', async () => {
  const ending = new AbortController();
  const failures: unknown[] = [];
  const seen: string[] = [];
  await hourly(
    async () => {
      seen.push('begun');
      await new Promise(setImmediate);
      seen.push('ended');
      if (seen.length === 2) throw new Error('busy');
    },
    {
      signal: ending.signal,
      onFailure: (error) => void failures.push(error),
      pause: async (ms) => {
        seen.push(`pause of ${ms / HOUR} h`);
        if (seen.length >= 6) ending.abort();
      },
    },
  );
  expect(seen).toEqual(['begun', 'ended', 'pause of 1 h', 'begun', 'ended', 'pause of 1 h']);
  expect(failures).toEqual([new Error('busy')]);
});

it('an hourly task ends in the middle of its hour', async () => {
  const ending = new AbortController();
  let runs = 0;
  const count = async () => {
    runs += 1;
  };
  const running = hourly(count, {
    signal: ending.signal,
    onFailure: () => undefined,
  });
  setImmediate(() => ending.abort());
  await running;
  expect(runs).toBe(1);
});

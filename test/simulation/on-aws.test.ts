import { describe, expect, it } from 'vitest';
import { isOwn } from '#core/notice/notice';
import { type DetectionBounds, detectionBounds } from '#core/plan/bounds';
import { MINUTE, SECOND } from '#core/time/time';
import { LARGEST_CLOCK_ERROR_MS, LATEST_TICK_MS } from '#local/cloud/aws/documented';
import { PUNCTUAL } from '#local/cloud/aws/tick-model';
import { seededRandom } from '#local/simulate/random';
import { aConfiguration, NINE_FIFTEEN } from '../support/builders.ts';
import { HANGS } from '../support/results.ts';
import { playOnAws, type Told } from './aws-world.ts';
import { simulatedConfiguration } from './history.ts';

const OUTAGES = 200;

/** A fault of all services that begins at a random moment of a random minute. */
function faultOf(seed: number) {
  const random = seededRandom(seed + 1_000);
  const begins = NINE_FIFTEEN + 3 * MINUTE + Math.floor(random() * 2 * MINUTE);
  const ends = begins + (5 + Math.floor(random() * 6)) * MINUTE;
  return { begins, ends };
}

async function play(seed: number, over: Partial<Parameters<typeof playOnAws>[0]> = {}) {
  const { begins, ends } = faultOf(seed);
  const told = await playOnAws({
    seed,
    configuration: simulatedConfiguration(),
    from: NINE_FIFTEEN,
    to: ends + 15 * MINUTE,
    ticks: PUNCTUAL,
    duplicates: 0,
    failures: 0,
    hangs: 0.05,
    clockErrorMs: LARGEST_CLOCK_ERROR_MS,
    seen: ({ service }, at) =>
      service !== 'control' && begins <= at && at < ends ? [HANGS, 10_000] : [{}, 300],
    ...over,
  });
  return { begins, ends, told };
}

const only = (told: readonly Told[], type: string) =>
  told.filter(({ notice }) => notice.type === type && !isOwn(notice));

describe('on queues, functions and a scheduler that behave as AWS documents', () => {
  it(`none of ${OUTAGES} outages stays untold, with doubles, hanging calls, late and missing ticks`, async () => {
    const untold: string[] = [];
    for (let seed = 0; seed < OUTAGES; seed += 1) {
      const { told } = await play(seed, {
        ticks: { latestMs: LATEST_TICK_MS, missing: 0.05, twice: 0.05 },
        duplicates: 0.05,
        failures: 0.05,
      });
      const opened = new Set(only(told, 'opened').map(({ notice }) => notice.id)).size;
      const closed = new Set(only(told, 'closed').map(({ notice }) => notice.id)).size;
      if (opened === 0 || closed !== opened) untold.push(`${seed}: ${opened} / ${closed}`);
    }
    expect(untold).toEqual([]);
  }, 120_000);

  it.each([
    ['punctual ticks', PUNCTUAL, ({ sharedSeconds }: DetectionBounds) => sharedSeconds],
    [
      'ticks up to 59 s late',
      { ...PUNCTUAL, latestMs: LATEST_TICK_MS },
      ({ withLateTick }: DetectionBounds) => withLateTick.sharedSeconds,
    ],
  ])(
    'holds the bound that `plan` prints, with %s',
    async (_, ticks, boundOf) => {
      const configuration = aConfiguration();
      const bound = boundOf(detectionBounds(configuration));
      const late: string[] = [];
      for (let seed = 0; seed < 60; seed += 1) {
        const { begins, told } = await play(seed, { configuration, ticks });
        const [opened] = only(told, 'opened');
        const seconds = ((opened?.at ?? Number.POSITIVE_INFINITY) - begins) / SECOND;
        if (seconds > bound) late.push(`${seed}: ${seconds} of ${bound} s`);
      }
      expect(late).toEqual([]);
    },
    60_000,
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PublishError } from '#core/errors';
import type { Notice } from '#core/notice/notice';
import type { Channel } from '#core/ports/notices';
import { sendNotices } from '#pipeline/evaluate/send-notices';
import { noticeOf } from '../../adapters/dynamodb/samples.ts';
import { channelOf } from '../../support/channels.ts';
import {
  aboutToAnnounce,
  type EvaluationBench,
  OUTAGE_ID,
  work24,
} from '../../support/evaluation.ts';
import { PASSES } from '../../support/watch.ts';

interface Sent {
  readonly id: string;
  readonly second: number;
}

/** Seconds of the passes that end it. */
const RECOVERS = [140, 200, 260];

interface Played {
  readonly bench: EvaluationBench;
  readonly first: readonly Sent[];
  readonly second: readonly Sent[];
}

/** An outage from its opening to well after its end, on two channels; the second may refuse. */
async function play(takes: (second: number) => boolean, change: Partial<Channel> = {}) {
  const bench = await aboutToAnnounce();
  const first: Sent[] = [];
  const second: Sent[] = [];
  let at = 0;
  const channels = [
    channelOf({
      send: async ({ id }) => {
        first.push({ id, second: at });
        return 'first';
      },
    }),
    channelOf({
      name: 'events',
      hasFallback: false,
      send: async ({ id }) => {
        if (!takes(at)) throw new PublishError(`No ${id}.`, 'It is sent again.');
        second.push({ id, second: at });
        return 'second';
      },
      ...change,
    }),
  ];
  bench.ports = { ...bench.ports, channels };
  for (at = 95; at <= 1_500; at += 15) {
    await bench.at(at, RECOVERS.includes(at) ? work24(PASSES) : {});
  }
  return { bench, first, second } satisfies Played;
}

describe('two channels', () => {
  it('each get every notice once, in order', async () => {
    const { first, second, bench } = await play(() => true);
    expect(first.map(({ id }) => id)).toEqual([`${OUTAGE_ID}#1`, `${OUTAGE_ID}#2`]);
    expect(second).toEqual(first);
    expect([...bench.rows.values()].map(({ state }) => state)).toEqual(Array(4).fill('sent'));
  });

  it('do not delay each other: a refusal by one changes nothing for the other', async () => {
    const { first } = await play(() => true);
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 0, max: 40 })), async (good) => {
        const played = await play((second) => second > 900 || good.includes((second - 95) / 15));
        expect(played.first).toEqual(first);
        expect(played.second.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
      }),
      { numRuns: 25 },
    );
  });

  it('have separate rows in the ledger, with the reason of a refusal', async () => {
    const { bench, first } = await play(() => false);
    expect(first).toHaveLength(2);
    const rows = await bench.ports.ledger.ofOutage(OUTAGE_ID);
    expect(rows.map(({ notice, channel, state }) => [notice.seq, channel, state])).toEqual([
      [1, 'events', 'failed'],
      [1, 'sns', 'sent'],
      [2, 'sns', 'sent'],
    ]);
    expect(rows[0]?.lastError).toContain(`No ${OUTAGE_ID}#1.`);
  });

  it('that does not accept a notice has no row of it and holds nothing up', async () => {
    const { bench, second } = await play(() => true, { accepts: ({ type }) => type !== 'opened' });
    expect(second.map(({ id }) => id)).toEqual([`${OUTAGE_ID}#2`]);
    const rows = await bench.ports.ledger.ofOutage(OUTAGE_ID);
    expect(rows.filter(({ channel }) => channel === 'events')).toHaveLength(1);
  });

  it('continue when one of them throws', async () => {
    const accepts = () => {
      throw new TypeError('broken');
    };
    const { first, bench } = await play(() => true, { accepts });
    expect(first).toHaveLength(2);
    expect(bench.logged.some(({ event }) => event === 'notice not sent')).toBe(true);
  });
});

describe('a notice for one channel only', () => {
  it('is sent on it, and has no row on another', async () => {
    const { bench, first, second } = await play(() => true);
    const [opened] = await bench.ports.ledger.ofOutage(OUTAGE_ID);
    if (!opened) throw new Error('nothing was sent');
    const drill: Notice = { ...opened.notice, id: 'd#1', outage: 'd', only: 'events' };
    const before = [first.length, second.length];
    expect(await sendNotices([drill], bench.ports)).toEqual(new Set(['d#1']));
    expect([first.length, second.length]).toEqual([before[0], (before[1] ?? 0) + 1]);
    const rows = await bench.ports.ledger.ofOutage('d');
    expect(rows.map(({ channel, state }) => [channel, state])).toEqual([['events', 'sent']]);
  });
});

describe('notices of one evaluation', () => {
  it('are sent in order of their numbers, in whatever order they were written', async () => {
    const bench = await aboutToAnnounce();
    const sent: number[] = [];
    const send: Channel['send'] = async ({ seq }) => {
      sent.push(seq);
      return 'sent';
    };
    bench.sendBy(send);
    const numbered = (seq: number) => noticeOf(OUTAGE_ID, seq);
    const left = await sendNotices([3, 1, 2].map(numbered), bench.ports);
    expect(sent).toEqual([1, 2, 3]);
    expect(left.size).toBe(3);
  });
});

import { describe, expect, it } from 'vitest';
import type { CarrierReport } from '#contract/messages';
import { METRICS } from '#contract/metrics';
import { PublishError } from '#core/errors';
import { carrierView } from '#core/notice/carriers';
import type { Channel } from '#core/ports/notices';
import { HOUR, MINUTE } from '#core/time/time';
import { hearCarrier } from '#pipeline/evaluate/hear-carrier';
import { channelOf } from '../../support/channels.ts';
import { aboutToAnnounce, type EvaluationBench, OUTAGE_ID } from '../../support/evaluation.ts';

/** An opening notice that SNS accepted, with its message id stored for carriers' answers. */
async function announced(change: Partial<Channel> = {}) {
  const bench = await aboutToAnnounce();
  const send: Channel['send'] = async (notice, route) => {
    bench.published.push({ notice, route });
    return `${route}-1`;
  };
  const channels = [channelOf({ isAnswered: ({ sms }) => sms !== undefined, send, ...change })];
  bench.ports = { ...bench.ports, channels };
  await bench.at(95);
  return bench;
}

function answer(change: Partial<CarrierReport> = {}): CarrierReport {
  return {
    outage: OUTAGE_ID,
    notice: `${OUTAGE_ID}#1`,
    channel: 'sns',
    route: 'primary',
    id: 'e-1',
    phone: '…5678',
    delivered: true,
    says: 'Message has been accepted by phone',
    ...change,
  };
}

const BLOCKED = { id: 'e-2', delivered: false, says: 'Blocked as spam by phone carrier' };
const hear = (bench: EvaluationBench, change: Partial<CarrierReport> = {}) =>
  hearCarrier(answer(change), bench.now, bench.ports);
const routes = ({ published }: EvaluationBench) => published.map(({ route }) => route);
const viewOf = (bench: EvaluationBench) => {
  const row = bench.row();
  return row && carrierView(row, bench.now);
};

describe('a notice to phones', () => {
  it('is found by the message id that the provider gave it', async () => {
    const bench = await announced();
    expect(await bench.ports.ledger.remembered('primary-1')).toMatchObject({
      notice: { id: `${OUTAGE_ID}#1`, outage: OUTAGE_ID, group: 'moel' },
      channel: 'sns',
      route: 'primary',
    });
    expect(viewOf(bench)?.state).toBe('awaited');
  });

  it('is sent once, even where its message id cannot be remembered', async () => {
    const bench = await aboutToAnnounce();
    bench.ports = { ...bench.ports, channels: [channelOf({ isAnswered: () => true })] };
    bench.replace('ledger', { remember: () => Promise.reject(new Error('throttled')) });
    await bench.at(95);
    expect(bench.row()).toMatchObject({ state: 'sent', attempts: 1 });
    expect(bench.logged).toContainEqual({ level: 'warn', event: 'message not remembered' });
  });
});

describe('the answer of a carrier', () => {
  it('stands in the row, once, and changes nothing else', async () => {
    const bench = await announced();
    await hear(bench);
    await hear(bench);
    expect(viewOf(bench)).toEqual({
      state: 'delivered',
      delivered: 1,
      failures: [],
      fellBack: false,
    });
    expect(bench.row()).toMatchObject({ state: 'sent', messageId: 'primary-1' });
    expect(routes(bench)).toEqual(['primary']);
  });

  it('that it failed sends the notice over the fallback, once, and the watchdog hears', async () => {
    const bench = await announced();
    await hear(bench, BLOCKED);
    await hear(bench, { ...BLOCKED, id: 'e-3', phone: '…0002' });
    await hear(bench, { ...BLOCKED, id: 'e-4', route: 'fallback' });
    expect(routes(bench)).toEqual(['primary', 'fallback']);
    expect(bench.counted[METRICS.noticeFellBack]).toBe(1);
    expect(await bench.ports.ledger.remembered('fallback-1')).toMatchObject({ route: 'fallback' });
    expect(viewOf(bench)).toMatchObject({ state: 'failed', fellBack: true });
  });

  it('is kept when the fallback refuses, and the next delivery of the report tries again', async () => {
    const tried: string[] = [];
    const bench = await announced({
      send: async (_, route) => {
        tried.push(route);
        if (tried.length === 2) throw new PublishError('no', 'again');
        return `${route}-1`;
      },
    });
    await expect(hear(bench, BLOCKED)).rejects.toThrow('no');
    expect(bench.row()?.carriers?.answers).toHaveLength(1);
    const first = bench.now;
    bench.now += MINUTE;
    await hear(bench, BLOCKED);
    expect(tried).toEqual(['primary', 'fallback', 'fallback']);
    expect(bench.counted[METRICS.noticeFellBack]).toBe(1);
    expect(bench.row()?.carriers?.fallback).toEqual({ at: first, messageId: 'fallback-1' });
  });

  it('that comes hours later is recorded, and the notice is not sent again', async () => {
    const bench = await announced();
    bench.now += 2 * HOUR;
    await hear(bench, BLOCKED);
    expect(viewOf(bench)?.state).toBe('failed');
    expect(routes(bench)).toEqual(['primary']);
  });

  it('to a notice that is not in the ledger is ignored', async () => {
    const bench = await announced();
    await hear(bench, { ...BLOCKED, notice: 'gone#1' });
    expect(routes(bench)).toEqual(['primary']);
    expect(bench.rows.size).toBe(1);
  });
});

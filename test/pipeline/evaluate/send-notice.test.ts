import { describe, expect, it } from 'vitest';
import { METRICS } from '#contract/metrics';
import { PublishError } from '#core/errors';
import type { LedgerRow } from '#core/notice/notice';
import { aboutToAnnounce, OUTAGE_ID, work24 } from '../../support/evaluation.ts';
import { rowKey } from '../../support/memory/ledger.ts';
import { PASSES } from '../../support/watch.ts';

const refuse = async () => {
  throw new PublishError('SNS did not answer.', 'It is sent again.');
};

describe('a notice', () => {
  it('is in the ledger before it is sent', async () => {
    const bench = await aboutToAnnounce();
    const seen: (LedgerRow | undefined)[] = [];
    bench.sendBy(async () => {
      seen.push(bench.row());
      return 'id';
    });
    await bench.at(95);
    expect(seen).toMatchObject([{ state: 'pending', attempts: 1, attemptedAt: bench.now }]);
  });

  it('is sent again after 30 s when its try never said how it ended', async () => {
    const bench = await aboutToAnnounce();
    const gone = bench.sendBy(() => new Promise(() => {}));
    void bench.at(95);
    await new Promise((resolve) => setImmediate(resolve));
    gone();
    await bench.at(124);
    expect(bench.published).toEqual([]);
    await bench.at(125);
    expect(bench.published.map(({ notice }) => notice.id)).toEqual([`${OUTAGE_ID}#1`]);
    expect(bench.row()).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('is left to the evaluator that claimed it first', async () => {
    const bench = await aboutToAnnounce();
    bench.replace('ledger', { claim: async () => false });
    expect(await bench.at(95)).toMatchObject({ unsent: 1 });
    expect(bench.published).toEqual([]);
  });

  it('waits longer after each failure, then goes to the fallback topic, and the watchdog hears', async () => {
    const bench = await aboutToAnnounce();
    const tries: { second: number; route: string }[] = [];
    let second = 95;
    bench.sendBy(async (_notice, route) => {
      tries.push({ second, route });
      return route === 'primary' ? refuse() : 'fallback-1';
    });
    for (; second <= 95 + 25 * 60; second += 5) await bench.at(second);
    expect(tries.map(({ second: at }) => at - 95)).toEqual([0, 30, 90, 210, 450, 455]);
    expect(tries.map(({ route }) => route)).toEqual([
      'primary',
      'primary',
      'primary',
      'primary',
      'primary',
      'fallback',
    ]);
    expect(bench.counted[METRICS.noticeFellBack]).toBe(1);
    expect(bench.row()).toMatchObject({ state: 'sent', route: 'fallback', attempts: 6 });
  });

  it('that every topic refuses is tried every five minutes without end', async () => {
    const bench = await aboutToAnnounce();
    let tries = 0;
    bench.sendBy(async () => {
      tries += 1;
      return refuse();
    });
    for (let second = 95; second <= 95 + 2 * 3_600; second += 60) await bench.at(second);
    expect(tries).toBeGreaterThan(25);
    expect(bench.row()).toMatchObject({ state: 'failed', route: 'fallback' });
    const logged = bench.logged.map(({ level, event }) => `${level} ${event}`);
    expect(logged.filter((line) => line === 'error notice not sent')).toHaveLength(tries);
    expect(logged).toContain('warn notice goes to the fallback');
  });

  it('that was sent is marked on the second try, and not sent again', async () => {
    const bench = await aboutToAnnounce();
    const { ledger } = bench.ports;
    let refused = 0;
    bench.replace('ledger', {
      update: (row) => {
        refused += 1;
        return refused < 3 ? Promise.reject(new Error('throttled')) : ledger.update(row);
      },
    });
    await bench.at(95);
    await bench.at(200);
    expect(bench.types).toEqual(['opened']);
    expect(bench.row()?.state).toBe('sent');
  });

  it('whose row is incomplete is written again and sent', async () => {
    const bench = await aboutToAnnounce();
    const { ledger } = bench.ports;
    bench.replace('ledger', {
      open: async (row) => {
        const { notice, channel } = row;
        if (!bench.rows.has(rowKey(row))) {
          bench.rows.set(rowKey(row), { notice, channel } as LedgerRow);
        }
        return ledger.open(row);
      },
    });
    await bench.at(95);
    expect(bench.types).toEqual(['opened']);
    expect(bench.row()).toMatchObject({ state: 'sent', attempts: 1, route: 'primary' });
  });

  it('of an end waits for the notice of the begin', async () => {
    const bench = await aboutToAnnounce();
    const healed = bench.sendBy(refuse);
    await bench.at(95);
    for (const second of [130, 190, 250]) await bench.at(second, work24(PASSES));
    expect(bench.rows.size).toBe(1);
    healed();
    await bench.at(600);
    expect(bench.types).toEqual(['opened', 'closed']);
  });
});

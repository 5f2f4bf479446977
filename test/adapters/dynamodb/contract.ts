import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defined } from '#core/defined';
import type { GroupState } from '#core/detection/group-state';
import { VersionConflictError } from '#core/errors';
import type { Totals } from '#core/history/rollup';
import { newRow } from '#core/notice/ledger';
import type { WithheldService } from '#core/outage/withheld';
import { DAY, HOUR, MINUTE } from '#core/time/time';
import { outagesContract } from './outages-contract.ts';
import { resultsContract } from './results-contract.ts';
import { boardOf, commandAt, noticeOf, rollupAt, T0 } from './samples.ts';
import type { StoresUnderTest } from './stores.ts';

export interface ContractOptions {
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly stores: () => Promise<StoresUnderTest>;
}

/** The docstrings of core/ports/ as tests. Every implementation of the stores must pass them. */
export function storesContract(name: string, options: ContractOptions): void {
  describe(`the stores on ${name}`, () => {
    let stores: StoresUnderTest;
    beforeAll(options.start);
    afterAll(options.stop);
    beforeEach(async () => {
      stores = await options.stores();
      stores.setNow(T0);
    });

    resultsContract(() => stores);

    describe('group state', () => {
      it('is what was committed last', async () => {
        await stores.groups.commit(stateOf(1));
        await stores.groups.commit(stateOf(2));
        expect(await stores.groups.load('moel')).toEqual(stateOf(2));
        expect(await stores.groups.load('other')).toBeUndefined();
      });

      it('is committed by one writer only', async () => {
        await stores.groups.commit(stateOf(1));
        await expect(stores.groups.commit(stateOf(1))).rejects.toBeInstanceOf(VersionConflictError);
        await expect(stores.groups.commit(stateOf(3))).rejects.toBeInstanceOf(VersionConflictError);
        const race = await Promise.allSettled([
          stores.groups.commit(stateOf(2)),
          stores.groups.commit(stateOf(2)),
        ]);
        expect(race.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      });
    });

    describe('commands', () => {
      it('come back after a given one, oldest first, of one group', async () => {
        for (const minutes of [2, 0, 1]) {
          await stores.commands.put(commandAt(T0 + minutes * MINUTE));
        }
        await stores.commands.put(commandAt(T0, { group: 'other' }));
        const all = await stores.commands.after('moel', '');
        expect(all.map(({ at }) => at)).toEqual([T0, T0 + MINUTE, T0 + 2 * MINUTE]);
        expect(await stores.commands.after('moel', all[1]?.id ?? '')).toEqual([all[2]]);
      });
    });

    outagesContract(() => stores);

    describe('the ledger', () => {
      const fresh = newRow(noticeOf('moel-20240718-0915', 1), 'sns');
      const { notice } = fresh;

      it('opens a row once and keeps the first', async () => {
        expect(await stores.ledger.open(fresh)).toBe('opened');
        const other = { ...fresh, notice: { ...notice, text: 'other' } };
        expect(await stores.ledger.open(other)).toBe('exists');
        expect(await stores.ledger.get(fresh)).toEqual(fresh);
      });

      it('does not take back that a notice was sent', async () => {
        await stores.ledger.open(fresh);
        const row = await stores.ledger.get(fresh);
        if (!row) throw new Error('no row');
        const sent = { ...row, state: 'sent', sentAt: T0, attempts: 1 } as const;
        expect(await stores.ledger.update(sent)).toEqual(sent);
        expect(await stores.ledger.update({ ...row, state: 'failed', attempts: 2 })).toEqual(sent);
        expect(await stores.ledger.get(fresh)).toEqual(sent);
      });

      it('lets one writer make each try, and nobody once it is sent', async () => {
        await stores.ledger.open(fresh);
        const row = await stores.ledger.get(fresh);
        if (!row) throw new Error('no row');
        const first = { ...row, attempts: 1, attemptedAt: T0 };
        const race = await Promise.all([stores.ledger.claim(first), stores.ledger.claim(first)]);
        expect(race.toSorted()).toEqual([false, true]);
        expect(await stores.ledger.claim({ ...first, attempts: 3 })).toBe(false);
        expect(await stores.ledger.claim({ ...first, attempts: 2 })).toBe(true);
        await stores.ledger.update({ ...first, state: 'sent', attempts: 2, sentAt: T0 });
        expect(await stores.ledger.claim({ ...first, attempts: 3 })).toBe(false);
      });

      it('takes what became of a notice after it was sent', async () => {
        await stores.ledger.open(fresh);
        await stores.ledger.update({ ...fresh, state: 'sent', sentAt: T0 });
        const amended = { ...fresh, state: 'sent', sentAt: T0, carriers: { answers: [] } } as const;
        await stores.ledger.amend(amended);
        expect(await stores.ledger.get(fresh)).toEqual(amended);
        expect(await stores.ledger.claim({ ...fresh, attempts: 1 })).toBe(false);
      });

      it('knows its messages by the ids of the provider', async () => {
        const { id, outage, group } = notice;
        const message = {
          notice: { id, outage, group },
          channel: 'sns',
          route: 'primary',
        } as const;
        await stores.ledger.remember('m-1', { ...message, notice });
        expect(await stores.ledger.remembered('m-1')).toEqual(message);
        expect(await stores.ledger.remembered('m-2')).toBeUndefined();
      });

      it('gives the notices of one outage in their order', async () => {
        for (const seq of [10, 2, 1, 9]) {
          await stores.ledger.open(newRow(noticeOf('moel-20240718-0915', seq), 'sns'));
        }
        await stores.ledger.open(newRow(noticeOf('moel-20240718-0915-2', 1), 'sns'));
        const rows = await stores.ledger.ofOutage('moel-20240718-0915');
        expect(rows.map((row) => row.notice.seq)).toEqual([1, 2, 9, 10]);
      });

      it('keeps a row for each channel: what becomes of one says nothing about another', async () => {
        const rows = ['sns', 'webhook', 'events'].map((channel) => newRow(notice, channel));
        for (const row of rows) expect(await stores.ledger.open(row)).toBe('opened');
        const [sns = fresh, webhook = fresh] = rows;
        const sent = { ...sns, state: 'sent', attempts: 1, sentAt: T0 } as const;
        await stores.ledger.update(sent);
        const attempt = { ...webhook, attempts: 1, attemptedAt: T0 };
        expect(await stores.ledger.claim(attempt)).toBe(true);
        expect(await stores.ledger.ofOutage(notice.outage)).toEqual([rows[2], sent, attempt]);
      });
    });

    describe('rollups', () => {
      it('come back by check and period, start inclusive, end exclusive', async () => {
        for (const hours of [2, 0, 1, 3]) await stores.rollups.put(rollupAt(T0 + hours * HOUR));
        await stores.rollups.put(rollupAt(T0 + HOUR, { period: 'day' }));
        await stores.rollups.put(rollupAt(T0 + HOUR, { check: 'work24/probe' }));
        const found = await stores.rollups.range('work24/login', 'hour', T0 + HOUR, T0 + 3 * HOUR);
        expect(found).toEqual([rollupAt(T0 + HOUR), rollupAt(T0 + 2 * HOUR)]);
      });

      it('are replaced until frozen, and never after', async () => {
        const month = rollupAt(T0, { period: 'month' });
        const frozen = { ...month, results: { passed: 13 }, frozen: true };
        await stores.rollups.put(month);
        await stores.rollups.put(frozen);
        await stores.rollups.put({ ...month, results: { passed: 1 } });
        await stores.rollups.put({ ...frozen, results: { passed: 1 } });
        expect(await stores.rollups.range('work24/login', 'month', T0, T0 + 1)).toEqual([frozen]);
      });
    });

    describe('totals of a group', () => {
      const checks = ['work24/login', 'work24/probe', 'eps/login'];
      const down = { up: 3_000.5, degraded: 0, down: 599.5, maintenance: 0, unknown: 0 };
      const totalsOf = ({ check, period, start, seconds, blips }: Totals): Totals => ({
        ...{ check, period, start, seconds },
        ...defined({ blips }),
      });
      const byCheck = (totals: readonly Totals[]) =>
        totals.toSorted((a, b) => a.start - b.start || (a.check < b.check ? -1 : 1));

      it('come back for all checks by period, start inclusive, end exclusive', async () => {
        const hours = [3, 0, 2, 1].flatMap((hour) =>
          checks.map((check) => rollupAt(T0 + hour * HOUR, { check, seconds: down })),
        );
        await stores.rollups.addTotals('moel', hours);
        await stores.rollups.addTotals('moel', [rollupAt(T0 + HOUR, { period: 'day' })]);
        await stores.rollups.addTotals('other', hours);
        const found = await stores.rollups.totals('moel', 'hour', T0 + HOUR, T0 + 3 * HOUR);
        const [first, second] = [found.slice(0, 3), found.slice(3)];
        expect(first.every(({ start }) => start === T0 + HOUR)).toBe(true);
        expect(second.every(({ start }) => start === T0 + 2 * HOUR)).toBe(true);
        const wanted = hours.filter(({ start }) => start > T0 && start < T0 + 3 * HOUR);
        expect(byCheck(found)).toEqual(byCheck(wanted.map(totalsOf)));
      });

      it('of one check replace its own and leave those of the others', async () => {
        const [login, probe] = checks.map((check) => rollupAt(T0, { check, blips: 2 }));
        if (!login || !probe) throw new Error('no checks');
        await stores.rollups.addTotals('moel', [login, probe]);
        await stores.rollups.addTotals('moel', [{ ...login, seconds: down, blips: 3 }]);
        const after = [{ ...login, seconds: down, blips: 3 }, probe].map(totalsOf);
        expect(byCheck(await stores.rollups.totals('moel', 'hour', T0, T0 + 1))).toEqual(after);
      });

      it('of writers at the same time are all there, or the writer hears of it', async () => {
        const writes = await Promise.allSettled(
          checks.map((check) => stores.rollups.addTotals('moel', [rollupAt(T0, { check })])),
        );
        const done = checks.filter((_, index) => writes[index]?.status === 'fulfilled');
        const found = await stores.rollups.totals('moel', 'hour', T0, T0 + 1);
        expect(found.map(({ check }) => check).toSorted()).toEqual(done.toSorted());
        for (const write of writes) {
          if (write.status === 'rejected')
            expect(write.reason).toBeInstanceOf(VersionConflictError);
        }
      });
    });

    describe('reasons why nobody was told', () => {
      const withheld = (minutes: number, service = 'work24'): WithheldService => ({
        schema: 1,
        group: 'moel',
        service,
        at: T0 + minutes * MINUTE,
        reason: 'forming',
        run: 'work24.probe.20240718T001500Z.scheduled',
        layer: 'data',
        kind: 'timeout',
      });

      it('come back by service, oldest first, from inclusive, to exclusive', async () => {
        for (const minutes of [3, 1, 2, 0]) await stores.withheld.put(withheld(minutes));
        await stores.withheld.put(withheld(1, 'eps'));
        const found = await stores.withheld.range('work24', T0 + MINUTE, T0 + 3 * MINUTE);
        expect(found).toEqual([withheld(1), withheld(2)]);
      });

      it('are kept once, however often they are put, and for 90 days', async () => {
        await stores.withheld.put(withheld(0));
        await stores.withheld.put(withheld(0));
        await stores.withheld.put({ ...withheld(0), at: T0 - 91 * DAY });
        expect(await stores.withheld.range('work24', 0, T0 + 1)).toEqual([withheld(0)]);
      });
    });

    describe('the board', () => {
      it('shows the latest part of every group', async () => {
        await stores.board.put(boardOf('moel'));
        await stores.board.put(boardOf('other'));
        await stores.board.put(boardOf('moel', { networkInDoubt: true }));
        expect(await stores.board.get()).toEqual([
          boardOf('moel', { networkInDoubt: true }),
          boardOf('other'),
        ]);
      });
    });
  });
}

function stateOf(version: number): GroupState {
  return { schema: 1, group: 'moel', version, evaluatedAt: T0 + version } as GroupState;
}

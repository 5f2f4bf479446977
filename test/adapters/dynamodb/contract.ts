import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defined } from '#core/defined';
import type { GroupState } from '#core/detection/group-state';
import { InvalidCursorError, VersionConflictError } from '#core/errors';
import type { Totals } from '#core/history/rollup';
import { newRow } from '#core/notice/ledger';
import type { WithheldService } from '#core/outage/withheld';
import type { Ledger } from '#core/ports/notices';
import type { OutageStore, WithheldStore } from '#core/ports/outage-records';
import type { CommandStore } from '#core/ports/people';
import type { ResultStore } from '#core/ports/results';
import type { BoardStore, GroupStore, RollupStore } from '#core/ports/states';
import type { Result } from '#core/run/result';
import { DAY, HOUR, MINUTE } from '#core/time/time';
import {
  boardOf,
  commandAt,
  failedAt,
  noticeOf,
  outageAt,
  resultAt,
  rollupAt,
  T0,
} from './samples.ts';

/** The stores under test. Each test gets a fresh, empty set. */
export interface StoresUnderTest {
  readonly results: ResultStore;
  readonly groups: GroupStore;
  readonly commands: CommandStore;
  readonly outages: OutageStore;
  readonly ledger: Ledger;
  readonly rollups: RollupStore;
  readonly board: BoardStore;
  readonly withheld: WithheldStore;
  /** Sets the stores' current time. */
  setNow(at: number): void;
}

export interface ContractOptions {
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly stores: () => Promise<StoresUnderTest>;
}

const RETENTION = { passed: 35, others: 400 };

export { RETENTION as CONTRACT_RETENTION };

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

    describe('results', () => {
      it('are stored once, however often they are put', async () => {
        const result = resultAt(T0);
        expect(await stores.results.put(result)).toBe('stored');
        expect(await stores.results.put({ ...result, durationMs: 5 })).toBe('duplicate');
        expect(await stores.results.get('work24', result.run)).toEqual(result);
      });

      it('come back oldest first for the evaluator, from the asked moment on', async () => {
        const times = [3, 1, 2, 0].map((minutes) => T0 + minutes * MINUTE);
        for (const at of times) await stores.results.put(resultAt(at));
        await stores.results.put(resultAt(T0 + 5 * MINUTE, { service: 'eps' }));
        const found = await stores.results.since('work24', T0 + MINUTE);
        expect(found.map(({ scheduledAt }) => scheduledAt)).toEqual(
          [1, 2, 3].map((minutes) => T0 + minutes * MINUTE),
        );
      });

      it('are listed newest first, page by page, without gap or repetition', async () => {
        const put = Array.from({ length: 11 }, (_, index) => resultAt(T0 + index * MINUTE));
        for (const result of put) await stores.results.put(result);
        const pages = await allPages(stores.results, { limit: 4 });
        expect(pages.map((page) => page.length)).toEqual([4, 4, 3]);
        expect(pages.flat().map(({ run }) => run)).toEqual(put.map(({ run }) => run).toReversed());
      });

      it('end without a cursor when the last page is exactly full', async () => {
        for (let index = 0; index < 4; index += 1) {
          await stores.results.put(resultAt(T0 + index * MINUTE));
        }
        expect((await allPages(stores.results, { limit: 2 })).map((page) => page.length)).toEqual([
          2, 2,
        ]);
      });

      it('are listed from the start of the window, and not at its end', async () => {
        for (const at of [T0 - 1, T0, T0 + HOUR - 1, T0 + HOUR]) {
          await stores.results.put(resultAt(at, { run: `work24.login.${at}` }));
        }
        const pages = await allPages(stores.results, { from: T0, to: T0 + HOUR, limit: 10 });
        expect(pages.flat().map(({ scheduledAt }) => scheduledAt)).toEqual([T0 + HOUR - 1, T0]);
      });

      it.each([
        [{ result: 'failed' }, 3],
        [{ kind: 'timeout' }, 2],
        [{ result: 'failed', kind: 'dns' }, 1],
        [{ result: 'passed' }, 6],
        [{ check: 'work24/probe' }, 3],
        [{ check: 'work24/probe', result: 'failed' }, 1],
        [{ result: 'degraded' }, 0],
      ] as const)('filtered by %j are %i', async (filter, expected) => {
        for (let index = 0; index < 9; index += 1) {
          const check = index % 3 === 0 ? 'work24/probe' : 'work24/login';
          const at = T0 + index * MINUTE;
          const result =
            index < 3
              ? failedAt(at, { check, kind: index === 0 ? 'dns' : 'timeout' })
              : resultAt(at, { check });
          await stores.results.put(result);
        }
        const pages = await allPages(stores.results, { ...filter, limit: 2 });
        expect(pages.flat()).toHaveLength(expected);
        expect(pages.flat().every((result) => matches(result, filter))).toBe(true);
      });

      it('of another service never show', async () => {
        await stores.results.put(failedAt(T0, { service: 'eps' }));
        await stores.results.put(failedAt(T0));
        for (const filter of [{}, { result: 'failed' }] as const) {
          const pages = await allPages(stores.results, { ...filter, limit: 5 });
          expect(pages.flat().map(({ service }) => service)).toEqual(['work24']);
        }
      });

      it('vanish for readers the moment they expire, passed ones first', async () => {
        const passed = resultAt(T0);
        const failed = failedAt(T0 + MINUTE);
        await stores.results.put(passed);
        await stores.results.put(failed);
        stores.setNow(T0 + RETENTION.passed * DAY + HOUR);
        expect(await stores.results.get('work24', passed.run)).toBeUndefined();
        expect(await stores.results.since('work24', 0)).toEqual([failed]);
        stores.setNow(T0 + RETENTION.others * DAY + HOUR);
        expect(await stores.results.since('work24', 0)).toEqual([]);
        expect((await allPages(stores.results, { result: 'failed', limit: 5 })).flat()).toEqual([]);
      });

      it('refuse cursors that are forged, cut, or of another question', async () => {
        for (let index = 0; index < 3; index += 1) {
          await stores.results.put(resultAt(T0 + index * MINUTE));
        }
        const { next = '' } = await stores.results.list(query({ limit: 1 }));
        const wrong = [
          query({ cursor: 'AAAA' }),
          query({ cursor: '' }),
          query({ cursor: next.slice(0, -2) }),
          query({ cursor: `${next}x1` }),
          query({ cursor: `${next}=` }),
          query({ cursor: `${next}A` }),
          query({ cursor: next, service: 'eps' }),
          query({ cursor: next, result: 'failed' }),
          query({ cursor: next, from: T0 + DAY, to: T0 + 2 * DAY }),
        ];
        for (const asked of wrong) {
          await expect(stores.results.list(asked)).rejects.toBeInstanceOf(InvalidCursorError);
        }
      });

      it('are not found by a run id that nobody gave out', async () => {
        for (const run of ['', 'x', 'work24.login.20240718T001500Z.manual', '../../..', '\u0000']) {
          expect(await stores.results.get('work24', run)).toBeUndefined();
        }
      });
    });

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

    describe('outages', () => {
      const ids = ['20240718-0915', '20240720-2300', '20240801-0000'];

      it('are found by id and overwritten by their next version', async () => {
        await stores.outages.put(outageAt('20240718-0915'));
        const closed = outageAt('20240718-0915', { state: 'closed', downSeconds: 60 });
        await stores.outages.put(closed);
        expect(await stores.outages.get('moel-20240718-0915')).toEqual(closed);
        expect(await stores.outages.get('moel-20240718-0916')).toBeUndefined();
        expect((await stores.outages.list({ limit: 10 })).items).toEqual([closed]);
      });

      it('are not taken back by a writer that was overtaken', async () => {
        const closed = outageAt('20240718-0915', { state: 'closed', revision: 8 });
        await stores.outages.put(closed);
        await stores.outages.put(outageAt('20240718-0915', { revision: 7 }));
        expect(await stores.outages.get('moel-20240718-0915')).toEqual(closed);
        const noted = { ...closed, downSeconds: 9 };
        await stores.outages.put(noted);
        expect(await stores.outages.get('moel-20240718-0915')).toEqual(noted);
      });

      it('are listed newest first, page by page', async () => {
        for (const id of ids) await stores.outages.put(outageAt(id));
        const first = await stores.outages.list({ limit: 2 });
        const rest = await stores.outages.list({ limit: 2, cursor: first.next ?? 'none' });
        expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(
          ids.toReversed().map((id) => `moel-${id}`),
        );
        expect(rest.next).toBeUndefined();
      });

      it('are filtered by state and by service', async () => {
        await stores.outages.put(outageAt('20240718-0915', { state: 'closed' }));
        await stores.outages.put(outageAt('20240720-2300'));
        const open = await stores.outages.list({ state: 'open', limit: 10 });
        expect(open.items.map(({ id }) => id)).toEqual(['moel-20240720-2300']);
        expect((await stores.outages.list({ service: 'eps', limit: 10 })).items).toEqual([]);
        expect((await stores.outages.list({ service: 'work24', limit: 10 })).items).toHaveLength(2);
      });

      it('show in every window they reach into', async () => {
        const began = Date.parse('2024-07-18T09:15:00+09:00');
        const ended = { after: began + 2 * HOUR, by: began + 3 * HOUR };
        await stores.outages.put(
          outageAt('20240718-0915', { state: 'closed', endedBetween: ended }),
        );
        const within = (from: number, to: number) =>
          stores.outages.list({ from, to, limit: 10 }).then(({ items }) => items.length);
        expect(await within(began - DAY, began + DAY)).toBe(1);
        expect(await within(began + HOUR, began + DAY)).toBe(1);
        expect(await within(began + 4 * HOUR, began + DAY)).toBe(0);
        expect(await within(began - DAY, began - MINUTE)).toBe(0);
        expect(await within(began + DAY, began - DAY)).toBe(0);
      });

      it('show in every window they reach into, however long they last', async () => {
        const began = Date.parse('2024-07-18T09:15:00+09:00');
        const now = began + 100 * DAY;
        stores.setNow(began + HOUR);
        await stores.outages.put(outageAt('20240718-0915'));
        for (let day = 1; day <= 100; day += 1) {
          stores.setNow(began + day * DAY);
          await stores.outages.put(outageAt('20240718-0915'));
        }
        const seen = async (from: number) => {
          const { items } = await stores.outages.list({ from, to: now, limit: 10 });
          return items.map(({ state }) => state);
        };
        expect(await seen(began + 50 * DAY)).toEqual(['open']);
        expect(await seen(now - HOUR)).toEqual(['open']);
        const ended = { after: now - 2 * HOUR, by: now - HOUR };
        await stores.outages.put(
          outageAt('20240718-0915', { state: 'closed', endedBetween: ended }),
        );
        expect(await seen(began + 50 * DAY)).toEqual(['closed']);
        expect(await seen(now - 2 * HOUR)).toEqual(['closed']);
        expect(await seen(now - HOUR + 1)).toEqual([]);
      });

      it('that were not written while they lasted show once they are', async () => {
        const began = Date.parse('2024-07-18T23:50:00+09:00');
        const ended = { after: began + 9 * DAY, by: began + 9 * DAY };
        stores.setNow(began + 20 * DAY);
        await stores.outages.put(
          outageAt('20240718-2350', { state: 'closed', endedBetween: ended }),
        );
        for (const days of [1, 5, 9]) {
          const window = { from: began + days * DAY, to: began + 20 * DAY, limit: 10 };
          expect((await stores.outages.list(window)).items).toHaveLength(1);
        }
      });

      it('are paged through without gap or repetition, those that reach in last', async () => {
        const from = Date.parse('2024-07-20T12:00:00+09:00');
        const ended = { after: from, by: from + 10 * DAY };
        const before = ['20240716-0000', '20240719-0800', '20240719-2359'];
        const after = ['20240720-0001', '20240720-1300', '20240801-0000'];
        for (const id of [...before, ...after]) {
          await stores.outages.put(outageAt(id, { state: 'closed', endedBetween: ended }));
        }
        await stores.outages.put(
          outageAt('20240718-0000', {
            state: 'closed',
            endedBetween: { after: from - HOUR, by: from - HOUR },
          }),
        );
        const expected = [...before, ...after].toReversed().map((id) => `moel-${id}`);
        for (const limit of [1, 2, 3, 4, 5, 6, 7]) {
          const ids: string[] = [];
          let cursor: string | undefined;
          do {
            const asked = { from, to: from + 30 * DAY, service: 'work24', limit };
            const page = await stores.outages.list({ ...asked, ...defined({ cursor }) });
            ids.push(...page.items.map(({ id }) => id));
            cursor = page.next;
          } while (cursor);
          expect(ids).toEqual(expected);
        }
      });
    });

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

type Asked = Partial<Parameters<ResultStore['list']>[0]>;

function query(asked: Asked) {
  return { service: 'work24', from: T0 - DAY, to: T0 + DAY, limit: 10, ...asked };
}

async function allPages(results: ResultStore, asked: Asked): Promise<Result[][]> {
  const pages: Result[][] = [];
  let cursor: string | undefined;
  do {
    const page = await results.list(query({ ...asked, ...defined({ cursor }) }));
    pages.push([...page.items]);
    cursor = page.next;
  } while (cursor && pages.length < 50);
  return pages;
}

function matches(result: Result, filter: Asked): boolean {
  return (['check', 'result', 'kind'] as const).every(
    (field) => filter[field] === undefined || filter[field] === result[field],
  );
}

function stateOf(version: number): GroupState {
  return { schema: 1, group: 'moel', version, evaluatedAt: T0 + version } as GroupState;
}

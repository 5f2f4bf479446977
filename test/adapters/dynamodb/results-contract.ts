import { describe, expect, it } from 'vitest';
import { defined } from '#core/defined';
import { InvalidCursorError } from '#core/errors';
import type { ResultStore } from '#core/ports/results';
import type { Result } from '#core/run/result';
import { DAY, HOUR, MINUTE } from '#core/time/time';
import { failedAt, resultAt, T0 } from './samples.ts';
import { CONTRACT_RETENTION, type StoresUnderTest } from './stores.ts';

/** The part about results. */
export function resultsContract(stores: () => StoresUnderTest): void {
  describe('results', () => {
    it('are stored once, however often they are put', async () => {
      const result = resultAt(T0);
      expect(await stores().results.put(result)).toBe('stored');
      expect(await stores().results.put({ ...result, durationMs: 5 })).toBe('duplicate');
      expect(await stores().results.get('work24', result.run)).toEqual(result);
    });

    it('come back oldest first for the evaluator, from the asked moment on', async () => {
      const times = [3, 1, 2, 0].map((minutes) => T0 + minutes * MINUTE);
      for (const at of times) await stores().results.put(resultAt(at));
      await stores().results.put(resultAt(T0 + 5 * MINUTE, { service: 'eps' }));
      const found = await stores().results.since('work24', T0 + MINUTE);
      expect(found.map(({ scheduledAt }) => scheduledAt)).toEqual(
        [1, 2, 3].map((minutes) => T0 + minutes * MINUTE),
      );
    });

    it('are listed newest first, page by page, without gap or repetition', async () => {
      const put = Array.from({ length: 11 }, (_, index) => resultAt(T0 + index * MINUTE));
      for (const result of put) await stores().results.put(result);
      const pages = await allPages(stores().results, { limit: 4 });
      expect(pages.map((page) => page.length)).toEqual([4, 4, 3]);
      expect(pages.flat().map(({ run }) => run)).toEqual(put.map(({ run }) => run).toReversed());
    });

    it('end without a cursor when the last page is exactly full', async () => {
      for (let index = 0; index < 4; index += 1) {
        await stores().results.put(resultAt(T0 + index * MINUTE));
      }
      expect((await allPages(stores().results, { limit: 2 })).map((page) => page.length)).toEqual([
        2, 2,
      ]);
    });

    it('are listed from the start of the window, and not at its end', async () => {
      for (const at of [T0 - 1, T0, T0 + HOUR - 1, T0 + HOUR]) {
        await stores().results.put(resultAt(at, { run: `work24.login.${at}` }));
      }
      const pages = await allPages(stores().results, { from: T0, to: T0 + HOUR, limit: 10 });
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
        await stores().results.put(result);
      }
      const pages = await allPages(stores().results, { ...filter, limit: 2 });
      expect(pages.flat()).toHaveLength(expected);
      expect(pages.flat().every((result) => matches(result, filter))).toBe(true);
    });

    it('of another service never show', async () => {
      await stores().results.put(failedAt(T0, { service: 'eps' }));
      await stores().results.put(failedAt(T0));
      for (const filter of [{}, { result: 'failed' }] as const) {
        const pages = await allPages(stores().results, { ...filter, limit: 5 });
        expect(pages.flat().map(({ service }) => service)).toEqual(['work24']);
      }
    });

    it('vanish for readers the moment they expire, passed ones first', async () => {
      const passed = resultAt(T0);
      const failed = failedAt(T0 + MINUTE);
      await stores().results.put(passed);
      await stores().results.put(failed);
      stores().setNow(T0 + CONTRACT_RETENTION.passed * DAY + HOUR);
      expect(await stores().results.get('work24', passed.run)).toBeUndefined();
      expect(await stores().results.since('work24', 0)).toEqual([failed]);
      stores().setNow(T0 + CONTRACT_RETENTION.others * DAY + HOUR);
      expect(await stores().results.since('work24', 0)).toEqual([]);
      expect((await allPages(stores().results, { result: 'failed', limit: 5 })).flat()).toEqual([]);
    });

    it('refuse cursors that are forged, cut, or of another question', async () => {
      for (let index = 0; index < 3; index += 1) {
        await stores().results.put(resultAt(T0 + index * MINUTE));
      }
      const { next = '' } = await stores().results.list(query({ limit: 1 }));
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
        await expect(stores().results.list(asked)).rejects.toBeInstanceOf(InvalidCursorError);
      }
    });

    it('are not found by a run id that nobody gave out', async () => {
      for (const run of ['', 'x', 'work24.login.20240718T001500Z.manual', '../../..', '\u0000']) {
        expect(await stores().results.get('work24', run)).toBeUndefined();
      }
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

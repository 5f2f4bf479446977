import { describe, expect, it } from 'vitest';
import { defined } from '#core/defined';
import { DAY, HOUR, MINUTE } from '#core/time/time';
import { outageAt } from './samples.ts';
import type { StoresUnderTest } from './stores.ts';

/** The part about outages. */
export function outagesContract(stores: () => StoresUnderTest): void {
  describe('outages', () => {
    const ids = ['20240718-0915', '20240720-2300', '20240801-0000'];

    it('are found by id and overwritten by their next version', async () => {
      await stores().outages.put(outageAt('20240718-0915'));
      const closed = outageAt('20240718-0915', { state: 'closed', downSeconds: 60 });
      await stores().outages.put(closed);
      expect(await stores().outages.get('moel-20240718-0915')).toEqual(closed);
      expect(await stores().outages.get('moel-20240718-0916')).toBeUndefined();
      expect((await stores().outages.list({ limit: 10 })).items).toEqual([closed]);
    });

    it('are not taken back by a writer that was overtaken', async () => {
      const closed = outageAt('20240718-0915', { state: 'closed', revision: 8 });
      await stores().outages.put(closed);
      await stores().outages.put(outageAt('20240718-0915', { revision: 7 }));
      expect(await stores().outages.get('moel-20240718-0915')).toEqual(closed);
      const noted = { ...closed, downSeconds: 9 };
      await stores().outages.put(noted);
      expect(await stores().outages.get('moel-20240718-0915')).toEqual(noted);
    });

    it('are listed newest first, page by page', async () => {
      for (const id of ids) await stores().outages.put(outageAt(id));
      const first = await stores().outages.list({ limit: 2 });
      const rest = await stores().outages.list({ limit: 2, cursor: first.next ?? 'none' });
      expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(
        ids.toReversed().map((id) => `moel-${id}`),
      );
      expect(rest.next).toBeUndefined();
    });

    it('are filtered by state and by service', async () => {
      await stores().outages.put(outageAt('20240718-0915', { state: 'closed' }));
      await stores().outages.put(outageAt('20240720-2300'));
      const open = await stores().outages.list({ state: 'open', limit: 10 });
      expect(open.items.map(({ id }) => id)).toEqual(['moel-20240720-2300']);
      expect((await stores().outages.list({ service: 'eps', limit: 10 })).items).toEqual([]);
      expect((await stores().outages.list({ service: 'work24', limit: 10 })).items).toHaveLength(2);
    });

    it('show in every window they reach into', async () => {
      const began = Date.parse('2024-07-18T09:15:00+09:00');
      const ended = { after: began + 2 * HOUR, by: began + 3 * HOUR };
      await stores().outages.put(
        outageAt('20240718-0915', { state: 'closed', endedBetween: ended }),
      );
      const within = (from: number, to: number) =>
        stores()
          .outages.list({ from, to, limit: 10 })
          .then(({ items }) => items.length);
      expect(await within(began - DAY, began + DAY)).toBe(1);
      expect(await within(began + HOUR, began + DAY)).toBe(1);
      expect(await within(began + 4 * HOUR, began + DAY)).toBe(0);
      expect(await within(began - DAY, began - MINUTE)).toBe(0);
      expect(await within(began + DAY, began - DAY)).toBe(0);
    });

    it('show in every window they reach into, however long they last', async () => {
      const began = Date.parse('2024-07-18T09:15:00+09:00');
      const now = began + 100 * DAY;
      stores().setNow(began + HOUR);
      await stores().outages.put(outageAt('20240718-0915'));
      for (let day = 1; day <= 100; day += 1) {
        stores().setNow(began + day * DAY);
        await stores().outages.put(outageAt('20240718-0915'));
      }
      const seen = async (from: number) => {
        const { items } = await stores().outages.list({ from, to: now, limit: 10 });
        return items.map(({ state }) => state);
      };
      expect(await seen(began + 50 * DAY)).toEqual(['open']);
      expect(await seen(now - HOUR)).toEqual(['open']);
      const ended = { after: now - 2 * HOUR, by: now - HOUR };
      await stores().outages.put(
        outageAt('20240718-0915', { state: 'closed', endedBetween: ended }),
      );
      expect(await seen(began + 50 * DAY)).toEqual(['closed']);
      expect(await seen(now - 2 * HOUR)).toEqual(['closed']);
      expect(await seen(now - HOUR + 1)).toEqual([]);
    });

    it('that were not written while they lasted show once they are', async () => {
      const began = Date.parse('2024-07-18T23:50:00+09:00');
      const ended = { after: began + 9 * DAY, by: began + 9 * DAY };
      stores().setNow(began + 20 * DAY);
      await stores().outages.put(
        outageAt('20240718-2350', { state: 'closed', endedBetween: ended }),
      );
      for (const days of [1, 5, 9]) {
        const window = { from: began + days * DAY, to: began + 20 * DAY, limit: 10 };
        expect((await stores().outages.list(window)).items).toHaveLength(1);
      }
    });

    it('are paged through without gap or repetition, those that reach in last', async () => {
      const from = Date.parse('2024-07-20T12:00:00+09:00');
      const ended = { after: from, by: from + 10 * DAY };
      const before = ['20240716-0000', '20240719-0800', '20240719-2359'];
      const after = ['20240720-0001', '20240720-1300', '20240801-0000'];
      for (const id of [...before, ...after]) {
        await stores().outages.put(outageAt(id, { state: 'closed', endedBetween: ended }));
      }
      await stores().outages.put(
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
          const page = await stores().outages.list({ ...asked, ...defined({ cursor }) });
          ids.push(...page.items.map(({ id }) => id));
          cursor = page.next;
        } while (cursor);
        expect(ids).toEqual(expected);
      }
    });
  });
}

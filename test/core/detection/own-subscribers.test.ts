import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defined } from '#core/defined';
import { hears, type Subscriber } from '#core/notice/subscriber';
import { SECOND } from '#core/time/time';
import { NINE_FIFTEEN } from '../../support/builders.ts';
import { HANGS } from '../../support/results.ts';
import { PASSES, quick, Watch } from '../../support/watch.ts';

const SERVICES = ['work24', 'hrd-net', 'eps'] as const;
const SEVERAL = ['work24', 'eps'];
const STEP = 60;
const END = 3_600;

type Service = (typeof SERVICES)[number];

/** An interval in seconds in which something is true for a service. */
interface Stretch {
  readonly service: Service;
  readonly from: number;
  readonly to: number;
}

const stretch = fc
  .record({
    service: fc.constantFrom(...SERVICES),
    from: fc.integer({ min: 1, max: 45 }),
    steps: fc.integer({ min: 1, max: 20 }),
  })
  .map(({ service, from, steps }): Stretch => {
    return { service, from: from * STEP, to: (from + steps) * STEP };
  });

const histories = fc.record({
  faults: fc.array(stretch, { minLength: 1, maxLength: 8 }),
  silences: fc.array(stretch, { maxLength: 2 }),
  windows: fc.array(stretch, { maxLength: 1 }),
  acknowledgedAt: fc.option(fc.integer({ min: 1, max: 60 }).map((step) => step * STEP)),
});

type History = typeof histories extends fc.Arbitrary<infer T> ? T : never;

const within = (at: number) => (one: Stretch) => one.from <= at && at < one.to;

function moment(seconds: number): number {
  return NINE_FIFTEEN + seconds * SECOND;
}

/** The history minute by minute, and then an hour and a half without faults. */
function play({ faults, silences, windows, acknowledgedAt }: History): Watch {
  const watch = new Watch({
    ...quick({ reopenWithinSeconds: 600 }),
    subscriptions: [{ services: [] }, { services: SEVERAL }],
  });
  silences.forEach(({ service, from, to }, index) => {
    const times = { from: moment(from), to: moment(to) };
    const action = { type: 'silence', silence: `s${index}`, services: [service] } as const;
    watch.ask(0, { ...action, ...times, reason: '' });
  });
  windows.forEach(({ service, from, to }, index) => {
    const times = { from: moment(from), to: moment(to) };
    const window = {
      id: `w${index}`,
      type: 'once',
      services: [service],
      ...times,
      reason: '',
    } as const;
    watch.ask(0, { type: 'maintenance', window });
  });
  for (let at = 0; at <= END + 5_400; at += STEP) {
    const failing = faults.filter(within(at)).map(({ service }) => service);
    const seen = SERVICES.map((id) => [`${id}/probe`, failing.includes(id) ? HANGS : PASSES]);
    watch.at(at, Object.fromEntries(seen));
    const outage = watch.outages.at(-1)?.id;
    if (at === acknowledgedAt && outage) watch.ask(at, { type: 'acknowledge', outage });
  }
  return watch;
}

/** Begins and ends on the phone of a subscriber, in order, with the services they name. */
function rings(watch: Watch, services?: readonly string[]) {
  const phone: Subscriber = {
    protocol: 'sms',
    endpoint: '+82',
    ...defined({ services }),
  };
  return watch
    .notices()
    .filter((notice) => hears(phone, { ...notice, phone: notice.sms !== undefined }))
    .map((notice) => ({
      ends: notice.type === 'closed',
      outage: notice.outage,
      services: notice.services,
      alone: notice.to?.alone ?? [],
    }));
}

/** The outage to which it belonged before it became an outage of its own. */
function rootOf(watch: Watch, outage: string): string {
  const before = watch.records.get(outage)?.continues;
  return before === undefined ? outage : rootOf(watch, before);
}

/** For each outage: begin, end, begin, end … */
function alternate(heard: ReturnType<typeof rings>, begun: readonly string[] = []): void {
  const open = new Set<string>(begun);
  for (const { ends, outage } of heard) {
    expect(open.has(outage), `${ends ? 'end' : 'begin'} of ${outage}`).toBe(ends);
    if (ends) open.delete(outage);
    else open.add(outage);
  }
  expect([...open]).toEqual([]);
}

/**
 * Subscribers of a service that stayed down get its end with the next outage. Meanwhile they may be
 * told about the others again.
 */
function alternateOwn(heard: ReturnType<typeof rings>, watch: Watch): void {
  if (goingOn(watch).length === 0) return alternate(heard);
  const open = new Map<string, number>();
  for (const { ends, outage } of heard) {
    const root = rootOf(watch, outage);
    const count = (open.get(root) ?? 0) + (ends ? -1 : 1);
    expect(count, `${ends ? 'end' : 'begin'} of ${root}`).toBeGreaterThanOrEqual(0);
    open.set(root, count);
  }
  expect([...open.values()].filter((count) => count !== 0)).toEqual([]);
}

/** All others are told about the part that is still down in the closing notice of the rest. */
function goingOn({ records }: Watch): readonly string[] {
  return [...records.values()].flatMap(({ id, continues }) => (continues ? [id] : []));
}

describe('for any history of faults, silences, windows and acknowledgements', () => {
  it('whoever subscribed to one service, to several or to all hears begin and end in turn', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const watch = play(history);
        alternate(rings(watch), goingOn(watch));
        alternateOwn(rings(watch, SEVERAL), watch);
        for (const service of SERVICES) {
          const heard = rings(watch, [service]);
          alternateOwn(heard, watch);
          for (const { alone } of heard) expect(alone).toContain(service);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('whoever subscribed to a service that is down for long hears of it, whatever it joins', () => {
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 6 }), (others) => {
        const long: Stretch = { service: 'work24', from: 1_200, to: 2_400 };
        const rest = others.filter(({ service }) => service !== 'work24');
        const history = { silences: [], windows: [], acknowledgedAt: null };
        const watch = play({ ...history, faults: [long, ...rest] });
        expect(rings(watch, ['work24']).map(({ ends }) => ends)).toEqual([false, true]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a service that recovers while others are down', () => {
  it('is told to its own subscribers, then not again with the end of the whole', () => {
    const faults: readonly Stretch[] = [
      { service: 'eps', from: 120, to: 3_000 },
      { service: 'work24', from: 120, to: 900 },
    ];
    const watch = play({ faults: [...faults], silences: [], windows: [], acknowledgedAt: null });
    const ends = (services?: readonly string[]) =>
      rings(watch, services).map(({ ends: isEnd, services: named }) => [isEnd, named.join(' ')]);
    expect(ends()).toEqual([
      [false, 'work24 eps'],
      [true, 'work24 eps'],
    ]);
    expect(ends(['work24'])).toEqual([
      [false, 'work24 eps'],
      [true, 'work24'],
    ]);
    expect(ends(SEVERAL)).toEqual(ends());
  });

  it('is told to subscribers of several with the last of theirs, while a third is down', () => {
    const faults: Stretch[] = [
      { service: 'hrd-net', from: 120, to: 3_000 },
      { service: 'eps', from: 120, to: 900 },
      { service: 'work24', from: 420, to: 1_500 },
    ];
    const watch = play({ faults, silences: [], windows: [], acknowledgedAt: null });
    expect(rings(watch, SEVERAL).map(({ ends, services }) => [ends, services.join(' ')])).toEqual([
      [false, 'hrd-net eps'],
      [true, 'work24 eps'],
    ]);
  });
});

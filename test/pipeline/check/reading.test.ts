import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify } from '#core/classify/classify';
import { looksCalm } from '#core/classify/first-sight';
import type { JourneyOrder } from '#core/ports/checks';
import type { Observation } from '#core/run/observation';
import type { RunRecord } from '#core/run/run-record';
import { endsJourney } from '#core/run/verdict';
import { DEFAULT_LIMITS } from '#core/watch/defaults';
import { readingFor } from '#pipeline/check/reading';
import { catalogue } from '#portals/moel/catalogue';
import { anObservation, aRecord } from '../../support/builders.ts';

const [target, sibling] = catalogue.targets;
if (!target || !sibling) throw new Error('the catalogue lacks services');
const order: JourneyOrder = {
  target,
  journey: 'login',
  depth: 'session',
  limits: DEFAULT_LIMITS,
  userAgentContact: '',
  blockedHosts: [],
};

const outline = { frame: [], headings: [], links: [], entries: [], fields: 2, layers: [] };
const good = anObservation({ outline });
const LAYER = '시스템 장애로 서비스를 이용하실 수 없습니다.';
/** Looks calm, because only a layer over it tells of the outage. */
const covered = anObservation({
  outline: { ...outline, layers: [LAYER] },
  text: `${good.text}\n${LAYER}`,
});
const broken = anObservation({ outline, status: 503, text: `${good.text}\n${LAYER}` });

/** A browser that visits these pages, and reads as the real one does. */
function browserOn(visits: readonly Observation[]) {
  const asked: JourneyOrder[] = [];
  const run = async (asks: JourneyOrder): Promise<RunRecord> => {
    asked.push(asks);
    const unread: Observation[] = [];
    for (const seen of visits.slice(0, -1)) {
      if (asks.callerReads && looksCalm(seen)) unread.push(seen);
      else if (endsJourney(classify(seen))) return aRecord({ observation: seen, note: PROVEN });
    }
    const last = visits.at(-1) ?? good;
    const left = asks.callerReads && looksCalm(last);
    const accused = !left && ['failed', 'inconclusive'].includes(classify(last).result);
    const { callerReads = false } = asks;
    return aRecord({
      observation: last,
      ...(accused ? { note: PROVEN } : {}),
      ...(callerReads && !accused ? { unread } : {}),
    });
  };
  return { run, asked };
}

/** Stands for a browser that has shown that it works. */
const PROVEN = { ko: '증명', en: 'proven' };

describe('a run whose calm pages are read by the runner', () => {
  it('passes after one look, and its record does not carry the pages on', async () => {
    const browser = browserOn([good, good, good]);
    const record = await readingFor(browser).run(order);
    expect(browser.asked.map(({ callerReads }) => callerReads)).toEqual([true]);
    expect(record).not.toHaveProperty('unread');
  });

  it.each([
    ['on the way', [good, covered, good]],
    ['at its end', [good, good, covered]],
  ])('is repeated by a browser that reads, if a calm page %s is bad', async (_where, visits) => {
    const browser = browserOn(visits);
    const record = await readingFor(browser).run(order);
    expect(browser.asked.map(({ callerReads = false }) => callerReads)).toEqual([true, false]);
    expect(record.observation).toBe(covered);
    expect(record.note).toBe(PROVEN);
  });

  it('is not repeated if the browser found the failure, so no login is tried twice', async () => {
    const browser = browserOn([good, covered, broken]);
    const record = await readingFor(browser).run(order);
    expect(browser.asked).toHaveLength(1);
    expect(record.observation).toBe(broken);
  });

  it('is repeated once: later runs of the journey read in the browser, others do not', async () => {
    const browser = browserOn([covered, good]);
    const runner = readingFor(browser);
    await runner.run(order);
    await runner.run(order);
    expect(browser.asked).toHaveLength(3);
    await runner.run({ ...order, target: sibling });
    expect(browser.asked.at(-2)?.callerReads).toBe(true);
  });

  it('never passes a page that a browser would have refused, and never blames unproven', async () => {
    const pages = fc.array(fc.constantFrom(good, covered, broken), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(pages, async (visits) => {
        const itself = await browserOn(visits).run(order);
        const record = await readingFor(browserOn(visits)).run(order);
        const verdict = classify(record.observation);
        if (classify(itself.observation).result === 'passed') expect(verdict.result).toBe('passed');
        else expect(verdict.result).not.toBe('passed');
        if (verdict.result === 'failed') expect(record.note).toBe(PROVEN);
      }),
    );
  });
});

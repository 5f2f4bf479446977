import { judged } from '#core/classify/judged';
import type { JourneyOrder, JourneyRunner } from '#core/ports/checks';
import type { RunRecord } from '#core/run/run-record';
import { endsJourney } from '#core/run/verdict';

/**
 * A browser whose calm pages are read here. If one of them is bad, the run is repeated by a browser
 * that reads each page while it is open: it stops there, keeps evidence and shows that it works
 * itself. Later runs of that journey are read there at once.
 */
export function readingFor(browser: JourneyRunner): JourneyRunner {
  const readThere = new Set<string>();
  return {
    async run(order) {
      const name = nameOf(order);
      if (readThere.has(name)) return browser.run(order);
      const { unread, ...record } = await browser.run({ ...order, callerReads: true });
      if (unread === undefined || isSound({ ...record, unread })) return record;
      readThere.add(name);
      return browser.run(order);
    },
  };
}

function nameOf({ target, journey }: JourneyOrder): string {
  return `${target.service}/${journey}`;
}

function isSound({ observation, unread = [] }: RunRecord): boolean {
  const { result } = judged(observation);
  const passed = result === 'passed' || result === 'degraded';
  return passed && !unread.some((seen) => endsJourney(judged(seen)));
}

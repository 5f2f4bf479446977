import type { Page } from 'playwright-core';
import {
  type Attempted,
  type AttemptOptions,
  attempt,
  LEAST_LAUNCH_MS,
} from '#adapters/chromium/attempt';
import { within } from '#adapters/chromium/deadline';
import { startFaultOf } from '#adapters/chromium/faults';
import { sawNothing } from '#adapters/chromium/observe';
import { LastGood } from '#adapters/chromium/step-pictures';
import { defined } from '#core/defined';
import type { JourneyOrder, JourneyRunner } from '#core/ports/checks';
import { layerDepth } from '#core/run/layer';
import type { Fault } from '#core/run/observation';
import type { RunRecord } from '#core/run/run-record';
import type { Localised } from '#core/time/duration';
import type { Journey, Journeys, Step } from '#core/watch/journey';

export interface JourneyRunnerOptions {
  /** The journeys to run. Passed in, because adapters know none. */
  readonly journeys: Journeys<Page>;
  /** Default: `single` on Lambda, where no other is known to work, otherwise `multi`. */
  readonly processModel?: AttemptOptions['processModel'];
  readonly browser?: AttemptOptions['browser'];
  /** `failure` (default): only for runs that do not pass. */
  readonly evidence?: AttemptOptions['evidence'];
  /** Called with the browser's process id as soon as it runs. */
  readonly onBrowser?: AttemptOptions['onBrowser'];
  readonly wayOut?: AttemptOptions['wayOut'];
  readonly headed?: AttemptOptions['headed'];
}

const MOST_ATTEMPTS = 2;
const REMEDY = 'give the run more time (`limits.journeyMs`) or the machine more power';
/** Part of the run's time that is reserved for evidence and for closing the browser. */
const RESERVE_MS = 12_000;
/** Part of the reserve that is kept so that the record is complete before the limit. */
const MARGIN_MS = 1_000;

/** Runs journeys in Chromium. Always returns a record, before `limits.journeyMs`. */
export function createJourneyRunner(options: JourneyRunnerOptions): JourneyRunner {
  const lastGood = new LastGood();
  return { run: (order) => run(order, { ...options, lastGood }) };
}

async function run(
  order: JourneyOrder,
  options: JourneyRunnerOptions & Pick<AttemptOptions, 'lastGood'>,
): Promise<RunRecord> {
  const start = performance.now();
  const now = () => performance.now() - start;
  const { journeyMs } = order.limits;
  const endsAt = journeyMs - Math.min(RESERVE_MS, journeyMs / 3);
  const journey = options.journeys.find(order.target, order.journey);
  if (!journey) return faulty(order, now, { fault: noJourney(order), attempts: 1 });
  const steps = journey.steps(order.target).filter((step) => isWithin(step, order));
  const tries = tryTwice({
    order,
    steps,
    now,
    endsAt,
    processModel: options.processModel ?? defaultProcessModel(),
    browser: options.browser ?? {},
    evidence: options.evidence ?? 'failure',
    lastGood: options.lastGood,
    ...defined({
      onBrowser: options.onBrowser,
      wayOut: options.wayOut,
      headed: options.headed,
    }),
  });
  const limit = Math.max(1, journeyMs - Math.min(MARGIN_MS, journeyMs / 10));
  try {
    const { attempted, attempts } = await within(limit, tries, 'run');
    const note = noteOf(journey, order);
    return { ...attempted, attempts, durationMs: Math.round(now()), ...defined({ note }) };
  } catch (error) {
    const message = `${error instanceof Error ? error.message : error}. Remedy: ${REMEDY}.`;
    const fault: Fault = { phase: 'monitor', message, timedOut: true };
    return faulty(order, now, { fault, attempts: 1 });
  }
}

/**
 * A browser that dies, or does not show our own page, is our fault. The run is tried once more with
 * a new browser that tests itself first. The service is never blamed.
 */
async function tryTwice(
  options: Omit<AttemptOptions, 'proofFirst'>,
): Promise<{ readonly attempted: Attempted; readonly attempts: number }> {
  let { browser } = options;
  for (let attempts = 1; ; attempts += 1) {
    const tried = attempt({ ...options, browser, proofFirst: attempts > 1 });
    const attempted = await tried.catch((error: unknown) => {
      // It looked complete but did not start: the disk may have lost data.
      browser = { ...options.browser, anew: true };
      return sawNothing(options.order, startFaultOf(error));
    });
    const died = attempted.observation.fault?.phase === 'browser';
    const tooLate = options.now() + LEAST_LAUNCH_MS > options.endsAt;
    if (!died || attempts === MOST_ATTEMPTS || tooLate) return { attempted, attempts };
  }
}

function faulty(
  order: JourneyOrder,
  now: () => number,
  { fault, attempts }: { readonly fault: Fault; readonly attempts: number },
): RunRecord {
  return { ...sawNothing(order, fault), attempts, durationMs: Math.round(now()) };
}

function noJourney({ target, journey }: JourneyOrder): Fault {
  const message = `there is no journey "${journey}" for ${target.service}. Remedy: deploy again.`;
  return { phase: 'monitor', code: 'NO_JOURNEY', message, timedOut: false };
}

function isWithin(step: Step<Page>, { depth, credentials }: JourneyOrder): boolean {
  if (layerDepth(step.layer) > layerDepth(depth)) return false;
  return step.layer !== 'session' || credentials !== undefined;
}

function noteOf(journey: Journey<Page>, order: JourneyOrder): Localised | undefined {
  const left = journey.steps(order.target).filter((step) => !isWithin(step, order));
  if (left.length === 0) return undefined;
  return left.every(({ layer }) => layer === 'session')
    ? {
        en: 'no permission to log in, or logins stopped: tried up to the login page',
        ko: '로그인 허가 없음 또는 로그인 중지: 로그인 화면까지만 시도',
      }
    : { en: `tried up to ${order.depth}`, ko: `${order.depth} 단계까지만 시도` };
}

function defaultProcessModel(): AttemptOptions['processModel'] {
  return process.env.AWS_LAMBDA_FUNCTION_NAME === undefined ? 'multi' : 'single';
}

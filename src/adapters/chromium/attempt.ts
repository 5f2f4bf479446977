import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { type BrowserFilesOptions, browserFiles } from '#adapters/chromium/browser-files';
import { settled, within } from '#adapters/chromium/deadline';
import { boundDocument } from '#adapters/chromium/document-size';
import { gatherEvidence, pictureOf } from '#adapters/chromium/evidence';
import { certificatesOf, phasesOf } from '#adapters/chromium/exchange';
import { launchBrowser, type ProcessModel } from '#adapters/chromium/launch';
import { allowedHosts, observe, sawNothing } from '#adapters/chromium/observe';
import { trustedKeys } from '#adapters/chromium/own-authorities';
import { PageTools } from '#adapters/chromium/page-tools';
import { Recorder } from '#adapters/chromium/recorder';
import { privateNameOf } from '#adapters/chromium/refused-hosts';
import { runSteps, type StepsRun } from '#adapters/chromium/run-steps';
import { selfProof } from '#adapters/chromium/self-proof';
import { StepClock } from '#adapters/chromium/step-clock';
import { type LastGood, StepCamera } from '#adapters/chromium/step-pictures';
import { startTrace, takeTrace } from '#adapters/chromium/trace';
import { decisiveStart, faultOfLostTime } from '#adapters/own-machine/lost-time';
import { browserPulse, type Pulse } from '#adapters/own-machine/pulse';
import type { WayOut } from '#adapters/way-out/way-out';
import { looksCalm } from '#core/classify/first-sight';
import { reader } from '#core/classify/reader';
import { defined } from '#core/defined';
import { MonitorFaultError } from '#core/errors';
import type { JourneyOrder } from '#core/ports/checks';
import type { Observation } from '#core/run/observation';
import { createRedactor, redactAll } from '#core/run/redaction';
import type { RunRecord } from '#core/run/run-record';
import type { Verdict } from '#core/run/verdict';
import type { Step } from '#core/watch/journey';

export interface AttemptOptions {
  readonly order: JourneyOrder;
  readonly steps: readonly Step<Page>[];
  readonly processModel: ProcessModel;
  readonly browser: BrowserFilesOptions;
  /** `failure`: only for runs that do not pass. */
  readonly evidence: 'failure' | 'always';
  readonly lastGood: LastGood;
  readonly onBrowser?: (pid: number | undefined) => void;
  readonly wayOut?: WayOut;
  /** With a window, for a person who watches. */
  readonly headed?: boolean;
  /** Milliseconds since the run began. */
  readonly now: () => number;
  /** Latest end of the last step, ms since the run began. */
  readonly endsAt: number;
  /** True on a second try: the browser shows that it works before it visits the service. */
  readonly proofFirst: boolean;
}

export type Attempted = Omit<RunRecord, 'attempts' | 'durationMs'>;

const LAUNCH_MS = 15_000;
/** A browser that is stopped while it starts leaves its folder behind. */
export const LEAST_LAUNCH_MS = 500;
/** Limit for the first context and page of a started browser. Normally 0.1 s. */
const OPEN_MS = 8_000;
const LOOK_MS = 1_500;
const SESSION_MS = 1_000;

/** One try: one browser, one context, one page. Throws if no browser starts. */
export async function attempt(options: AttemptOptions): Promise<Attempted> {
  const named = allowedHosts(options.order.target);
  const inside = privateNameOf(named);
  const files = await browserFiles(options.browser);
  const { target } = options.order;
  const { wayOut = {} } = options;
  const origins = [target.baseUrl, ...target.alsoHosts.map((host) => `https://${host}`)];
  const keys = wayOut.ownAuthorities ? await trustedKeys(origins, wayOut) : [];
  const left = options.endsAt - options.now();
  if (left < LEAST_LAUNCH_MS) throw tooLate();
  const launched = await launchBrowser({
    files,
    processModel: options.processModel,
    timeoutMs: Math.min(LAUNCH_MS, left),
    blockedHosts: options.order.blockedHosts,
    port: new URL(options.order.target.baseUrl).port,
    named,
    trustedKeys: keys,
    ...defined({ proxy: wayOut.proxy, headed: options.headed }),
  });
  options.onBrowser?.(launched.pid);
  let pulse: Pulse | undefined;
  try {
    const refused = await inside;
    if (refused) return sawNothing(options.order, refused);
    const userAgent = userAgentOf(launched.browser.version(), options.order.userAgentContact);
    const opening = launched.browser.newContext({
      userAgent,
      locale: 'ko-KR',
      timezoneId: 'Asia/Seoul',
      acceptDownloads: false,
    });
    const died = diedOf(launched.browser);
    const context = await alive(opening, died);
    const page = await alive(context.newPage(), died);
    pulse = browserPulse(launched.browser, options.order.limits.stepMs);
    return await inContext({ context, page, pulse, folder: launched.folder }, options);
  } finally {
    pulse?.stop();
    await launched.end();
  }
}

function tooLate(): MonitorFaultError {
  return new MonitorFaultError(
    {
      en: 'Unpacking the browser took all the time of the run.',
      ko: '브라우저의 압축을 푸느라 실행 시간이 모두 지났습니다.',
    },
    {
      en: 'Run the check again: the browser is unpacked now.',
      ko: '다시 실행하십시오. 이제 압축이 풀려 있습니다.',
    },
  );
}

/** Rejects when the browser dies, because calls in progress then never get an answer. */
function diedOf(browser: Browser): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => undefined);
  browser.on('disconnected', () => reject(new Error('Browser closed')));
  return promise;
}

function alive<T>(promise: Promise<T>, died: Promise<never>): Promise<T> {
  return within(OPEN_MS, Promise.race([promise, died]), 'the first page of the browser');
}

interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly pulse: Pulse;
  readonly folder: string;
}

async function inContext(opened: Opened, options: AttemptOptions): Promise<Attempted> {
  const { context, page, pulse, folder } = opened;
  const { order, steps, now, endsAt } = options;
  if (options.proofFirst) {
    const fault = await selfProof(Promise.resolve(page));
    if (fault) return sawNothing(order, fault);
  }
  const recorder = new Recorder(now, allowedHosts(order.target));
  if (order.callerReads) recorder.unread = [];
  recorder.listen(context, page);
  if (order.trace) await startTrace(context);
  const tools = new PageTools({ page, order, recorder }, new StepClock(now, 0, endsAt));
  const session = sessionOf(context, page);
  boundDocument(page, recorder, session);
  const camera = new StepCamera({ page, session, order });
  const run = await runSteps(steps, { tools, recorder, order, now, endsAt, watcher: camera });
  const pending = recorder.pending();
  // A page during a navigation answers nothing. It still shows the previous step.
  if (tools.opening) await settled(SESSION_MS, stopLoading(session), undefined);
  const look = await settled(LOOK_MS, tools.lookClosely(LOOK_MS), undefined);
  pulse.stop();
  const redact = createRedactor(Object.values(order.credentials ?? {}));
  const seen = observe({ order, tools, recorder, run, look, pending });
  const observation = await unlessStill(redactAll(seen, redact), run, {
    pulse,
    begun: performance.now() - now(),
  });
  const journey = `${order.target.service}/${order.journey}`;
  for (const picture of camera.taken) options.lastGood.keep(journey, picture);
  const lastGood = options.lastGood.of(journey);
  const certificates = await certificatesOf(recorder.secured);
  recorder.end();
  const verdict = await verdictHere(observation, run, recorder);
  // Before the service is blamed, the browser must show that it works. Otherwise it is our fault.
  const unproven = accuses(verdict) && !options.proofFirst;
  const proving = unproven ? selfProof(context.newPage()) : undefined;
  const passed = verdict === 'unread' || verdict.result === 'passed';
  const wanted = run.stopped || !passed || options.evidence === 'always';
  const sources = { page, recorder, look, lastGood, credentials: order.credentials };
  const evidence = wanted
    ? await gatherEvidence(sources, redact)
    : camera.taken.map((picture) => pictureOf('step-screenshot', picture));
  const trace = order.trace && wanted ? await takeTrace(context, folder, redact) : undefined;
  const fault = await proving;
  return {
    observation: fault ? { ...observation, fault } : observation,
    steps: redactAll(run.records, redact),
    passedLayers: run.passedLayers,
    artefacts: trace ? [...evidence, trace] : evidence,
    requests: recorder.hosts,
    ...phasesOf(recorder.document?.response),
    certificates,
    ...defined({ unread: accuses(verdict) ? undefined : redactAll(recorder.unread, redact) }),
  };
}

/** A page that looks calm is left to a caller that reads. Any other is read in an open browser. */
async function verdictHere(
  seen: Observation,
  { stopped }: StepsRun,
  { unread }: Recorder,
): Promise<Verdict | 'unread'> {
  if (unread && !stopped && looksCalm(seen)) return 'unread';
  const { judged } = await reader();
  return judged(seen);
}

/** The monitor does not blame itself, and nothing else is known to work. */
function accuses(verdict: Verdict | 'unread'): boolean {
  if (verdict === 'unread' || verdict.kind === 'monitor-fault') return false;
  return verdict.result === 'failed' || verdict.result === 'inconclusive';
}

/**
 * The observation, with a fault of the browser if that or our machine stood still. Such a run is
 * tried once more.
 */
async function unlessStill(
  seen: Observation,
  { records }: StepsRun,
  { pulse, begun }: { readonly pulse: Pulse; readonly begun: number },
): Promise<Observation> {
  const lostMs = pulse.lostSince(begun + decisiveStart(records, seen));
  const fault = await faultOfLostTime(seen, lostMs);
  return fault ? { ...seen, fault: { ...fault, phase: 'browser' } } : seen;
}

type OpenSession = () => Promise<CDPSession | undefined>;

/** Opened on demand, because most runs need none. */
function sessionOf(context: BrowserContext, page: Page): OpenSession {
  let opened: Promise<CDPSession | undefined> | undefined;
  return () => {
    opened ??= settled(SESSION_MS, context.newCDPSession(page), undefined);
    return opened;
  };
}

async function stopLoading(session: OpenSession): Promise<void> {
  await (await session())?.send('Page.stopLoading');
}

/** Names the monitor and its contact. Nothing is hidden or faked. */
function userAgentOf(version: string, contact: string): string {
  const who = contact === '' ? 'Bonghwa/1.0' : `Bonghwa/1.0 (+${contact})`;
  const engine = 'AppleWebKit/537.36 (KHTML, like Gecko)';
  return `Mozilla/5.0 (X11; Linux x86_64) ${engine} Chrome/${version} Safari/537.36 ${who}`;
}

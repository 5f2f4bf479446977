import { Budget } from '#adapters/network/budget';
import type { NameLookup } from '#adapters/network/connection';
import { Cookies } from '#adapters/network/cookies';
import { observe, type ProbedPage } from '#adapters/network/probe-observation';
import { type Visit, type Visitor, visit } from '#adapters/network/visit';
import { onOwnMachine } from '#adapters/own-machine/lost-time';
import type { WayOut } from '#adapters/way-out/way-out';
import { classify } from '#core/classify/classify';
import { defined } from '#core/defined';
import type { ProbeOrder, Prober } from '#core/ports/checks';
import type { Layer } from '#core/run/layer';
import type { Observation } from '#core/run/observation';
import type { StepRecord } from '#core/run/result';
import { type RunRecord, recordOfNothing } from '#core/run/run-record';
import type { Localised } from '#core/time/duration';
import type { Instant } from '#core/time/time';
import type { Target } from '#core/watch/catalogue';

export interface ProberOptions {
  /** Real time, for certificate dates. */
  readonly now?: () => Instant;
  /** PEM; instead of the public authorities. For tests and private networks. */
  readonly authorities?: readonly string[];
  /** Instead of the system's resolver. For tests. */
  readonly lookup?: NameLookup;
  readonly wayOut?: WayOut;
}

/** The outcome of one page of the probe. */
interface Look {
  readonly page: ProbedPage;
  readonly seen: Visit;
  readonly observation: Observation;
  readonly passed: boolean;
  /** Since the run began, ms. */
  readonly startedMs: number;
}

/**
 * A prober on Node's own sockets. Never throws: an address that cannot be opened becomes a
 * `monitor` fault in the record. A run ends within the sum of `limits.probe`.
 */
export function createProber(options: ProberOptions = {}): Prober {
  return {
    probe: (order) => onOwnMachine(order.limits.probe, () => probe(order, options)),
  };
}

async function probe(order: ProbeOrder, options: ProberOptions): Promise<RunRecord> {
  const started = performance.now();
  const visitor = visitorOf(order, options);
  const looks: Look[] = [];
  for (const page of pagesOf(order.target)) {
    const startedMs = Math.round(performance.now() - started);
    const seen = await visit(page.url, visitor);
    const observation = observe(order, page, seen);
    const passed = isPassed(observation);
    looks.push({ page, seen, observation, passed, startedMs });
    if (!passed) break;
  }
  const durationMs = Math.round(performance.now() - started);
  const { certificates, requests } = visitor;
  return { ...recordOf(looks, order), requests, certificates, durationMs };
}

function visitorOf(
  { limits, target, userAgentContact }: ProbeOrder,
  options: ProberOptions,
): Visitor {
  const { bodyMs, connectMs, dnsMs, firstByteMs, tlsMs } = limits.probe;
  const { authorities, lookup, wayOut, now = Date.now } = options;
  return {
    limits: limits.probe,
    budget: new Budget(dnsMs + connectMs + tlsMs + firstByteMs + bodyMs),
    userAgent: `Mozilla/5.0 (compatible; Bonghwa/1.0; +${userAgentContact})`,
    cookies: new Cookies(now()),
    http1Hosts: new Set(),
    fetched: new Map(),
    requests: {},
    certificates: {},
    now: now(),
    named: namedHosts(target),
    ...defined({ authorities, lookup, wayOut }),
  };
}

function namedHosts({ baseUrl, alsoHosts }: Target): readonly string[] {
  const own = URL.parse(baseUrl)?.hostname;
  return own === undefined ? alsoHosts : [own, ...alsoHosts];
}

/** The main page, then the public page that needs the database. Empty for an invalid base URL. */
function pagesOf({ baseUrl, markers, pages }: Target): readonly ProbedPage[] {
  const wanted: readonly [ProbedPage['name'], Layer, string | undefined][] = [
    ['main', 'static', pages.main],
    ['data', 'data', pages.data],
  ];
  return wanted.flatMap(([name, layer, path]): ProbedPage[] => {
    const url = path === undefined ? null : URL.parse(path, baseUrl);
    if (!url || !/^https?:$/.test(url.protocol)) return [];
    const marker = markers[name];
    return [{ name, layer, url, ...defined({ marker }) }];
  });
}

/** An error page within the portal's frame also shows the names of its menus. */
function isPassed(seen: Observation): boolean {
  const { fault, markers, status = 0 } = seen;
  const came = !fault && status >= 200 && status < 400 && markers.every(({ found }) => found);
  return came && classify(seen).result !== 'failed';
}

function recordOf(
  looks: readonly Look[],
  { limits, target }: ProbeOrder,
): Omit<RunRecord, 'requests' | 'certificates' | 'durationMs'> {
  const last = looks.at(-1);
  if (!last) return unusable(target);
  const slow = looks.find(({ observation }) => observation.elapsedMs > limits.slowAfterMs);
  const decisive = last.passed && slow ? slow : last;
  const note = noteOf(looks);
  return {
    observation: decisive.observation,
    steps: looks.map(stepOf),
    passedLayers: [
      ...(looks[0] && isReached(looks[0]) ? (['host'] as const) : []),
      ...looks.filter(({ passed }) => passed).map(({ page }) => page.layer),
    ],
    artefacts: [],
    phases: decisive.seen.phases,
    attempts: 1,
    ...defined({ note }),
  };
}

/** A redirect may lead from a host that answers to one that does not. Then `host` did not pass. */
function isReached({ observation, seen }: Look): boolean {
  return seen.connected && observation.layer !== 'host';
}

function stepOf({ observation, page, passed, seen, startedMs }: Look): StepRecord {
  const error = passed ? undefined : whyNot(observation);
  return {
    name: page.name,
    layer: observation.layer,
    status: passed ? 'passed' : 'failed',
    startedMs,
    durationMs: seen.elapsedMs,
    ...defined({ error }),
  };
}

function whyNot({ fault, markers, status = 0 }: Observation): string {
  if (fault) return fault.message;
  if (status < 200 || status >= 400) return `HTTP ${status}`;
  return markers.every(({ found }) => found)
    ? 'the page says that it does not work'
    : 'the marker is missing';
}

function noteOf(looks: readonly Look[]): Localised | undefined {
  const notes = looks.flatMap(({ seen: { body, note, truncated } }) => [
    ...(note === undefined ? [] : [note]),
    ...(truncated ? [readInPart(body.byteLength)] : []),
  ]);
  const said = (language: keyof Localised) =>
    [...new Set(notes.map((note) => note[language]))].join(' · ');
  return notes.length === 0 ? undefined : { ko: said('ko'), en: said('en') };
}

function readInPart(bytes: number): Localised {
  return {
    en: `large answer, read up to ${bytes} bytes`,
    ko: `응답이 커서 ${bytes}바이트까지만 읽음`,
  };
}

/** Nothing could be requested. That is the configuration's fault, not the service's. */
function unusable({ alsoHosts, baseUrl }: Target): RunRecord {
  const message =
    'The base URL of the target is not a valid web address. Remedy: correct the configuration.';
  const fault = { phase: 'monitor', code: 'ERR_INVALID_URL', message, timedOut: false } as const;
  return recordOfNothing({ fault, url: baseUrl, allowedHosts: alsoHosts });
}

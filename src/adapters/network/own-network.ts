import { settled } from '#adapters/chromium/deadline';
import { Budget } from '#adapters/network/budget';
import { decodePage } from '#adapters/network/charset';
import { Cookies } from '#adapters/network/cookies';
import { type Visit, visit } from '#adapters/network/visit';
import type { WayOut } from '#adapters/way-out/way-out';
import { failedByDate, failedToReach } from '#core/classify/reaching';
import { reader } from '#core/classify/reader';
import { defined } from '#core/defined';
import type { JourneyRunner, Prober } from '#core/ports/checks';
import type { Fault, Observation } from '#core/run/observation';
import type { RunRecord } from '#core/run/run-record';
import { type Instant, MINUTE, SECOND } from '#core/time/time';
import type { Target } from '#core/watch/catalogue';
import { PRIVATE_ADDRESS, PUBLISHED_PRIVATE_ADDRESS } from '#core/watch/private-address';

const PATIENCE_MS = 3 * SECOND;
/** An answer is valid for this long, so that many simultaneous failures ask once. */
const HOLDS_MS = 30 * SECOND;
const MOST_SKEW_MS = 10 * MINUTE;
/** Enough to find a marker near the top of a page. */
const MAX_BYTES = 200_000;

export interface OwnNetworkOptions {
  /** Unrelated sites. Without any, nothing is requested and every failure stays. */
  readonly controls: readonly Target[];
  readonly now?: () => Instant;
  /** PEM; instead of the public authorities. */
  readonly authorities?: readonly string[];
  readonly wayOut?: WayOut;
}

/** Checks a failed run. Blames our own network or clock if that failed. */
export type OwnNetwork = (record: RunRecord) => Promise<RunRecord>;

/** The controls' answers. */
interface Word {
  readonly answers: boolean;
  /** Their clock minus ours, ms. */
  readonly skewMs?: number;
}

/** Controls are requested only for failures to reach a site, all at once, at most once in 30 s. */
export function createOwnNetwork(options: OwnNetworkOptions): OwnNetwork {
  const { controls } = options;
  let asked: { readonly at: number; readonly word: Promise<Word> } | undefined;
  const ask = () => {
    const at = performance.now();
    if (!asked || at - asked.at > HOLDS_MS) asked = { at, word: askControls(options) };
    return asked.word;
  };
  return async (record) => {
    const { observation } = record;
    if (controls.length === 0) return record;
    const { judged } = await reader();
    if (!failedToReach(observation, judged(observation))) return record;
    const word = await ask();
    const fault = faultOf(word, options, observation);
    return fault ? { ...record, observation: { ...observation, fault } } : record;
  };
}

/** A runner whose failures to reach a site are the service's, not our network's. */
export function overOwnNetwork(runner: JourneyRunner, network: OwnNetwork): JourneyRunner {
  return {
    run: async (order) => {
      const record = await runner.run(order);
      return record.observation.status === undefined ? network(record) : record;
    },
  };
}

/** The same for probes. A control's result is not changed, because it is the reference itself. */
export function probingOver(
  prober: Prober,
  network: OwnNetwork,
  controls: readonly Target[],
): Prober {
  return {
    probe: async (order) => {
      const record = await prober.probe(order);
      return controls.includes(order.target) ? record : network(record);
    },
  };
}

function faultOf(
  word: Word,
  { controls, wayOut }: OwnNetworkOptions,
  seen: Observation,
): Fault | undefined {
  const proxy = wayOut?.proxy;
  const { answers, skewMs = 0 } = word;
  if (!answers) {
    const names = controls.map(({ baseUrl }) => new URL(baseUrl).host).join(', ');
    const way = proxy ? `, and at the proxy ${proxy.server}.` : '; a proxy is not used.';
    return ours(
      'OWN_NETWORK',
      `Our network, not the portal: ${names} cannot be reached either. ` +
        `Remedy: look at this machine's connection, DNS and firewall${way}`,
    );
  }
  if (seen.fault?.code === PRIVATE_ADDRESS) {
    return { ...seen.fault, code: PUBLISHED_PRIVATE_ADDRESS };
  }
  if (!failedByDate(seen) || Math.abs(skewMs) < MOST_SKEW_MS) return undefined;
  const minutes = Math.round(Math.abs(skewMs) / MINUTE);
  const off = `${minutes} minutes ${skewMs < 0 ? 'ahead of' : 'behind'}`;
  return ours(
    'OWN_CLOCK',
    `Our clock, not the certificate: it is ${off} other servers. ` +
      "Remedy: set this machine's clock.",
  );
}

function ours(code: string, message: string): Fault {
  return { phase: 'monitor', code, message, timedOut: false };
}

/** True as soon as one answers. False if none answers in time. */
async function askControls(options: OwnNetworkOptions): Promise<Word> {
  const asking = options.controls.map(async (control) => {
    const word = await askControl(control, options);
    if (word.answers) return word;
    throw new Error('no answer');
  });
  return settled(PATIENCE_MS, Promise.any(asking), { answers: false });
}

async function askControl(
  { baseUrl, markers, pages }: Target,
  { authorities, wayOut, now = Date.now }: OwnNetworkOptions,
): Promise<Word> {
  const each = PATIENCE_MS;
  const limits = {
    dnsMs: each,
    connectMs: each,
    tlsMs: each,
    firstByteMs: each,
    bodyMs: each,
    maxBytes: MAX_BYTES,
  };
  const seen = await visit(new URL(pages.main, baseUrl), {
    limits,
    budget: new Budget(PATIENCE_MS),
    userAgent: 'Mozilla/5.0 (compatible; Bonghwa/1.0)',
    cookies: new Cookies(now()),
    http1Hosts: new Set(),
    fetched: new Map(),
    requests: {},
    certificates: {},
    now: now(),
    named: [new URL(baseUrl).hostname],
    ...defined({ authorities, wayOut }),
  });
  const answered = Date.parse(seen.headers.date ?? '');
  return {
    answers: isItself(seen, markers.main),
    ...(Number.isNaN(answered) ? {} : { skewMs: answered - now() }),
  };
}

/** A network that answers for every site lacks the control's certificate and its text. */
function isItself({ body, connected, fault, finalUrl, headers, status }: Visit, marker: string) {
  if (status === undefined || !connected) return false;
  if (finalUrl.protocol === 'https:') return !fault || fault.phase === 'body';
  return !fault && decodePage(body, headers['content-type']).includes(marker);
}

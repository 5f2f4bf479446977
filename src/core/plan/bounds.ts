import { CLEAR_OF_END_MS, LOOK_MS, lookSeconds } from '#core/detection/lasting';
import { phaseSeconds, type Slot, slots } from '#core/detection/schedule';
import type { Localised } from '#core/time/duration';
import { MINUTE, SECOND } from '#core/time/time';
import { addressOf } from '#core/watch/address';
import type { Check } from '#core/watch/catalogue';
import type { Configuration, Rules } from '#core/watch/configuration';
import { spansOf } from '#core/watch/lasts';
import type { Spans } from '#core/watch/spans';

/** From a message to the running handler, seconds: the queue and a cold start. */
export const HOP_SECONDS = 2;

/** Failures that span longer than this get a run between the first and the last. */
const INTERMEDIATE_SECONDS = (2 * LOOK_MS + CLEAR_OF_END_MS) / SECOND;

/** Latest start of a tick, seconds. The dispatcher drops later ticks. */
const LATEST_TICK_SECONDS = 59;

/** Longest time from the start of a fault to the opening notice, seconds. */
export interface SightBounds {
  /** Every service of the group fails at once. */
  readonly sharedSeconds: number;
  /** One service fails alone. */
  readonly singleSeconds: number;
}

/** Bounds that `bonghwa plan` promises with punctual ticks: those of the worst group. */
export interface DetectionBounds extends SightBounds {
  /** Half of the shared faults that let requests hang are reported within this time. */
  readonly sharedMedianSeconds: number;
  /** The same with the latest tick. */
  readonly withLateTick: SightBounds;
  /** Faults beyond the layers that probes see: login pages and sessions. null without journeys. */
  readonly beyondProbes: SightBounds | null;
  readonly formula: string;
}

/** How the bounds are computed. Parts are separated by `; `. */
export const BOUNDS_FORMULA: Localised = {
  en:
    'first failing run starts ≤ gap + hop; ' +
    'the one that shows that it lasts starts ≤ max(span, before + run + hop) + hop later ' +
    '(before: 0, or span − 15 s where it is longer than 35 s), for k > 2 (k − 2) rounds after that; ' +
    'told ≤ its end + hop, where services share an address and span is short ' +
    '+ min(round, groupWait + tick + hop); ' +
    'several services not before a run that starts 20 s (after a quick failure 30 s) after span ' +
    'has failed, ' +
    'asked for when it is known that it lasts; ' +
    'gap: longest time between two runs of the group (shared) or of the service (single); ' +
    'span: rules.lastsSeconds; round = hop + longest run + hop; a tick 59 s late adds 59 s',
  ko:
    '첫 실패 실행은 gap + hop 안에 시작; ' +
    '장애가 지속됨을 확인하는 실행은 그 뒤 max(span, before + run + hop) + hop 안에 시작 ' +
    '(before: 0, span이 35초보다 길면 span − 15초), k > 2면 (k − 2)회 더; ' +
    '알림은 그 실행이 끝난 뒤 hop 안, 서비스끼리 주소를 공유하고 span이 짧으면 ' +
    '+ min(round, groupWait + tick + hop); ' +
    '여러 서비스는 span에서 20초(첫 실행이 바로 실패했으면 30초) 지난 뒤 시작한 실행까지 ' +
    '실패해야 알림 (지속이 확인되면 요청); ' +
    'gap: 그룹(공통 원인) 또는 서비스(단일 서비스)에서 두 실행 사이의 가장 긴 간격; ' +
    'span: rules.lastsSeconds; round = hop + 가장 긴 실행 + hop; 59초 늦은 틱은 59초 추가',
};

/**
 * Bounds of the configuration. docs/architecture.md derives them and test/core/plan/bounds.test.ts
 * tests them.
 */
export function detectionBounds(configuration: Configuration): DetectionBounds {
  const { limits } = configuration;
  const groups = watchedGroups(configuration);
  const first = groups.map(
    (all) => sightOf(all, 'probe', configuration) ?? sightOf(all, 'journey', configuration),
  );
  const seen = first.filter((sight) => sight !== undefined);
  const deep = groups
    .map((all) => sightOf(all, 'journey', configuration))
    .filter((sight) => sight !== undefined);
  const bounds = (sight: Sight) => boundsOf(sight, longestSeconds(sight, limits), configuration);
  const punctual = worst(seen.map(bounds));
  return {
    ...punctual,
    withLateTick: {
      sharedSeconds: later(punctual.sharedSeconds),
      singleSeconds: later(punctual.singleSeconds),
    },
    sharedMedianSeconds: Math.max(0, ...seen.map((sight) => medianOf(sight, configuration))),
    beyondProbes: deep.length > 0 ? worst(deep.map(bounds)) : null,
    formula: BOUNDS_FORMULA.en,
  };
}

function later(seconds: number): number {
  return seconds === 0 ? 0 : seconds + LATEST_TICK_SECONDS;
}

function longestSeconds({ type }: Sight, { probe, journeyMs }: Configuration['limits']): number {
  const { dnsMs, connectMs, tlsMs, firstByteMs, bodyMs } = probe;
  const probeMs = dnsMs + connectMs + tlsMs + firstByteMs + bodyMs;
  return (type === 'probe' ? probeMs : journeyMs) / SECOND;
}

interface Sight {
  readonly type: Check['type'];
  /** Longest time between two runs of the group, seconds. */
  readonly gap: number;
  /** Longest interval of one check, seconds. */
  readonly interval: number;
  /** Number of addresses that the group's checks use. With one, no service confirms another. */
  readonly addresses: number;
  /** True if services share an address. */
  readonly sharesAddress: boolean;
  /** The longest spans of the group's services. */
  readonly lasts: Spans;
}

function watchedGroups({ catalogue }: Configuration): readonly (readonly Slot[])[] {
  return [...Map.groupBy(slots(catalogue), ({ check }) => check.group).values()];
}

function sightOf(
  all: readonly Slot[],
  type: Check['type'],
  configuration: Configuration,
): Sight | undefined {
  const own = all.filter(({ check }) => check.type === type);
  if (own.length === 0) return undefined;
  const addresses = new Set(own.map(({ check }) => addressOf(check, configuration.catalogue))).size;
  const paces = Map.groupBy(own, ({ check }) => check.intervalSeconds);
  return {
    type,
    gap: Math.min(...[...paces].map(([interval, kin]) => longestGap(kin, interval))),
    interval: Math.max(...paces.keys()),
    addresses,
    sharesAddress: addresses < own.length,
    lasts: longestLasts(own, configuration),
  };
}

function longestLasts(own: readonly Slot[], configuration: Configuration): Spans {
  const ids = new Set(own.map(({ check }) => check.service));
  const services = configuration.catalogue.services.filter(({ id }) => ids.has(id));
  const spans = services.map((service) => spansOf(service, configuration));
  return {
    together: Math.max(0, ...spans.map(({ together }) => together)),
    alone: Math.max(0, ...spans.map(({ alone }) => alone)),
  };
}

/**
 * Between two neighbouring phases. The last phase is followed by the first of the next interval.
 */
function longestGap(kin: readonly Slot[], interval: number): number {
  const phases = kin.map((slot) => phaseSeconds(slot, interval)).sort((a, b) => a - b);
  return Math.max(
    ...phases.map((phase, index) => (phases[index + 1] ?? (phases[0] ?? 0) + interval) - phase),
  );
}

function boundsOf(sight: Sight, run: number, { rules }: Configuration): SightBounds {
  const { gap, interval, lasts } = sight;
  const fromFirst = (span: number) =>
    confirmedSeconds(span, run, { rules }) + waitSeconds(sight, span, run, rules);
  const together = togetherSeconds(sight);
  const shared = Math.max(
    fromFirst(together),
    lookedSeconds(sight, run, rules),
    mixedSeconds(sight, run),
  );
  return {
    sharedSeconds: gap + HOP_SECONDS + shared,
    singleSeconds: interval + HOP_SECONDS + fromFirst(lasts.alone),
  };
}

/**
 * From the start of the first failing run to the evaluation of the run that shows that it lasts.
 */
function confirmedSeconds(
  span: number,
  run: number,
  { rules: { openAt }, notBefore = span }: { readonly rules: Rules; readonly notBefore?: number },
): number {
  const known = run + HOP_SECONDS;
  if (openAt.k === 1 && span === 0) return known;
  const before = span > INTERMEDIATE_SECONDS ? span - CLEAR_OF_END_MS / SECOND : 0;
  const start = Math.max(notBefore, before + known) + HOP_SECONDS;
  // From the third failure on, each run is requested when the one before it is known.
  return start + Math.max(0, openAt.k - 2) * (known + HOP_SECONDS) + known;
}

function togetherSeconds({ addresses, lasts: { together, alone } }: Sight): number {
  return addresses > 1 ? Math.min(together, alone) : alone;
}

/**
 * From the start of the first failing run to the evaluation of the last look. Runs that take longer
 * than the span confirm too late for a look of their own, and are the last look themselves.
 */
function lookedSeconds(sight: Sight, run: number, rules: Rules): number {
  const span = togetherSeconds(sight);
  const look = lookSeconds(sight.lasts, run);
  if (look <= span) return 0;
  const quick = Math.min(run, span);
  const apart = Math.max(look, confirmedSeconds(span, quick, { rules })) + 2 * HOP_SECONDS + quick;
  const late = confirmedSeconds(span, run, { rules, notBefore: look });
  return run > span ? Math.max(apart, late) : apart;
}

/** The first run fails at once, and the last look takes as long as it may. */
function mixedSeconds(sight: Sight, run: number): number {
  const look = lookSeconds(sight.lasts, 0);
  return look <= togetherSeconds(sight) ? 0 : look + 2 * HOP_SECONDS + run;
}

/** Services that share an address run last, unless a run between could request them earlier. */
function waitSeconds(sight: Sight, span: number, run: number, { groupWaitSeconds }: Rules): number {
  const round = HOP_SECONDS + run + HOP_SECONDS;
  if (!sight.sharesAddress || span > INTERMEDIATE_SECONDS) return 0;
  return Math.min(round, groupWaitSeconds + MINUTE / SECOND + HOP_SECONDS);
}

/** A hang ends when the first byte is too late. Services that share an address run last. */
function medianOf(sight: Sight, { limits, rules }: Configuration): number {
  const { gap, sharesAddress } = sight;
  const hang = limits.probe.firstByteMs / SECOND;
  const span = togetherSeconds(sight);
  const wait = sharesAddress && span <= INTERMEDIATE_SECONDS ? hang + 2 * HOP_SECONDS : 0;
  const told = confirmedSeconds(span, hang, { rules }) + wait;
  return gap / 2 + HOP_SECONDS + Math.max(told, lookedSeconds(sight, hang, rules));
}

function worst(bounds: readonly SightBounds[]): SightBounds {
  return {
    sharedSeconds: Math.max(0, ...bounds.map(({ sharedSeconds }) => sharedSeconds)),
    singleSeconds: Math.max(0, ...bounds.map(({ singleSeconds }) => singleSeconds)),
  };
}

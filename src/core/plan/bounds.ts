import { CLEAR_OF_END_MS, LOOK_MS } from '#core/detection/lasting';
import { phaseSeconds, type Slot, slots } from '#core/detection/schedule';
import type { Localised } from '#core/time/duration';
import { MINUTE, SECOND } from '#core/time/time';
import { addressOf } from '#core/watch/address';
import type { Check } from '#core/watch/catalogue';
import type { Configuration, Rules } from '#core/watch/configuration';
import { spansOf } from '#core/watch/lasts';
import type { Spans } from '#core/watch/spans';

/** From a message to the handler at work on it, seconds: the queue, and a function that starts cold. */
export const HOP_SECONDS = 2;

/** Failures that span longer than this are met by a run between the first and the last. */
const INTERMEDIATE_SECONDS = (2 * LOOK_MS + CLEAR_OF_END_MS) / SECOND;

/** A tick may come so late, seconds; the dispatcher drops what comes later still. */
const LATEST_TICK_SECONDS = 59;

/** Longest time from the begin of a fault to the opening notice, seconds. */
export interface SightBounds {
  /** Every service of the group fails at once. */
  readonly sharedSeconds: number;
  /** One service fails alone. */
  readonly singleSeconds: number;
}

/** Bounds that `bonghwa plan` promises with punctual ticks; the worst of all groups. */
export interface DetectionBounds extends SightBounds {
  /** Half of the shared faults that let requests hang are told within this. */
  readonly sharedMedianSeconds: number;
  /** The same with a tick that is as late as it may be. */
  readonly withLateTick: SightBounds;
  /** Faults beyond the layers that probes see: login pages and sessions. Null without journeys. */
  readonly beyondProbes: SightBounds | null;
  readonly formula: string;
}

/** How the bounds follow, its parts apart by `; `. */
export const BOUNDS_FORMULA: Localised = {
  en:
    'first failing run starts ≤ gap + hop; ' +
    'the one that shows that it lasts starts ≤ max(span, before + run + hop) + hop later ' +
    '(before: 0, or span − 15 s where it is longer than 35 s), for k > 2 (k − 2) rounds after that; ' +
    'told ≤ its end + hop, where services share an address and span is short ' +
    '+ min(round, groupWait + tick + hop); ' +
    'gap: longest time between two runs of the group (shared) or of the service (single); ' +
    'span: rules.lastsSeconds; round = hop + longest run + hop; a tick 59 s late adds 59 s',
  ko:
    '첫 실패 실행은 gap + hop 안에 시작; ' +
    '장애가 지속됨을 확인하는 실행은 그 뒤 max(span, before + run + hop) + hop 안에 시작 ' +
    '(before: 0, span이 35초보다 길면 span − 15초), k > 2면 (k − 2)회 더; ' +
    '알림은 그 실행이 끝난 뒤 hop 안, 서비스끼리 주소를 공유하고 span이 짧으면 ' +
    '+ min(round, groupWait + tick + hop); ' +
    'gap: 그룹(공통 원인) 또는 서비스(단일 서비스)에서 두 실행 사이의 가장 긴 간격; ' +
    'span: rules.lastsSeconds; round = hop + 가장 긴 실행 + hop; 59초 늦은 틱은 59초 추가',
};

/** Bounds of the configuration. Derived in docs/architecture.md, held by test/core/plan/bounds.test.ts. */
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
  /** How many addresses the checks of the group ask: with one, no service confirms another. */
  readonly addresses: number;
  /** Whether services share one of them. */
  readonly sharesAddress: boolean;
  /** The longest of its services'. */
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

/** Between two neighbouring phases; the last one's neighbour is the first of the next interval. */
function longestGap(kin: readonly Slot[], interval: number): number {
  const phases = kin.map((slot) => phaseSeconds(slot, interval)).sort((a, b) => a - b);
  return Math.max(
    ...phases.map((phase, index) => (phases[index + 1] ?? (phases[0] ?? 0) + interval) - phase),
  );
}

function boundsOf(sight: Sight, run: number, { rules }: Configuration): SightBounds {
  const { gap, interval, lasts, addresses } = sight;
  const together = addresses > 1 ? Math.min(lasts.together, lasts.alone) : lasts.alone;
  const fromFirst = (span: number) =>
    confirmedSeconds(span, run, rules) + waitSeconds(sight, span, run, rules);
  return {
    sharedSeconds: gap + HOP_SECONDS + fromFirst(together),
    singleSeconds: interval + HOP_SECONDS + fromFirst(lasts.alone),
  };
}

/** From the start of the first failing run to the evaluation of the one that shows that it lasts. */
function confirmedSeconds(span: number, run: number, { openAt }: Rules): number {
  const known = run + HOP_SECONDS;
  if (openAt.k === 1 && span === 0) return known;
  const before = span > INTERMEDIATE_SECONDS ? span - CLEAR_OF_END_MS / SECOND : 0;
  const start = Math.max(span, before + known) + HOP_SECONDS;
  // Beyond two, each further failure is asked for when the one before it is known.
  return start + Math.max(0, openAt.k - 2) * (known + HOP_SECONDS) + known;
}

/** Services that share an address are asked last, unless there was a run between to ask them at. */
function waitSeconds(sight: Sight, span: number, run: number, { groupWaitSeconds }: Rules): number {
  const round = HOP_SECONDS + run + HOP_SECONDS;
  if (!sight.sharesAddress || span > INTERMEDIATE_SECONDS) return 0;
  return Math.min(round, groupWaitSeconds + MINUTE / SECOND + HOP_SECONDS);
}

/** A hang is over when the first byte has not come in time; those that share an address are asked last. */
function medianOf(
  { gap, lasts, addresses, sharesAddress }: Sight,
  { limits, rules }: Configuration,
): number {
  const hang = limits.probe.firstByteMs / SECOND;
  const span = addresses > 1 ? Math.min(lasts.together, lasts.alone) : lasts.alone;
  const wait = sharesAddress && span <= INTERMEDIATE_SECONDS ? hang + 2 * HOP_SECONDS : 0;
  return gap / 2 + HOP_SECONDS + confirmedSeconds(span, hang, rules) + wait;
}

function worst(bounds: readonly SightBounds[]): SightBounds {
  return {
    sharedSeconds: Math.max(0, ...bounds.map(({ sharedSeconds }) => sharedSeconds)),
    singleSeconds: Math.max(0, ...bounds.map(({ singleSeconds }) => singleSeconds)),
  };
}

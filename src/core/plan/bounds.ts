import { phaseSeconds, type Slot, slots } from '#core/detection/schedule';
import { MINUTE, SECOND } from '#core/time/time';
import type { Check } from '#core/watch/catalogue';
import type { Configuration } from '#core/watch/configuration';

/** From a message to the handler at work on it, seconds: the queue, and a function that starts cold. */
export const HOP_SECONDS = 2;

/** Longest time from the begin of a fault to the opening notice, seconds. */
export interface SightBounds {
  /** Every service of the group fails at once. */
  readonly sharedSeconds: number;
  /** One service fails alone. */
  readonly singleSeconds: number;
}

/** What `bonghwa plan` promises; the worst of all groups. */
export interface DetectionBounds extends SightBounds {
  /** Half of the shared faults that let requests hang are told within this. */
  readonly sharedMedianSeconds: number;
  /** Faults beyond the layers that probes see: login pages and sessions. Null without journeys. */
  readonly beyondProbes: SightBounds | null;
  readonly formula: string;
}

const FORMULA =
  'first failure = gap + round; ' +
  'opened = first failure + (k − 1) rounds + (k − 2, if positive) intervals; ' +
  'told ≤ opened + min(round, groupWait + tick + hop); ' +
  'gap: longest time between two runs of the group (shared) or of the service (single); ' +
  'round = hop + longest run + hop; median: gap / 2 + k × (hop + first-byte limit + hop)';

/** Bounds of the configuration. Derived in docs/architecture.md, held by test/core/plan/bounds.test.ts. */
export function detectionBounds(configuration: Configuration): DetectionBounds {
  const { limits, rules } = configuration;
  const { dnsMs, connectMs, tlsMs, firstByteMs, bodyMs } = limits.probe;
  const probeMs = dnsMs + connectMs + tlsMs + firstByteMs + bodyMs;
  const groups = watchedGroups(configuration);
  const first = groups.map((all) => sightOf(all, 'probe') ?? sightOf(all, 'journey'));
  const runMs = (sight: Sight) => (sight.type === 'probe' ? probeMs : limits.journeyMs);
  const seen = first.filter((sight) => sight !== undefined);
  const deep = groups.map((all) => sightOf(all, 'journey')).filter((sight) => sight !== undefined);
  const bounds = (sight: Sight) => boundsOf(sight, runMs(sight) / SECOND, configuration);
  const hang = 2 * HOP_SECONDS + firstByteMs / SECOND;
  return {
    ...worst(seen.map(bounds)),
    sharedMedianSeconds: Math.max(0, ...seen.map(({ gap }) => gap / 2 + rules.openAt.k * hang)),
    beyondProbes: deep.length > 0 ? worst(deep.map(bounds)) : null,
    formula: FORMULA,
  };
}

interface Sight {
  readonly type: Check['type'];
  /** Longest time between two runs of the group, seconds. */
  readonly gap: number;
  /** Longest interval of one check, seconds. */
  readonly interval: number;
}

function watchedGroups({ catalogue }: Configuration): readonly (readonly Slot[])[] {
  return [...Map.groupBy(slots(catalogue), ({ check }) => check.group).values()];
}

function sightOf(all: readonly Slot[], type: Check['type']): Sight | undefined {
  const own = all.filter(({ check }) => check.type === type);
  if (own.length === 0) return undefined;
  const paces = Map.groupBy(own, ({ check }) => check.intervalSeconds);
  return {
    type,
    gap: Math.min(...[...paces].map(([interval, kin]) => longestGap(kin, interval))),
    interval: Math.max(...paces.keys()),
  };
}

/** Between two neighbouring phases; the last one's neighbour is the first of the next interval. */
function longestGap(kin: readonly Slot[], interval: number): number {
  const phases = kin.map((slot) => phaseSeconds(slot, interval)).sort((a, b) => a - b);
  return Math.max(
    ...phases.map((phase, index) => (phases[index + 1] ?? (phases[0] ?? 0) + interval) - phase),
  );
}

function boundsOf(
  { gap, interval }: Sight,
  runSeconds: number,
  { rules }: Configuration,
): SightBounds {
  const round = HOP_SECONDS + runSeconds + HOP_SECONDS;
  const { k } = rules.openAt;
  // Beyond the first confirming run the host's budget may be spent: scheduled runs have to do.
  const confirmed = (k - 1) * round + Math.max(0, k - 2) * interval;
  const wait = Math.min(round, rules.groupWaitSeconds + MINUTE / SECOND + HOP_SECONDS);
  const fromFirst = round + confirmed + wait;
  return { sharedSeconds: gap + fromFirst, singleSeconds: interval + fromFirst };
}

function worst(bounds: readonly SightBounds[]): SightBounds {
  return {
    sharedSeconds: Math.max(0, ...bounds.map(({ sharedSeconds }) => sharedSeconds)),
    singleSeconds: Math.max(0, ...bounds.map(({ singleSeconds }) => singleSeconds)),
  };
}

import type { Incident, Outage } from '#core/outage/outage';
import { type Between, HOUR, type Instant, MINUTE } from '#core/time/time';

/** How far back the start may be if nothing was known before. */
const UNKNOWN_START_MS = 10 * MINUTE;
/**
 * A service can join an outage for this long. Later none joins, because among fifty sites one may
 * never return.
 */
const JOINS_WITHIN_MS = HOUR;
/** Two faults of one kind in one group so soon after each other are one. */
const ALIKE_WITHIN_MS = 5 * MINUTE;

/** Fields of a failure or an incident that identify its cause. */
export interface Symptoms {
  readonly layer: Incident['layer'];
  readonly kind: Incident['kind'];
  readonly signature?: string;
}

/** The same signature, or the same kind of failure at the same layer. */
export function sameCause(a: Symptoms, b: Symptoms): boolean {
  if (a.signature !== undefined && a.signature === b.signature) return true;
  return a.layer === b.layer && a.kind === b.kind;
}

/** The same, for an outage in which only some requests fail, so runs stop at different pages. */
export function likeCause({ cause }: Pick<Outage, 'cause'>, a: Symptoms, b: Symptoms): boolean {
  return sameCause(a, b) || (cause.failedShare !== undefined && a.kind === b.kind);
}

export function overlap(a: Between, b: Between): boolean {
  const begin = ({ after, by }: Between) => after ?? by - UNKNOWN_START_MS;
  return begin(a) < b.by && begin(b) < a.by;
}

/**
 * True if an incident belongs to an outage of its group. It belongs if both began in the same
 * stretch of time, even with different signs, because one fault with two signs is far more likely
 * than two faults within minutes. Later it belongs only with the same cause, within minutes with
 * the same kind, or shortly after its service worked again.
 */
export function belongs(
  outage: Pick<Outage, 'cause' | 'incidents' | 'startedBetween' | 'continues'>,
  incident: Incident,
  reopenWithinMs: number,
): boolean {
  const own = outage.incidents.find(({ service }) => service === incident.service);
  const endedBy = own?.endedBetween?.by ?? incident.startedBetween.by;
  if (own && incident.startedBetween.by - endedBy <= reopenWithinMs) return true;
  // The rest of another outage accepts no new services, because phones have heard about an end.
  if (outage.continues !== undefined) return false;
  if (overlap(outage.startedBetween, incident.startedBetween)) return true;
  return outage.incidents.some(
    (one) =>
      one.endedBetween === undefined &&
      incident.startedBetween.by - one.startedBetween.by <= JOINS_WITHIN_MS &&
      (likeCause(outage, one, incident) || soonAlike(one, incident)),
  );
}

/** Where some requests fail, runs stop at other pages before anybody can tell the share. */
function soonAlike(one: Incident, incident: Incident): boolean {
  const apart = incident.startedBetween.by - one.startedBetween.by;
  return one.kind === incident.kind && apart <= ALIKE_WITHIN_MS;
}

/** The latest of `moments` before `by`, or null. */
function latestBefore(moments: readonly (Instant | null)[], by: Instant): Instant | null {
  const before = moments.filter((moment) => moment !== null).filter((moment) => moment < by);
  return before.length > 0 ? Math.max(...before) : null;
}

/** Narrowest bounds from several sightings of one start. */
export function startOf(starts: readonly Between[]): Between {
  const by = Math.min(...starts.map((start) => start.by));
  return {
    after: latestBefore(
      starts.map(({ after }) => after),
      by,
    ),
    by,
  };
}

/** The latest of several ends. Undefined while one continues. */
export function endOf(ends: readonly (Between | undefined)[]): Between | undefined {
  const known = ends.filter((end) => end !== undefined);
  if (known.length < ends.length || known.length === 0) return undefined;
  return {
    after: Math.max(...known.map(({ after, by }) => after ?? by)),
    by: Math.max(...known.map(({ by }) => by)),
  };
}

export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** Spans in order. Touching spans are joined. */
export function joined(spans: readonly Span[]): readonly Span[] {
  const sorted = spans.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from);
  const result: Span[] = [];
  for (const span of sorted) {
    const last = result.at(-1);
    if (last && span.from <= last.to) {
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    } else {
      result.push(span);
    }
  }
  return result;
}

export function lengthMs(spans: readonly Span[]): number {
  return joined(spans).reduce((sum, { from, to }) => sum + to - from, 0);
}

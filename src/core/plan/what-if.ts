import type { Notice } from '#core/notice/notice';
import type { Outage } from '#core/outage/outage';
import type { Instant } from '#core/time/time';

/** An outage with an SMS to on-call. */
export interface Call {
  readonly outage: string;
  readonly services: readonly string[];
  readonly beganBy: Instant;
  readonly endedBy?: Instant;
  readonly toldAt: Instant;
  /** Number of SMS about it. */
  readonly messages: number;
}

/** One outage under two sets of rules. Without `would` it is missed, without `was` it is new. */
export interface Difference {
  readonly was?: Call;
  readonly would?: Call;
}

type Heard = Pick<Notice, 'at' | 'outage' | 'sms'>;

/** Outages with an SMS, by the time of the first SMS. */
export function callsOf(outages: readonly Outage[], notices: readonly Heard[]): readonly Call[] {
  const rung = notices.filter(({ sms }) => sms !== undefined);
  return outages
    .flatMap(({ id, incidents, startedBetween, endedBetween }) => {
      const own = rung.filter(({ outage }) => outage === id).map(({ at }) => at);
      if (own.length === 0) return [];
      const call: Call = {
        outage: id,
        services: [...new Set(incidents.map(({ service }) => service))],
        beganBy: startedBetween.by,
        ...(endedBetween ? { endedBy: endedBetween.by } : {}),
        toldAt: Math.min(...own),
        messages: own.length,
      };
      return [call];
    })
    .sort((a, b) => a.toldAt - b.toldAt);
}

/** Pairs calls that share a service and a moment, in order of time. */
export function differences(was: readonly Call[], would: readonly Call[]): readonly Difference[] {
  const left = [...would];
  const known = was.map((call): Difference => {
    const index = left.findIndex((other) => isSame(call, other));
    const [found] = index === -1 ? [] : left.splice(index, 1);
    return found ? { was: call, would: found } : { was: call };
  });
  return [...known, ...left.map((call) => ({ would: call }))].sort((a, b) => at(a) - at(b));
}

function isSame(a: Call, b: Call): boolean {
  const { POSITIVE_INFINITY: open } = Number;
  const meets = a.beganBy <= (b.endedBy ?? open) && b.beganBy <= (a.endedBy ?? open);
  return meets && a.services.some((service) => b.services.includes(service));
}

function at({ was, would }: Difference): Instant {
  return (was ?? would)?.toldAt ?? 0;
}

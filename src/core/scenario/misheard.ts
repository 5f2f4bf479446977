import { concerns } from '#core/notice/subscriber';
import type { NoticeSummary, OutageSummary } from '#core/scenario/summary';

type Heard = 'begin' | 'end';

/** Begins and ends of an outage, in order, for who subscribed to `services`; absent: to all. */
function heardBy(
  services: readonly string[] | undefined,
  notices: readonly NoticeSummary[],
): readonly Heard[] {
  return notices
    .filter((notice) => concerns(services, notice))
    .flatMap(({ type, again }): Heard[] => {
      if (type === 'closed') return ['end'];
      return type === 'opened' || again ? ['begin'] : [];
    });
}

/**
 * Whoever hears a begin or an end twice in a row, an end first, or no end of what is over: one line
 * each. Empty if nobody does. `notices` are those of the outage, oldest first.
 */
export function misheard(
  outage: OutageSummary,
  notices: readonly NoticeSummary[],
): readonly string[] {
  const listeners = [undefined, ...outage.services.map((service) => [service])];
  return listeners.flatMap((services) => {
    // What is left over of another outage was told there as its begin.
    const begun: readonly Heard[] = outage.continues ? ['begin'] : [];
    const heard = [...begun, ...heardBy(services, notices)];
    const inTurn = heard.every((what, index) => what === (index % 2 === 0 ? 'begin' : 'end'));
    const goesOn = services?.some((service) => outage.goesOn?.includes(service));
    const waits = outage.endedBetween !== null && !goesOn && heard.at(-1) === 'begin';
    if (inTurn && !waits) return [];
    return [`${outage.id}: subscribers of ${services ?? outage.group} hear ${heard.join(', ')}`];
  });
}

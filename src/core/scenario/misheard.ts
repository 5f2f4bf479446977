import { concerns } from '#core/notice/subscriber';
import type { NoticeSummary, OutageSummary } from '#core/scenario/summary';
import type { Localised } from '#core/time/duration';

type Heard = 'begin' | 'end';

const KO: Readonly<Record<Heard, string>> = { begin: '시작', end: '종료' };

/**
 * Begins and ends of an outage in order, as subscribers of `services` get them. Absent: all
 * services.
 */
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
 * Subscribers who get a begin or an end twice in a row, an end first, or no end of a finished
 * outage: one line each. `notices` are those of the outage, oldest first.
 */
export function misheard(
  outage: OutageSummary,
  notices: readonly NoticeSummary[],
): readonly Localised[] {
  const listeners = [undefined, ...outage.services.map((service) => [service])];
  return listeners.flatMap((services) => {
    // The rest of another outage was already opened there.
    const begun: readonly Heard[] = outage.continues ? ['begin'] : [];
    const heard = [...begun, ...heardBy(services, notices)];
    const inTurn = heard.every((what, index) => what === (index % 2 === 0 ? 'begin' : 'end'));
    const goesOn = services?.some((service) => outage.goesOn?.includes(service));
    const waits = outage.endedBetween !== null && !goesOn && heard.at(-1) === 'begin';
    if (inTurn && !waits) return [];
    const who = services ?? outage.group;
    return [
      {
        en: `${outage.id}: subscribers of ${who} hear ${heard.join(', ')}`,
        ko: `${outage.id}: ${who} 수신자가 받는 알림: ${heard.map((what) => KO[what]).join(', ')}`,
      },
    ];
  });
}

import { isOwn } from '#core/notice/notice';
import type { Scenario } from '#core/scenario/scenario';
import type { NoticeSummary } from '#core/scenario/summary';
import { DAY, HOUR, type Instant, MINUTE } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';
import { simulate } from '#local/simulate/simulate';
import { type FieldHistory, isCalm, scenarioOf } from './field-history.ts';

const SITES = 50;
const BEGIN: Instant = Date.parse('2026-03-03T12:00:00+09:00');
const BACK = BEGIN + 20 * MINUTE;
const STAYS = 'site-50';
/** The others have to work for a quarter of an hour first. */
const SOON_MS = 20 * MINUTE;

function history(): FieldHistory {
  const sites = Array.from({ length: SITES }, (_, index) => `site-${index + 1}`);
  return {
    source: 'made up',
    from: BEGIN - HOUR,
    to: BEGIN + 4 * DAY,
    sites,
    outages: sites.map((service) => ({
      service,
      from: BEGIN,
      to: service === STAYS ? BEGIN + 3 * DAY : BACK,
      code: 503,
    })),
  };
}

export interface Checked {
  readonly what: string;
  readonly holds: boolean;
  readonly seen: string;
}

/** What people hear of an outage of fifty sites, of which one returns three days later. */
export function oneOfFifty(configuration: Configuration): readonly Checked[] {
  const played = history();
  const scenario: Scenario = scenarioOf('one of fifty', played);
  const { summary } = simulate(scenario, { configuration, isLeftOut: isCalm(played) });
  const shared = summary.notices.filter((notice) => !isOwn(notice));
  const first = summary.outages.find(({ goesOn }) => goesOn?.includes(STAYS));
  const rest = first && summary.outages.find(({ continues }) => continues === first.id);
  const closing = ofOutage(shared, first?.id).find(({ type }) => type === 'closed');
  const later = ofOutage(shared, rest?.id);
  const end = later.find(({ type }) => type === 'closed');
  const isSoon = (one: NoticeSummary | undefined, after: Instant) =>
    one?.sms !== undefined && Date.parse(one.at) - after <= SOON_MS;
  return [
    {
      what: 'the end of the others is told, and names the one that is down',
      holds: isSoon(closing, BACK) && first?.goesOn?.length === 1,
      seen: heard(closing),
    },
    {
      what: 'the one goes on by itself without a reminder or an opening notice',
      holds: rest !== undefined && later.every(({ type }) => type === 'closed'),
      seen: later.map(({ type }) => type).join(', '),
    },
    {
      what: 'its end is told',
      holds: isSoon(end, BEGIN + 3 * DAY),
      seen: heard(end),
    },
  ];
}

function ofOutage(notices: readonly NoticeSummary[], id: string | undefined) {
  return notices.filter(({ outage }) => outage === id);
}

function heard(notice: NoticeSummary | undefined): string {
  return notice ? `${notice.at.slice(5, 16)} ${notice.sms ?? notice.subject}` : '-';
}

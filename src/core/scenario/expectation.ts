import { isOwn } from '#core/notice/notice';
import { misheard } from '#core/scenario/misheard';
import type { ScenarioExpectation } from '#core/scenario/scenario';
import type { NoticeSummary, OutageSummary, Summary } from '#core/scenario/summary';
import { kstIso } from '#core/time/kst';
import type { Instant } from '#core/time/time';

type Expected = ScenarioExpectation['outages'][number];

/**
 * Expectations of the scenario that the summary does not meet, one line each. Empty if all are met.
 */
export function unmet(expectation: ScenarioExpectation, summary: Summary): readonly string[] {
  const left = [...summary.outages];
  const lines = expectation.outages.flatMap((expected) => {
    const alike = left.findIndex(({ services }) => same(expected.services, services));
    const [outage] = left.splice(Math.max(0, alike), 1);
    if (!outage) return [`no outage of ${expected.services.join(', ')} was found`];
    return unmetOutage(expected, outage, summary.notices);
  });
  return [...lines, ...left.map(({ id }) => `${id} is not expected`)];
}

function said([after, by]: readonly [string | null, string]): string {
  return after === null ? `by ${by}` : `between ${after} and ${by}`;
}

function unmetOutage(
  expected: Expected,
  outage: OutageSummary,
  notices: readonly NoticeSummary[],
): readonly string[] {
  const own = notices.filter((notice) => notice.outage === outage.id);
  const whole = own.filter((notice) => !isOwn(notice));
  const opened = whole.filter(({ type }) => type === 'opened');
  const closed = whole.filter(({ type }) => type === 'closed');
  const { services, started, ended, layer, openedBy } = expected;
  const announced = opened[0] ? Date.parse(opened[0].at) : Number.POSITIVE_INFINITY;
  const late = openedBy !== undefined && announced > openedBy;
  const lines = [
    ...(same(services, outage.services) ? [] : [`names ${outage.services.join(', ')}`]),
    ...(started === undefined || contains(outage.startedBetween, started)
      ? []
      : [`began ${said(outage.startedBetween)}, not at ${kstIso(started)}`]),
    ...(ended === undefined || contains(outage.endedBetween, ended)
      ? []
      : [
          outage.endedBetween
            ? `ended ${said(outage.endedBetween)}, not at ${kstIso(ended)}`
            : `did not end; its end was expected at ${kstIso(ended)}`,
        ]),
    ...(layer === undefined || layer === outage.cause.layer
      ? []
      : [`is put down to the layer ${outage.cause.layer}, not ${layer}`]),
    ...(late ? [`was announced later than ${kstIso(openedBy)}`] : []),
    ...(opened.length === 1 ? [] : [`has ${opened.length} opened notices`]),
    ...(closed.length > 0 === (outage.endedBetween !== null)
      ? []
      : [`has ${closed.length} closed notices`]),
  ];
  return [...lines.map((line) => `${outage.id} ${line}`), ...misheard(outage, own)];
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((service) => b.includes(service));
}

function contains(between: OutageSummary['endedBetween'], at: Instant): boolean {
  if (!between) return false;
  const [after, by] = between;
  return (after === null || Date.parse(after) <= at) && at <= Date.parse(by);
}

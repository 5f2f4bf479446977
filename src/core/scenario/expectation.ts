import { isOwn } from '#core/notice/notice';
import { misheard } from '#core/scenario/misheard';
import type { ScenarioExpectation } from '#core/scenario/scenario';
import type { NoticeSummary, OutageSummary, Summary } from '#core/scenario/summary';
import type { Localised } from '#core/time/duration';
import { kstIso } from '#core/time/kst';
import type { Instant } from '#core/time/time';

type Expected = ScenarioExpectation['outages'][number];

/**
 * Expectations of the scenario that the summary does not meet, one line each. Empty if all are met.
 */
export function unmet(expectation: ScenarioExpectation, summary: Summary): readonly Localised[] {
  const left = [...summary.outages];
  const lines = expectation.outages.flatMap((expected) => {
    const alike = left.findIndex(({ services }) => same(expected.services, services));
    const [outage] = left.splice(Math.max(0, alike), 1);
    if (!outage) return [notFound(expected.services.join(', '))];
    return unmetOutage(expected, outage, summary.notices);
  });
  return [
    ...lines,
    ...left.map(({ id }) => ({ en: `${id} is not expected`, ko: `${id}: 예상하지 않은 장애` })),
  ];
}

function notFound(services: string): Localised {
  return { en: `no outage of ${services} was found`, ko: `${services} 장애를 찾지 못했습니다` };
}

function said([after, by]: readonly [string | null, string]): Localised {
  return after === null
    ? { en: `by ${by}`, ko: `${by}까지` }
    : { en: `between ${after} and ${by}`, ko: `${after}와 ${by} 사이` };
}

function unmetOutage(
  expected: Expected,
  outage: OutageSummary,
  notices: readonly NoticeSummary[],
): readonly Localised[] {
  const own = notices.filter((notice) => notice.outage === outage.id);
  const whole = own.filter((notice) => !isOwn(notice));
  const opened = whole.filter(({ type }) => type === 'opened');
  const closed = whole.filter(({ type }) => type === 'closed');
  const { services, started, ended, layer, openedBy } = expected;
  const announced = opened[0] ? Date.parse(opened[0].at) : Number.POSITIVE_INFINITY;
  const late = openedBy !== undefined && announced > openedBy;
  const lines = [
    ...(same(services, outage.services) ? [] : [names(outage.services.join(', '))]),
    ...(started === undefined || contains(outage.startedBetween, started)
      ? []
      : [began(outage.startedBetween, kstIso(started))]),
    ...(ended === undefined || contains(outage.endedBetween, ended)
      ? []
      : [endedWrong(outage.endedBetween, kstIso(ended))]),
    ...(layer === undefined || layer === outage.cause.layer
      ? []
      : [putDown(outage.cause.layer, layer)]),
    ...(late ? [announcedLate(kstIso(openedBy))] : []),
    ...(opened.length === 1 ? [] : [noticesOf(opened.length, 'opened')]),
    ...(closed.length > 0 === (outage.endedBetween !== null)
      ? []
      : [noticesOf(closed.length, 'closed')]),
  ];
  return [
    ...lines.map(({ en, ko }) => ({ en: `${outage.id} ${en}`, ko: `${outage.id}: ${ko}` })),
    ...misheard(outage, own),
  ];
}

function names(services: string): Localised {
  return { en: `names ${services}`, ko: `장애 서비스가 ${services}입니다` };
}

function began(between: OutageSummary['startedBetween'], expected: string): Localised {
  const { en, ko } = said(between);
  return { en: `began ${en}, not at ${expected}`, ko: `시작 ${ko}, 예상 ${expected}` };
}

function endedWrong(between: OutageSummary['endedBetween'], expected: string): Localised {
  if (!between) {
    return {
      en: `did not end; its end was expected at ${expected}`,
      ko: `끝나지 않았습니다. 예상한 복구 시각 ${expected}`,
    };
  }
  const { en, ko } = said(between);
  return { en: `ended ${en}, not at ${expected}`, ko: `복구 ${ko}, 예상 ${expected}` };
}

function putDown(layer: string, expected: string): Localised {
  return {
    en: `is put down to the layer ${layer}, not ${expected}`,
    ko: `원인 단계 ${layer}, 예상 ${expected}`,
  };
}

function announcedLate(by: string): Localised {
  return { en: `was announced later than ${by}`, ko: `장애 알림이 ${by}보다 늦었습니다` };
}

function noticesOf(count: number, type: 'opened' | 'closed'): Localised {
  return { en: `has ${count} ${type} notices`, ko: `${type} 알림 ${count}건` };
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((service) => b.includes(service));
}

function contains(between: OutageSummary['endedBetween'], at: Instant): boolean {
  if (!between) return false;
  const [after, by] = between;
  return (after === null || Date.parse(after) <= at) && at <= Date.parse(by);
}

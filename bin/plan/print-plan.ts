import { serviceName } from '#core/notice/email';
import { wordsOf } from '#core/notice/texts/languages';
import { BOUNDS_FORMULA } from '#core/plan/bounds';
import type { Language, Localised } from '#core/time/duration';
import type { Catalogue } from '#core/watch/catalogue';
import { padFrom, padTo, wrapped } from '#local/terminal';
import { PLAN_TEXTS } from '../texts/plan.ts';
import type { Plan } from './make-plan.ts';

export interface PrintedPlan {
  readonly plan: Plan;
  readonly warnings: readonly Localised[];
  readonly catalogue: Pick<Catalogue, 'services'>;
  readonly language: Language;
}

/** For a person who decides whether to deploy. */
export function printPlan(printed: PrintedPlan): string {
  const { plan, warnings, language } = printed;
  const say = PLAN_TEXTS[language];
  const lines = [
    say.title(plan.stage),
    ...coverageLines(printed),
    ...hostLines(plan, say),
    ...boundLines(plan, language),
    ...ownLines(plan, say),
    ...toldLines(plan, say),
    '',
    say.concurrency(plan.concurrency),
    `  ${say.limit}`,
    ...costLines(plan, say),
    ...(warnings.length > 0 ? [''] : []),
    ...warnings.map((warning) => `${say.warning}: ${warning[language]}`),
  ];
  return wrapped(lines.join('\n'));
}

type Say = (typeof PLAN_TEXTS)[Language];

function coverageLines({ plan, catalogue, language }: PrintedPlan): readonly string[] {
  const say = PLAN_TEXTS[language];
  const name = (id: string) => serviceName(catalogue, id, wordsOf(language));
  return plan.services.flatMap(({ service, checkedWith, checks, unseen }) => [
    '',
    `${service} · ${name(service)}`,
    ...(checkedWith === undefined ? [] : [`  ${say.checkedWith(name(checkedWith))}`]),
    ...checks
      .filter(({ sharedWith }) => sharedWith === undefined)
      .map(({ check, intervalSeconds, depth, skipped }) => {
        const every = say.every(String(intervalSeconds).padStart(4));
        return `  ${padTo(check, 32)} ${every}, ${say.reach(depth, skipped)}`;
      }),
    ...(unseen.length === 0
      ? []
      : [`  ${say.unseen} ${unseen.map((part) => part[language]).join(' · ')}`]),
  ]);
}

function hostLines({ hosts }: Plan, say: Say): readonly string[] {
  return [
    '',
    say.load,
    ...hosts.map(
      ({ host, runsPerDay, pagesPerDay }) =>
        `  ${padTo(host, 32)} ${say.hostLoad(whole(runsPerDay), whole(pagesPerDay))}`,
    ),
  ];
}

function boundLines({ bounds }: Plan, language: Language): readonly string[] {
  const { sharedSeconds, singleSeconds, sharedMedianSeconds, beyondProbes } = bounds;
  const late = bounds.withLateTick;
  const say = PLAN_TEXTS[language];
  const formula = BOUNDS_FORMULA[language].split('; ');
  return [
    '',
    say.bounds,
    `  ${say.shared(whole(sharedSeconds), whole(sharedMedianSeconds))}`,
    `  ${say.single(whole(singleSeconds))}`,
    `  ${say.late(whole(late.sharedSeconds), whole(late.singleSeconds))}`,
    ...(beyondProbes === null
      ? []
      : [`  ${say.deep(whole(beyondProbes.sharedSeconds), whole(beyondProbes.singleSeconds))}`]),
    ...formula.map((line) => `  ${line}`),
  ];
}

function ownLines({ ownSettings }: Plan, say: Say): readonly string[] {
  if (ownSettings.length === 0) return [];
  return [
    '',
    say.own,
    ...ownSettings.map(({ service, lastsSeconds, singleSeconds, severity }) => {
      const { together, alone } = lastsSeconds;
      const notices = severity ? say.severity(severity) : '';
      return `  ${padTo(service, 24)} ${say.ownService(together, alone, whole(singleSeconds))}${notices}`;
    }),
  ];
}

function toldLines({ told }: Plan, say: Say): readonly string[] {
  return [
    '',
    say.told(told.phones, told.others),
    ...(told.channels.length > 0 ? [`  ${say.toldBy(told.channels.join(', '))}`] : []),
    ...(told.watchChannels.length > 0
      ? [`  ${say.toldByWatch(told.watchChannels.join(', '))}`]
      : []),
    ...told.again.map(
      ({ remindAfterSeconds, phones }) => `  ${say.toldAgain(phones, whole(remindAfterSeconds))}`,
    ),
  ];
}

function costLines({ cost }: Plan, say: Say): readonly string[] {
  const { prices, usage } = cost;
  return [
    '',
    say.cost(prices),
    costRow('', ...say.columns),
    ...cost.lines.map(({ item, quantity, listUsd, withFreeTierUsd }) =>
      costRow(say.item(item), whole(quantity), usd(listUsd), usd(withFreeTierUsd)),
    ),
    costRow(say.total, '', usd(cost.listUsd), usd(cost.withFreeTierUsd)),
    `  ${(cost.fixedEgressIncluded ? say.egressIncluded : say.egress)(usd(cost.fixedEgressUsd))}`,
    `  ${say.waiting(usd(cost.perWaitingSecondUsd))}`,
    ...(cost.perOutageSmsUsd > 0 ? [`  ${say.sms(usd(cost.perOutageSmsUsd))}`] : []),
    `  ${say.basis}`,
    ...(['browser', 'runner', 'prober', 'dispatcher', 'evaluator', 'historyApi'] as const).map(
      (name) => `    ${padTo(name, 11)} ${say.usage(usage[name])}`,
    ),
  ];
}

function costRow(item: string, ...figures: readonly string[]): string {
  const [quantity = '', list = '', freeTier = ''] = figures;
  return `  ${padTo(item, 46)} ${padFrom(quantity, 11)} ${padFrom(list, 7)} ${padFrom(freeTier, 10)}`;
}

function whole(quantity: number): string {
  return Math.round(quantity).toLocaleString('en-US');
}

function usd(amount: number): string {
  return amount.toFixed(2);
}

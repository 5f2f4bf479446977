import { wrapped } from '#local/terminal';
import type { Plan } from './make-plan.ts';

/** For a person who decides whether to deploy. */
export function printPlan(plan: Plan): string {
  const lines = [
    `Plan of stage ${plan.stage}`,
    ...coverageLines(plan),
    ...hostLines(plan),
    ...boundLines(plan),
    ...ownLines(plan),
    ...toldLines(plan),
    ...concurrencyLines(plan),
    ...costLines(plan),
    ...(plan.warnings.length > 0 ? ['', ...plan.warnings.map((line) => `warning: ${line}`)] : []),
  ];
  return wrapped(lines.join('\n'));
}

function coverageLines({ services }: Plan): readonly string[] {
  return services.flatMap(({ service, checkedWith, checks, unseen }) => [
    '',
    service,
    ...(checkedWith === undefined ? [] : [`  checked on the same screens as ${checkedWith}`]),
    ...checks
      .filter(({ sharedWith }) => sharedWith === undefined)
      .map(({ check, intervalSeconds, depth, skipped }) => {
        const gaps = skipped.length > 0 ? `, without ${skipped.join(', ')}` : '';
        return `  ${check.padEnd(32)} every ${String(intervalSeconds).padStart(4)} s, as far as ${depth}${gaps}`;
      }),
    `  not seen: ${unseen.map(({ en }) => en).join(' · ')}`,
  ]);
}

function hostLines({ hosts }: Plan): readonly string[] {
  return [
    '',
    'Load at normal cadence (documents; what a page loads besides is not counted)',
    ...hosts.map(
      ({ host, runsPerDay, pagesPerDay }) =>
        `  ${host.padEnd(32)} ${whole(runsPerDay).padStart(7)} runs, ${whole(pagesPerDay).padStart(7)} documents a day`,
    ),
  ];
}

function boundLines({ bounds }: Plan): readonly string[] {
  const { sharedSeconds, singleSeconds, sharedMedianSeconds, beyondProbes, formula } = bounds;
  const late = bounds.withLateTick;
  return [
    '',
    'Detection bounds, from the begin of a fault to the opening notice',
    `  shared cause   at most ${whole(sharedSeconds)} s, half of them within ${whole(sharedMedianSeconds)} s`,
    `  one service    at most ${whole(singleSeconds)} s`,
    `  with a tick 59 s late: at most ${whole(late.sharedSeconds)} s shared, ${whole(late.singleSeconds)} s alone`,
    ...(beyondProbes === null
      ? []
      : [
          '  only journeys see it (login page, session): at most ' +
            `${whole(beyondProbes.sharedSeconds)} s shared, ${whole(beyondProbes.singleSeconds)} s alone`,
        ]),
    ...formula.split('; ').map((line) => `  ${line}`),
  ];
}

function ownLines({ ownSettings }: Plan): readonly string[] {
  if (ownSettings.length === 0) return [];
  return [
    '',
    'Services with settings of their own',
    ...ownSettings.map(({ service, lastsSeconds, singleSeconds, severity }) => {
      const { together, alone } = lastsSeconds;
      const notices = severity ? `, notices are ${severity}` : '';
      return (
        `  ${service.padEnd(24)} failures span ${together} s together, ${alone} s alone: ` +
        `alone told within ${whole(singleSeconds)} s${notices}`
      );
    }),
  ];
}

function toldLines({ told }: Plan): readonly string[] {
  return [
    '',
    `Told of an outage: ${told.phones} by SMS, ${told.others} by email or https`,
    ...told.again.map(
      ({ remindAfterSeconds, phones }) =>
        `  ${phones} by SMS again each ${whole(remindAfterSeconds)} s in which nobody has acknowledged`,
    ),
  ];
}

function concurrencyLines({ concurrency }: Plan): readonly string[] {
  const { journeys, probes, evaluations, needed } = concurrency;
  return [
    '',
    `Lambda concurrency: up to ${needed} at once (${journeys} journeys, ${probes} probes, ${evaluations} evaluations)`,
    '  The bounds hold where the account allows as many; `npx bonghwa doctor` asks it.',
  ];
}

function costLines({ cost }: Plan): readonly string[] {
  const { prices, usage } = cost;
  return [
    '',
    `Cost of a calm month, US$ (prices of ${prices.region}, ${prices.date}: ${prices.source})`,
    costRow('', 'quantity', 'list', 'free tier'),
    ...cost.lines.map(({ item, quantity, listUsd, withFreeTierUsd }) =>
      costRow(item, whole(quantity), usd(listUsd), usd(withFreeTierUsd)),
    ),
    costRow('total', '', usd(cost.listUsd), usd(cost.withFreeTierUsd)),
    cost.fixedEgressIncluded
      ? `  of which fixed egress ${usd(cost.fixedEgressUsd)}`
      : `  fixed egress (\`fixedEgress: true\`) would add ${usd(cost.fixedEgressUsd)}`,
    `  each further second that journeys wait for their portals adds ${usd(cost.perWaitingSecondUsd)}`,
    '  What stands behind the quantities:',
    ...(['browser', 'runner', 'prober', 'dispatcher', 'evaluator', 'historyApi'] as const).map(
      (name) => {
        const { memoryGb, workMs, waitMs, basis } = usage[name];
        const time = `${workMs} ms work + ${waitMs} ms waiting`;
        return `    ${name.padEnd(11)} ${memoryGb} GB × (${time}): ${basis}`;
      },
    ),
  ];
}

function costRow(item: string, ...[quantity, list, freeTier]: [string, string, string]): string {
  return `  ${item.padEnd(46)} ${quantity.padStart(11)} ${list.padStart(7)} ${freeTier.padStart(10)}`;
}

function whole(quantity: number): string {
  return Math.round(quantity).toLocaleString('en-US');
}

function usd(amount: number): string {
  return amount.toFixed(2);
}

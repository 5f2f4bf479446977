import { alarmMetrics } from '#core/plan/alarm-count';
import type { CostItem } from '#core/plan/cost-items';
import type { Deployment } from '#core/plan/deployment';
import type { Price, PriceName, PriceTable } from '#core/plan/prices';
import type { FunctionUsage, Usage } from '#core/plan/usage';
import type { Catalogue, Check } from '#core/watch/catalogue';
import type { Configuration } from '#core/watch/configuration';
import { runningChecks } from '#core/watch/shared-checks';

const MONTH_SECONDS = 730 * 3600;
const MONTH_MINUTES = 730 * 60;
const GB = 1_000_000_000;
/** Its begin and its end, one part each. */
const SMS_OF_AN_OUTAGE = 2;

export interface CostLine {
  readonly item: CostItem;
  readonly price: PriceName;
  /** Units per month. */
  readonly quantity: number;
  /** US dollars per month at list price. */
  readonly listUsd: number;
  /** The same with the always-free tier, if nothing else in the account uses it. */
  readonly withFreeTierUsd: number;
}

export interface MonthlyCost {
  readonly lines: readonly CostLine[];
  readonly listUsd: number;
  readonly withFreeTierUsd: number;
  /** Extra cost of `fixedEgress`. */
  readonly fixedEgressUsd: number;
  readonly fixedEgressIncluded: boolean;
  /** Monthly list price of one more second of waiting in every journey. */
  readonly perWaitingSecondUsd: number;
  /** SMS of one outage, to every phone. A calm month has none. */
  readonly perOutageSmsUsd: number;
}

export interface CostInput {
  readonly configuration: Configuration;
  readonly deployment: Deployment;
  readonly usage: Usage;
  readonly table: PriceTable;
}

/** [purpose, unit, units per month]. */
type Item = readonly [item: CostItem, price: PriceName, quantity: number];

/** Cost of a calm month at the configured cadence. Outages make it cheaper. */
export function monthlyCost(input: CostInput): MonthlyCost {
  const { table, deployment } = input;
  const egress = price(egressItems(input), table);
  const items = [
    ...computeItems(input),
    ...queueItems(input),
    ...storageItems(input),
    ...watchItems(input),
    ...pageItems(input),
    ...optionItems(input),
  ];
  const own = price(items, table);
  const phones = deployment.subscribers.filter(({ protocol }) => protocol === 'sms').length;
  const lines = deployment.fixedEgress ? [...own, ...egress] : own;
  return {
    lines,
    listUsd: total(lines, 'listUsd'),
    withFreeTierUsd: total(lines, 'withFreeTierUsd'),
    fixedEgressUsd: total(egress, 'listUsd'),
    fixedEgressIncluded: deployment.fixedEgress,
    perWaitingSecondUsd:
      runs(input).journeys *
      (input.usage.runner.memoryGb + input.usage.browser.memoryGb) *
      table.prices.lambdaGbSecond.usd,
    perOutageSmsUsd: phones * SMS_OF_AN_OUTAGE * table.prices.smsPart.usd,
  };
}

/** Runs per month of all checks of these types. */
function runsPerMonth(checks: readonly Check[], types: readonly Check['type'][]): number {
  return checks
    .filter(({ type }) => types.includes(type))
    .reduce((sum, { intervalSeconds }) => sum + MONTH_SECONDS / intervalSeconds, 0);
}

function runs({ configuration: { catalogue } }: CostInput) {
  return {
    journeys: runsPerMonth(runningChecks(catalogue), ['journey']),
    probes: runsPerMonth(runningChecks(catalogue), ['probe', 'control']),
  };
}

function computeItems(input: CostInput): readonly Item[] {
  const { usage, configuration } = input;
  const { journeys, probes } = runs(input);
  const evaluations = MONTH_MINUTES * configuration.catalogue.groups.length;
  const gbSeconds = ({ memoryGb, workMs, waitMs }: FunctionUsage) =>
    (memoryGb * (workMs + waitMs)) / 1000;
  const api = usage.apiRequestsPerMonth;
  return [
    ['browser: Chromium journeys', 'lambdaGbSecond', journeys * gbSeconds(usage.browser)],
    ['runner, waiting for the browser', 'lambdaGbSecond', journeys * gbSeconds(usage.runner)],
    ['prober', 'lambdaGbSecond', probes * gbSeconds(usage.prober)],
    ['evaluator', 'lambdaGbSecond', evaluations * gbSeconds(usage.evaluator)],
    ['dispatcher', 'lambdaGbSecond', MONTH_MINUTES * gbSeconds(usage.dispatcher)],
    ['history API', 'lambdaGbSecond', api * gbSeconds(usage.historyApi)],
    [
      'invocations of all functions',
      'lambdaRequest',
      2 * journeys + probes + evaluations + MONTH_MINUTES + api,
    ],
    ['ticks', 'schedulerInvocation', MONTH_MINUTES],
    ['history API requests', 'apiRequest', api],
  ];
}

/**
 * A message is sent in a batch, received by a poll and deleted, which is about one delete request
 * each.
 */
function queueItems(input: CostInput): readonly Item[] {
  const { usage, configuration } = input;
  const { journeys, probes } = runs(input);
  const ticks = MONTH_MINUTES * configuration.catalogue.groups.length;
  return [
    [
      'check queues: polls, sends, deletes',
      'sqsRequest',
      2 * usage.idlePollsPerQueue + 2 * MONTH_MINUTES + journeys + probes,
    ],
    [
      'evaluations queue: polls, sends, deletes',
      'sqsFifoRequest',
      usage.idlePollsPerQueue + 2 * ticks,
    ],
  ];
}

function storageItems(input: CostInput): readonly Item[] {
  const { usage, configuration } = input;
  const { journeys, probes } = runs(input);
  const { catalogue, retentionDays } = configuration;
  const groups = catalogue.groups.length;
  const units = (bytes: number, unit: number) => Math.ceil(bytes / unit);
  const evaluations = MONTH_MINUTES * groups;
  const writes =
    (journeys + probes) * units(usage.resultBytes, 1024) +
    evaluations * (units(usage.stateBytes, 1024) + units(usage.boardBytes, 1024));
  // Each evaluation reads its state, its commands and the recent results of every service.
  const recent = 6 * usage.resultBytes * 1.2;
  const reads =
    evaluations *
    (2 * units(usage.stateBytes, 4096) + 1 + storedUnder(catalogue) * units(recent, 4096));
  const kept = ((journeys + probes) / 30.4) * retentionDays.passed * usage.resultBytes;
  return [
    ['results, state, board', 'tableWrite', writes],
    ['evaluation and dispatch', 'tableRead', reads],
    ['table', 'tableGbMonth', kept / GB],
    ['table backups', 'backupGbMonth', kept / GB],
    ['evidence of failures', 's3Put', journeys * 0.002 * 3],
    ['hourly pictures of each step', 's3Put', picturedRuns(catalogue) * usage.steps],
    ['evidence', 's3GbMonth', 1],
  ];
}

/** Per month: the first run of each journey in an hour. */
function picturedRuns(catalogue: Catalogue): number {
  return runningChecks(catalogue)
    .filter(({ type }) => type === 'journey')
    .reduce((sum, check) => sum + MONTH_SECONDS / Math.max(3600, check.intervalSeconds), 0);
}

/** Services and controls with their own results. */
function storedUnder(catalogue: Catalogue): number {
  return new Set(runningChecks(catalogue).map(({ service }) => service)).size;
}

/** Of all functions. */
function invocationsOf(input: CostInput): number {
  const { usage, configuration } = input;
  const { journeys, probes } = runs(input);
  const minutes = MONTH_MINUTES * (1 + configuration.catalogue.groups.length);
  return 2 * journeys + probes + minutes + usage.apiRequestsPerMonth;
}

function watchItems(input: CostInput): readonly Item[] {
  const { usage, configuration, deployment } = input;
  const { catalogue, permissions, vantages } = configuration;
  const groups = catalogue.groups.length;
  const secrets = new Set(permissions.map(({ service }) => service)).size;
  return [
    ['logs', 'logGb', (invocationsOf(input) * usage.logBytes) / GB],
    // Results by service and control, evaluations and unsent notices by group.
    ['metrics', 'metric', storedUnder(catalogue) + 2 * groups],
    ['alarms', 'alarmMetric', alarmMetrics(configuration, deployment)],
    ['alarm "blind"', 'compositeAlarm', 1],
    ['dashboard', 'dashboard', 1],
    ['secrets: API tokens, permitted logins', 'secret', 1 + secrets * vantages.length],
    ['secrets read', 'secretCall', secrets * (MONTH_SECONDS / 300)],
  ];
}

/**
 * The public page without its traffic. Empty without a page. Four files change in a calm minute,
 * and a custom metric shows the age of the public files.
 */
function pageItems({ configuration, usage }: CostInput): readonly Item[] {
  if (!configuration.page) return [];
  const { memoryGb, workMs, waitMs } = usage.pageWriter;
  return [
    ['page writer', 'lambdaGbSecond', (MONTH_MINUTES * memoryGb * (workMs + waitMs)) / 1000],
    ['page writer: ticks', 'schedulerInvocation', MONTH_MINUTES],
    ['page: files written', 's3Put', 4 * MONTH_MINUTES],
    ['page: age', 'metric', 1],
  ];
}

/**
 * What is switched on, each a line of its own. In a calm month nothing is told, so no SMS and no
 * event.
 */
function optionItems(input: CostInput): readonly Item[] {
  const { configuration, deployment, usage } = input;
  const { vantages, webhooks } = configuration;
  const further = vantages.length - 1;
  const secrets = new Set(webhooks.map(({ secret }) => secret)).size;
  return [
    ...(further > 0
      ? ([
          ['further vantages: polls', 'sqsRequest', 2 * further * usage.idlePollsPerQueue],
        ] as const)
      : []),
    ...(secrets > 0 ? ([['webhooks: secrets', 'secret', secrets]] as const) : []),
    ...(deployment.tracing ? ([['X-Ray traces', 'trace', invocationsOf(input)]] as const) : []),
  ];
}

function egressItems({ configuration: { vantages } }: CostInput): readonly Item[] {
  const hours = (MONTH_SECONDS / 3600) * vantages.length;
  return [
    ['fixed egress: NAT gateway', 'natHour', hours],
    ['fixed egress: public address', 'addressHour', hours],
    ['fixed egress: data', 'natGb', 20 * vantages.length],
  ];
}

/** Items of one price share its free tier, in their order. */
function price(items: readonly Item[], { prices }: PriceTable): readonly CostLine[] {
  const left = new Map<PriceName, number>();
  return items.map(([item, name, quantity]) => {
    const { usd, free }: Price = prices[name];
    const spare = left.get(name) ?? free;
    const billed = Math.max(0, quantity - spare);
    left.set(name, Math.max(0, spare - quantity));
    return {
      item,
      price: name,
      quantity,
      listUsd: quantity * usd,
      withFreeTierUsd: billed * usd,
    };
  });
}

function total(lines: readonly CostLine[], field: 'listUsd' | 'withFreeTierUsd'): number {
  return lines.reduce((sum, line) => sum + line[field], 0);
}

import type { Deployment } from '#core/plan/deployment';
import type { Configuration } from '#core/watch/configuration';
import { runningServices } from '#core/watch/shared-checks';

/**
 * Runner and prober, each with one metric of ours and one of Lambda's. The browser. Two dead-letter
 * queues. Throttles of three functions. The age of two queues.
 */
const CHECKERS = 2 + 2 + 2 + 2 + 3 + 2;

/**
 * In the home region: not running, dispatcher failing, ticks dropped, API, throttling, unreadable
 * items, two of the end-to-end check, throttles of dispatcher and evaluator, age of evaluations.
 */
const SINGLE = 11;

/** In the home region: the evaluator cut off; dead letters of evaluations and of ticks. */
const EVALUATION = 1 + 2;

/** Silent, failing, unsent, fallen back. */
const EACH_GROUP = 4;

const SMS_SPENDING = 1;
/** PageStale. */
const PAGE = 1;
/** Dead letters of all webhooks. */
const WEBHOOKS = 1;
/** The log reader: failing, throttled. */
const LOG_READER = 2;

/** Metrics in alarms, over all stacks. A test compares it with the templates. */
export function alarmMetrics(
  { catalogue, vantages, page, webhooks }: Configuration,
  deployment: Deployment,
): number {
  const { checks } = catalogue;
  const groups = catalogue.groups.filter(({ id }) =>
    checks.some(({ group }) => group === id),
  ).length;
  const services = runningServices(catalogue).length;
  const home = SINGLE + EVALUATION + EACH_GROUP * groups + services + SMS_SPENDING;
  const further =
    (page ? PAGE : 0) +
    (webhooks.length > 0 ? WEBHOOKS + webhooks.length : 0) +
    (deployment.smsDeliveryLogs.length > 0 ? LOG_READER : 0) +
    relays(vantages, deployment);
  return home + CHECKERS * vantages.length + further;
}

/** Regions from which alarms have to reach operators' phones. */
function relays(vantages: readonly string[], { operators, alertRegion }: Deployment): number {
  const isCalled = operators.some(({ protocol }) => protocol === 'sms');
  return isCalled ? vantages.filter((region) => region !== alertRegion).length : 0;
}

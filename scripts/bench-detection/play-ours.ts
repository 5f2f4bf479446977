import { isOwn } from '#core/notice/notice';
import type { Outage } from '#core/outage/outage';
import type { Layer } from '#core/run/layer';
import type { Scenario } from '#core/scenario/scenario';
import type { NoticeSummary } from '#core/scenario/summary';
import { DAY, SECOND } from '#core/time/time';
import type { Catalogue } from '#core/watch/catalogue';
import type { Configuration } from '#core/watch/configuration';
import { defaultConfiguration } from '#local/configuration';
import { walkOf } from '#local/simulate/pages';
import { simulate } from '#local/simulate/simulate';
import type { Heard, Message } from './heard.ts';

/**
 * This project's default rules on the same history. Every SMS to a phone of the whole group is a
 * message.
 */
export function playOurs(scenario: Scenario): Heard {
  const configuration = apart(defaultConfiguration());
  const { summary, outages } = simulate(scenario, { configuration });
  const whole = summary.notices.filter((notice) => !isOwn(notice));
  const messages = whole.flatMap((notice) => messageOf(notice, outages));
  return { messages, requestsPerDay: plannedRequests(configuration.catalogue) };
}

/** Each service at its own address, as the other monitors check them. */
function apart(base: Configuration): Configuration {
  const { catalogue } = base;
  const targets = catalogue.targets.map((target) => ({
    ...target,
    baseUrl: `https://${target.service}.example.org`,
  }));
  const checks = catalogue.checks.map(({ sharedWith: _, ...check }) => check);
  return { ...base, catalogue: { ...catalogue, targets, checks } };
}

function messageOf(
  { at, type, sms, services, outage }: NoticeSummary,
  outages: readonly Outage[],
): readonly Message[] {
  if (sms === undefined) return [];
  const says = type === 'closed' ? 'up' : 'down';
  const ended = outages.find(({ id }) => id === outage)?.endedBetween;
  const widthMs = says === 'up' && ended ? ended.by - (ended.after ?? ended.by) : 0;
  return [{ at: Date.parse(at), says, services, widthMs }];
}

/** Requested documents on a calm day. Confirming runs are additional. */
function plannedRequests({ checks, targets, controls }: Catalogue): number {
  return checks.reduce((sum, { service, type, depth, intervalSeconds }) => {
    const among = type === 'control' ? controls : targets;
    const target = among.find((one) => one.service === service);
    const pages = target ? walkOf(target, type, depth as Layer).visits.length : 0;
    return sum + (DAY / SECOND / intervalSeconds) * pages;
  }, 0);
}

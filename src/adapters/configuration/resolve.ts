import { blindChecks } from '#adapters/configuration/blind-checks';
import { crossCheck } from '#adapters/configuration/cross-check';
import { explain, problem, refuse } from '#adapters/configuration/explain';
import { type CheckedInput, inputSchema } from '#adapters/configuration/input-schema';
import {
  brokenPromises,
  type KnownPortals,
  withoutPortals,
} from '#adapters/configuration/known-portals';
import { oversizedEvents } from '#adapters/configuration/oversized-events';
import { resolveCatalogue } from '#adapters/configuration/resolve-catalogue';
import { dependentControls, idlePermissions, unheard } from '#adapters/configuration/warnings';
import { defined } from '#core/defined';
import type { Deployment } from '#core/plan/deployment';
import type { Localised } from '#core/time/duration';
import type { Instant } from '#core/time/time';
import type { Catalogue } from '#core/watch/catalogue';
import type { Configuration, MaintenanceWindow, Subscription } from '#core/watch/configuration';
import { contradictions } from '#core/watch/contradictions';
import { DEFAULT_LIMITS, DEFAULT_RULES } from '#core/watch/defaults';
import type { OwnSettings } from '#core/watch/watch-settings';

export interface Resolved {
  readonly configuration: Configuration;
  readonly deployment: Deployment;
  /** Settings for `bonghwa watch` only. */
  readonly watch: OwnSettings;
  /** Valid, but probably mistakes. */
  readonly warnings: readonly Localised[];
  /** The same, but only for a deployment. */
  readonly deploymentWarnings: readonly Localised[];
}

export interface ResolveOptions {
  /** Named in messages. */
  readonly file: string;
  readonly stage: string;
  readonly now: Instant;
  readonly portals: KnownPortals;
}

const DEFAULT_BLOCKED_HOSTS = [
  'www.google-analytics.com',
  'www.googletagmanager.com',
  'stats.g.doubleclick.net',
  'wcs.naver.net',
  'wcs.naver.com',
];

/**
 * Checks a written configuration and fills in the rest. Throws InvalidInputError that names every
 * problem.
 */
export function resolveConfiguration(input: unknown, options: ResolveOptions): Resolved {
  const { file, stage, now } = options;
  if (!/^[a-z][a-z0-9-]{0,15}$/.test(stage)) {
    throw refuse(file, [
      problem('stage', stage, {
        en: 'must be 1 to 16 characters of a-z, 0-9 and -, or topic and bucket names grow too long',
        ko: 'a-z, 0-9, - 1~16자여야 합니다. 더 길면 토픽과 버킷 이름이 너무 길어집니다',
      }),
    ]);
  }
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) throw refuse(file, explain(parsed.error, input));
  const portals = parsed.data.builtInPortals ? options.portals : withoutPortals(options.portals);
  const { problems, warnings } = crossCheck(parsed.data, { now, portals });
  if (problems.length > 0) throw refuse(file, problems);
  const catalogue = resolveCatalogue(parsed.data, portals.catalogue);
  const broken = [...brokenPromises(catalogue, portals), ...blindChecks(catalogue)];
  if (broken.length > 0) throw refuse(file, broken);
  const configuration = toConfiguration(parsed.data, catalogue, portals);
  const contrary = contradictions(configuration);
  if (contrary.length > 0) throw refuse(file, contrary);
  const oversized = oversizedEvents(configuration, stage);
  if (oversized.length > 0) throw refuse(file, oversized);
  return {
    configuration,
    deployment: toDeployment(parsed.data, stage),
    warnings: [...warnings, ...dependentControls(configuration), ...idlePermissions(configuration)],
    deploymentWarnings: unheard(parsed.data),
    watch: parsed.data.watch,
  };
}

function toConfiguration(
  input: CheckedInput,
  catalogue: Catalogue,
  portals: KnownPortals,
): Configuration {
  const { displayName, language, statusUrl, runbookUrl, contactUrl } = input;
  return {
    catalogue,
    rules: { ...DEFAULT_RULES, ...defined(input.rules) },
    limits: { ...DEFAULT_LIMITS, ...defined(input.limits) },
    permissions: input.permissions.map((permission) => ({
      ...permission,
      validUntil: Date.parse(permission.validUntil),
    })),
    maintenance: input.maintenance.map(toWindow),
    subscriptions: input.subscribers.map(toSubscription),
    texts: {
      language,
      displayName,
      statusUrl,
      runbookUrl,
      contactUrl,
      servicesName: input.servicesName ?? portals.texts.servicesName,
      citizenAdvice: input.citizenAdvice ?? portals.texts.citizenAdvice,
    },
    retentionDays: { passed: input.retentionDays.passed, others: input.retentionDays.others },
    vantages: [input.regions.home, ...input.regions.vantages],
    api: {
      url: input.api.url.replace(/\/+$/, ''),
      public: input.api.public,
      corsOrigins: input.api.corsOrigins,
    },
    ...pageOf(input),
    webhooks: input.webhooks,
    chat: input.chat,
    blockedHosts: input.blockedHosts ?? DEFAULT_BLOCKED_HOSTS,
    browserTraces: input.browserTraces,
  };
}

/** A page is published only with an operator and a contact. */
function pageOf({ page }: CheckedInput): Pick<Configuration, 'page'> {
  if (!page) return {};
  const { operator, contact, url } = page;
  return { page: { operator, contact, url: url.replace(/\/+$/, ''), simulated: false } };
}

function toSubscription(subscriber: CheckedInput['subscribers'][number]): Subscription {
  const { services = [], protocol, label } = subscriber;
  const { remindAfterSeconds } = protocol === 'sms' ? subscriber : {};
  return { services, ...defined({ remindAfterSeconds, label }) };
}

function toDeployment(input: CheckedInput, stage: string): Deployment {
  return {
    stage,
    ...defined({ account: input.account || undefined }),
    homeRegion: input.regions.home,
    alertRegion: input.regions.alert,
    subscribers: input.subscribers,
    operators: input.operators,
    smsDeliveryLogs: input.smsDeliveryLogs,
    fixedEgress: input.fixedEgress,
    egressAddresses: input.egressAddresses,
    terminationProtection: input.terminationProtection ?? stage !== 'dev',
    logRetentionDays: input.retentionDays.logs,
    budget: input.budget,
    apiThrottle: { rate: input.api.rate, burst: input.api.burst },
    certificates: defined({ api: input.api.certificate, page: input.page?.certificate }),
    tracing: input.tracing,
    tags: input.tags,
  };
}

function toWindow(window: CheckedInput['maintenance'][number]): MaintenanceWindow {
  if (window.type !== 'once') return window;
  return { ...window, from: Date.parse(window.from), to: Date.parse(window.to) };
}

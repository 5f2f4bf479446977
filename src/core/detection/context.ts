import type { NoticeContext } from '#core/notice/compose-notice';
import { selectionOf } from '#core/outage/hearing';
import { addressOf } from '#core/watch/address';
import type { Check, ServiceSeverity } from '#core/watch/catalogue';
import type { Configuration } from '#core/watch/configuration';
import { spansOf } from '#core/watch/lasts';
import type { Spans } from '#core/watch/spans';

/** The configuration as one group's evaluation needs it. Built once, used for every evaluation. */
export interface GroupContext {
  readonly group: string;
  readonly stage: string;
  readonly configuration: Configuration;
  readonly services: readonly string[];
  readonly checks: ReadonlyMap<string, Check>;
  readonly checksOf: ReadonlyMap<string, readonly Check[]>;
  /** Checks without runs of their own, by the check whose runs count for them. */
  readonly followers: ReadonlyMap<string, readonly Check[]>;
  /** Services whose names results are stored under. */
  readonly running: readonly string[];
  readonly controls: ReadonlyMap<string, Check>;
  /**
   * Address of a check's runs, by check. Equal addresses mean that one run counts for both
   * services.
   */
  readonly addresses: ReadonlyMap<string, string>;
  /** How long failures must last, by service. */
  readonly lasts: ReadonlyMap<string, Spans>;
  /** Host (with port) that the runs of a service go to. */
  readonly hosts: ReadonlyMap<string, string>;
  /** Each set of several services that somebody subscribed to, once. */
  readonly selections: readonly (readonly string[])[];
  /** Delays of reminders to phones, s, each once. */
  readonly remindAfter: readonly number[];
  /** By service. */
  readonly severities: ReadonlyMap<string, ServiceSeverity>;
}

/** Context for composing notices. */
export function noticeContext({
  configuration,
  stage,
}: Pick<GroupContext, 'configuration' | 'stage'>): NoticeContext {
  const { catalogue, texts, api } = configuration;
  return { catalogue, texts, apiUrl: api.url, stage };
}

/** A process keeps its configuration, and evaluates each minute and after each failure. */
const built = new WeakMap<Configuration, Map<string, GroupContext>>();

export function groupContext(
  configuration: Configuration,
  group: string,
  stage: string,
): GroupContext {
  const contexts = built.get(configuration) ?? new Map<string, GroupContext>();
  built.set(configuration, contexts);
  const key = JSON.stringify([group, stage]);
  const context = contexts.get(key) ?? newContext(configuration, group, stage);
  contexts.set(key, context);
  return context;
}

function newContext(configuration: Configuration, group: string, stage: string): GroupContext {
  const { catalogue } = configuration;
  const checks = catalogue.checks.filter((check) => check.group === group);
  const controls = catalogue.checks.filter((check) => check.type === 'control');
  const services = catalogue.services.filter((service) => service.group === group);
  const targets = [...catalogue.targets, ...catalogue.controls];
  return {
    group,
    stage,
    configuration,
    services: services.map(({ id }) => id),
    checks: new Map(checks.map((check) => [check.id, check])),
    checksOf: Map.groupBy(checks, ({ service }) => service),
    followers: Map.groupBy(checks.filter(isShared), ({ sharedWith = '' }) => sharedWith),
    running: [...new Set(checks.filter((one) => !isShared(one)).map(({ service }) => service))],
    addresses: new Map(checks.map((check) => [check.id, addressOf(check, catalogue)])),
    lasts: new Map(services.map((service) => [service.id, spansOf(service, configuration)])),
    controls: new Map(controls.map((check) => [check.id, check])),
    hosts: new Map(targets.map(({ service, baseUrl }) => [service, hostOf(baseUrl)])),
    selections: selectionsOf(configuration),
    remindAfter: remindAfter(configuration),
    severities: new Map(services.map(({ id, severity }) => [id, severity ?? 'critical'])),
  };
}

function isShared({ sharedWith }: Check): boolean {
  return sharedWith !== undefined;
}

function selectionsOf({ subscriptions }: Configuration): GroupContext['selections'] {
  const several = subscriptions.filter(({ services }) => services.length > 1);
  return [...new Map(several.map(({ services }) => [selectionOf(services), services])).values()];
}

function hostOf(url: string): string {
  const rest = url.slice(url.indexOf('://') + 3);
  const end = rest.indexOf('/');
  return end < 0 ? rest : rest.slice(0, end);
}

function remindAfter({ subscriptions }: Configuration): GroupContext['remindAfter'] {
  return [...new Set(subscriptions.flatMap(({ remindAfterSeconds }) => remindAfterSeconds ?? []))];
}

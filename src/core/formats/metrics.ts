import type { BoardCheck, BoardGroup, BoardService } from '#core/history/board';
import { SHOWN_STATES } from '#core/outage/shown-state';
import { OUTCOMES } from '#core/run/verdict';
import { DAY, SECOND } from '#core/time/time';

type Labels = Readonly<Record<string, string>>;

interface Family {
  /** Without `_total`, which both formats add to counters. */
  readonly name: string;
  readonly type: 'gauge' | 'counter';
  readonly unit?: 'seconds';
  readonly help: string;
  readonly samples: readonly { readonly labels: Labels; readonly value: number }[];
}

/** OpenMetrics 1.0, or the text format 0.0.4 of Prometheus. */
export type MetricsFormat = 'openmetrics' | 'text';

export const METRICS_TYPES: Readonly<Record<MetricsFormat, string>> = {
  openmetrics: 'application/openmetrics-text; version=1.0.0; charset=utf-8',
  text: 'text/plain; version=0.0.4; charset=utf-8',
};

export interface MetricsInput {
  readonly groups: readonly BoardGroup[];
  /** Version of this program. */
  readonly version: string;
}

/** The board as metrics. Counters restart when a group's state does. */
export function toMetrics({ groups, version }: MetricsInput, format: MetricsFormat): string {
  const services = groups.flatMap((group): readonly BoardService[] => group.services);
  const checks = services.flatMap(({ service, checks }) =>
    checks.map((check) => ({ check, labels: { service, check: check.check } })),
  );
  const families: readonly Family[] = [
    {
      name: 'bonghwa_build_info',
      type: 'gauge',
      help: 'Version of this program.',
      samples: [{ labels: { version }, value: 1 }],
    },
    serviceState(services),
    lastDuration(checks),
    lastResult(checks),
    layerDuration(checks),
    certificateExpiry(checks),
    resultCounters(checks),
    ...groupFamilies(groups),
  ];
  const end = format === 'openmetrics' ? '# EOF\n' : '';
  return `${families.flatMap((family) => lines(family, format)).join('\n')}\n${end}`;
}

interface LabelledCheck {
  readonly check: BoardCheck;
  readonly labels: Labels;
}

function serviceState(services: readonly BoardService[]): Family {
  return {
    name: 'bonghwa_service_state',
    type: 'gauge',
    help: '1 for the state that a service is in, 0 for the others.',
    samples: services.flatMap(({ service, state }) =>
      SHOWN_STATES.map((each) => ({
        labels: { service, state: each },
        value: each === state ? 1 : 0,
      })),
    ),
  };
}

/** A gauge in seconds. A check without a value has no sample. */
function secondsOf(
  { name, help }: Pick<Family, 'name' | 'help'>,
  checks: readonly LabelledCheck[],
  samplesOf: (check: LabelledCheck) => Family['samples'],
): Family {
  return { name, type: 'gauge', unit: 'seconds', help, samples: checks.flatMap(samplesOf) };
}

function lastDuration(checks: readonly LabelledCheck[]): Family {
  const name = 'bonghwa_check_last_duration_seconds';
  const help = 'Duration of the last run, by the deepest layer it reached.';
  return secondsOf({ name, help }, checks, ({ check, labels }) => {
    if (check.lastDurationMs === undefined) return [];
    const value = check.lastDurationMs / SECOND;
    return [{ labels: { ...labels, layer: check.reached ?? 'none' }, value }];
  });
}

function lastResult(checks: readonly LabelledCheck[]): Family {
  const name = 'bonghwa_check_last_result_timestamp_seconds';
  const help = 'When the last run ended, as Unix time.';
  return secondsOf({ name, help }, checks, ({ check: { lastResultAt }, labels }) =>
    lastResultAt === undefined ? [] : [{ labels, value: lastResultAt / SECOND }],
  );
}

function layerDuration(checks: readonly LabelledCheck[]): Family {
  const name = 'bonghwa_check_layer_duration_seconds';
  const help = 'What the steps of each layer took in the last run.';
  return secondsOf({ name, help }, checks, ({ check, labels }) =>
    Object.entries(check.lastLayersMs ?? {}).map(([layer, ms]) => ({
      labels: { ...labels, layer },
      value: ms / SECOND,
    })),
  );
}

function certificateExpiry(checks: readonly LabelledCheck[]): Family {
  const name = 'bonghwa_certificate_expiry_timestamp_seconds';
  const help = 'When the certificate seen last expires, as Unix time, to the day.';
  return secondsOf({ name, help }, checks, ({ check, labels }) => {
    const { certificateDays, lastResultAt } = check;
    if (certificateDays === undefined || lastResultAt === undefined) return [];
    return [{ labels, value: Math.round((lastResultAt + certificateDays * DAY) / SECOND) }];
  });
}

function resultCounters(checks: readonly LabelledCheck[]): Family {
  return {
    name: 'bonghwa_results',
    type: 'counter',
    help: 'Results folded by the evaluator.',
    samples: checks.flatMap(({ check, labels }) =>
      check.results === undefined
        ? []
        : OUTCOMES.map((result) => ({
            labels: { ...labels, result },
            value: check.results?.[result] ?? 0,
          })),
    ),
  };
}

function groupFamilies(groups: readonly BoardGroup[]): readonly Family[] {
  const gauge = (name: string, help: string, value: (group: BoardGroup) => number): Family => ({
    name,
    type: 'gauge',
    help,
    samples: groups.map((group) => ({ labels: { group: group.group }, value: value(group) })),
  });
  return [
    gauge('bonghwa_open_outages', 'Outages that go on.', ({ openOutages }) => openOutages.length),
    gauge(
      'bonghwa_unsent_notices',
      'Notices whose delivery is not confirmed.',
      (group) => group.unsentNotices ?? 0,
    ),
    gauge('bonghwa_network_in_doubt', 'Controls fail too: 1.', ({ networkInDoubt }) =>
      networkInDoubt ? 1 : 0,
    ),
    {
      ...gauge(
        'bonghwa_evaluation_timestamp_seconds',
        'The last evaluation, as Unix time; more than 300 s ago the monitor is blind.',
        ({ updatedAt }) => updatedAt / SECOND,
      ),
      unit: 'seconds',
    },
  ];
}

function lines({ name, type, unit, help, samples }: Family, format: MetricsFormat) {
  const sample = type === 'counter' ? `${name}_total` : name;
  const family = format === 'text' ? sample : name;
  return [
    `# HELP ${family} ${help}`,
    `# TYPE ${family} ${type}`,
    ...(unit && format === 'openmetrics' ? [`# UNIT ${family} ${unit}`] : []),
    ...samples.map(({ labels, value }) => `${sample}{${labelText(labels)}} ${value}`),
  ];
}

function labelText(labels: Labels): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`)
    .join(',');
}

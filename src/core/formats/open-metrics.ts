import type { BoardCheck, BoardGroup, BoardService } from '#core/history/board';
import { SHOWN_STATES } from '#core/outage/shown-state';
import { OUTCOMES } from '#core/run/verdict';
import { type Instant, SECOND } from '#core/time/time';

type Labels = Readonly<Record<string, string>>;

interface Family {
  readonly name: string;
  readonly type: 'gauge' | 'counter' | 'stateset';
  readonly unit?: string;
  readonly help: string;
  readonly samples: readonly { readonly labels: Labels; readonly value: number }[];
}

export interface MetricsInput {
  readonly groups: readonly BoardGroup[];
  readonly now: Instant;
}

/** The board as OpenMetrics 1.0 text. Counters start again when a group's state does. */
export function toOpenMetrics({ groups, now }: MetricsInput): string {
  const services = groups.flatMap((group): readonly BoardService[] => group.services);
  const checks = services.flatMap(({ service, checks }) =>
    checks.map((check) => ({ check, labels: { service, check: check.check } })),
  );
  const families: readonly Family[] = [
    serviceState(services),
    lastDuration(checks),
    layerDuration(checks),
    certificateDays(checks),
    resultCounters(checks),
    ...groupFamilies(groups, now),
  ];
  return `${families.flatMap(lines).join('\n')}\n# EOF\n`;
}

interface LabelledCheck {
  readonly check: BoardCheck;
  readonly labels: Labels;
}

function serviceState(services: readonly BoardService[]): Family {
  return {
    name: 'bonghwa_service_state',
    type: 'stateset',
    help: 'State of a service as the evaluator sees it.',
    samples: services.flatMap(({ service, state }) =>
      SHOWN_STATES.map((each) => ({
        // A stateset's label has the family's own name.
        labels: { service, bonghwa_service_state: each },
        value: each === state ? 1 : 0,
      })),
    ),
  };
}

function lastDuration(checks: readonly LabelledCheck[]): Family {
  return {
    name: 'bonghwa_check_last_duration_seconds',
    type: 'gauge',
    unit: 'seconds',
    help: 'Duration of the last run, by the deepest layer it reached.',
    samples: checks.flatMap(({ check, labels }) =>
      check.lastDurationMs === undefined
        ? []
        : [
            {
              labels: { ...labels, layer: check.reached ?? 'none' },
              value: check.lastDurationMs / SECOND,
            },
          ],
    ),
  };
}

function layerDuration(checks: readonly LabelledCheck[]): Family {
  return {
    name: 'bonghwa_check_layer_duration_seconds',
    type: 'gauge',
    unit: 'seconds',
    help: 'What the steps of each layer took in the last run.',
    samples: checks.flatMap(({ check, labels }) =>
      Object.entries(check.lastLayersMs ?? {}).map(([layer, ms]) => ({
        labels: { ...labels, layer },
        value: ms / SECOND,
      })),
    ),
  };
}

function certificateDays(checks: readonly LabelledCheck[]): Family {
  return {
    name: 'bonghwa_certificate_expiry_days',
    type: 'gauge',
    unit: 'days',
    help: 'Days until the certificate seen last expires.',
    samples: checks.flatMap(({ check, labels }) =>
      check.certificateDays === undefined ? [] : [{ labels, value: check.certificateDays }],
    ),
  };
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

function groupFamilies(groups: readonly BoardGroup[], now: Instant): readonly Family[] {
  const gauge = (name: string, help: string, value: (group: BoardGroup) => number): Family => ({
    name,
    type: 'gauge',
    help,
    samples: groups.map((group) => ({ labels: { group: group.group }, value: value(group) })),
  });
  return [
    gauge('bonghwa_open_outages', 'Outages that go on.', ({ openOutages }) => openOutages.length),
    gauge('bonghwa_network_in_doubt', 'Controls fail too: 1.', ({ networkInDoubt }) =>
      networkInDoubt ? 1 : 0,
    ),
    {
      ...gauge(
        'bonghwa_evaluation_age_seconds',
        'Time since the last evaluation; above 300 the monitor is blind.',
        ({ updatedAt }) => Math.max(0, now - updatedAt) / SECOND,
      ),
      unit: 'seconds',
    },
  ];
}

function lines({ name, type, unit, help, samples }: Family): readonly string[] {
  const suffix = type === 'counter' ? '_total' : '';
  return [
    `# TYPE ${name} ${type}`,
    ...(unit ? [`# UNIT ${name} ${unit}`] : []),
    `# HELP ${name} ${help}`,
    ...samples.map(({ labels, value }) => `${name}${suffix}{${labelText(labels)}} ${value}`),
  ];
}

function labelText(labels: Labels): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`)
    .join(',');
}

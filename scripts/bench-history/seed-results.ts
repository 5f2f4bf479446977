import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Result } from '#core/run/result';
import { DAY, type Instant, MINUTE, SECOND } from '#core/time/time';
import type { Check } from '#core/watch/catalogue';
import type { Configuration } from '#core/watch/configuration';

export interface Seed {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly configuration: Configuration;
  readonly now: Instant;
  readonly days: number;
}

/**
 * The service whose results and rollups are seeded in full. Other services only get what statistics
 * of their group read: months, days and the latest hours.
 */
export const SEEDED_SERVICE = 'work24';

/** One run in this many does not pass, far more than usual. */
const FAILS_EVERY = 250;

function failsAt(at: Instant): boolean {
  return Math.floor(at / MINUTE) % FAILS_EVERY === 0;
}

export function* resultsOf(check: Check, { configuration, now, days }: Seed): Generator<Result> {
  const { passed, others } = configuration.retentionDays;
  const interval = check.intervalSeconds * SECOND;
  const first = Math.floor((now - Math.min(days, others) * DAY) / interval) * interval;
  for (let at = first; at < now; at += interval) {
    if (failsAt(at) || at >= now - passed * DAY) yield resultOf(check, at);
  }
}

export function resultOf(check: Check, at: Instant): Result {
  const stamp = new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
  const failed = failsAt(at);
  const depth = check.type === 'journey' ? 6 : 3;
  const durationMs = 300 + (Math.floor(at / MINUTE) % 97) * 13;
  return {
    schema: 1,
    run: `${check.service}.${check.id.split('/')[1]}.${stamp}.scheduled`,
    check: check.id,
    service: check.service,
    group: check.group,
    vantage: 'ap-northeast-2',
    trigger: 'scheduled',
    scheduledAt: at,
    startedAt: at + 700,
    finishedAt: at + 700 + durationMs,
    durationMs,
    depth: check.depth,
    passedLayers: ['host', 'static', 'data'],
    attempts: 1,
    steps: Array.from({ length: depth }, (_, index) => ({
      name: `step ${index} of the check`,
      layer: 'data',
      status: 'passed',
      startedMs: index * 100,
      durationMs: 90 + ((at / MINUTE + index) % 17),
    })),
    phases: { dns: 3, connect: 5, tls: 9, firstByte: 80, body: 20 },
    evidence: [],
    certificateDays: 90,
    requests: { 'www.work24.go.kr': 12 },
    result: failed ? 'failed' : 'passed',
    ...(failed ? { kind: 'timeout', signature: '0f3a9c55d1e2b784' } : {}),
    layer: 'data',
    reason: failed ? 'The search page did not answer in 20 s.' : 'The deepest step passed.',
    rule: failed ? 'step-timeout' : 'passed',
  };
}

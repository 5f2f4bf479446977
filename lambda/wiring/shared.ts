import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { readResolvedConfiguration } from '#adapters/configuration/read-resolved';
import { createStores } from '#adapters/dynamodb/stores';
import { createEvidenceStore } from '#adapters/s3/evidence-store';
import { createCheckQueue } from '#adapters/sqs/check-queue';
import { createEvaluationQueue } from '#adapters/sqs/evaluation-queue';
import { createMessageReturn } from '#adapters/sqs/message-return';
import { ENVIRONMENT, type EnvironmentName } from '#contract/environment';
import { METRICS } from '#contract/metrics';
import { UnknownNameError } from '#core/errors';
import type { MessageReturn } from '#core/ports/queues';
import { clock, log, metrics } from '#lambda/wiring/ambient';
import { bounded } from '#lambda/wiring/bounded';
import { once, required } from '#lambda/wiring/environment';

/**
 * Adapters that several functions need, each built once and on demand. Marked pure, so that a
 * bundle without them also leaves out the SDK client.
 */

export const configuration = /* @__PURE__ */ once(() =>
  readResolvedConfiguration(required(ENVIRONMENT.configuration)),
);

/** Runner and prober of a further vantage store in the home region. */
const home = /* @__PURE__ */ once(() => {
  const region = process.env[ENVIRONMENT.homeRegion];
  return region ? { region } : {};
});

const sqs = /* @__PURE__ */ once(() => new SQSClient({ ...bounded(), ...home() }));

/** Evaluations read the same item repeatedly while it is in their window. */
const complainedOf = new Set<string>();

function unreadable(where: string, error: unknown): void {
  metrics.count(METRICS.itemUnreadable, 1, {});
  if (complainedOf.has(where)) return;
  complainedOf.add(where);
  log.error('item passed over: not readable', { where, error: String(error) });
}

export const stores = /* @__PURE__ */ once(() =>
  createStores({
    client: new DynamoDBClient({ ...bounded(), ...home() }),
    table: required(ENVIRONMENT.table),
    clock,
    retentionDays: configuration().retentionDays,
    onUnreadable: unreadable,
  }),
);

export const evaluations = /* @__PURE__ */ once(() =>
  createEvaluationQueue(sqs(), required(ENVIRONMENT.evaluationsQueue)),
);

/** Evidence may have megabytes, ms. */
const EVIDENCE_MS = 10_000;

export const evidence = /* @__PURE__ */ once(() =>
  // Path style, because a bucket name is not a host name on loopback.
  createEvidenceStore(
    new S3Client({ ...bounded(EVIDENCE_MS), ...home(), forcePathStyle: true }),
    required(ENVIRONMENT.evidenceBucket),
  ),
);

/** The queue that the function itself reads. */
export function messageReturn(queue: EnvironmentName): MessageReturn {
  return createMessageReturn(new SQSClient(bounded()), required(queue));
}

export const checkQueue = /* @__PURE__ */ once(() =>
  createCheckQueue({
    client: sqs(),
    clock,
    journeysUrl: required(ENVIRONMENT.journeysQueue),
    probesUrl: required(ENVIRONMENT.probesQueue),
    typeOf,
    ...elsewhere(),
  }),
);

function elsewhere() {
  const [home, ...further] = configuration().vantages;
  if (home === undefined || further.length === 0) return {};
  const clients = new Map(
    further.map((region) => [region, new SQSClient({ ...bounded(), region })]),
  );
  return { elsewhere: { home, clientAt: (region: string) => clients.get(region) ?? sqs() } };
}

function typeOf(id: string) {
  const check = configuration().catalogue.checks.find((candidate) => candidate.id === id);
  if (check) return check.type;
  throw new UnknownNameError(
    `The check ${id} is not in the configuration.`,
    'Deploy all functions with the same configuration.',
  );
}

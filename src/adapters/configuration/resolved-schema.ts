import * as z from 'zod/mini';
import { both } from '#adapters/configuration/both';
import { chatSchema, webhookSchema } from '#adapters/configuration/webhook-schema';
import { LAYERS } from '#core/run/layer';
import type { Catalogue, Target } from '#core/watch/catalogue';
import type { Configuration, Limits, MaintenanceWindow, Rules } from '#core/watch/configuration';
import type { Spans } from '#core/watch/spans';

/** Shapes that the written configuration and the file for handlers share. */

const seconds = z.int().check(z.positive());
const milliseconds = z.int().check(z.positive());

const spans = z.strictObject({
  together: z.int().check(z.minimum(0)),
  alone: z.int().check(z.minimum(0)),
}) satisfies z.ZodMiniType<Spans>;

/** For settings where only one of the two differs. */
export const someSpans = z.strictObject({
  together: z.exactOptional(z.int().check(z.minimum(0))),
  alone: z.exactOptional(z.int().check(z.minimum(0))),
});

export const rulesSchema = z.strictObject({
  openAt: z.strictObject({ k: z.int().check(z.minimum(1)), n: z.int().check(z.maximum(10)) }).check(
    z.refine(({ k, n }) => k <= n, {
      error: both(
        'k must not exceed n, or an outage never opens',
        'k가 n보다 크면 장애가 열리지 않습니다',
      ),
    }),
  ),
  lastsSeconds: spans,
  partial: z.strictObject({
    share: z.number().check(z.gt(0), z.lt(1)),
    surplus: z.number().check(z.minimum(1), z.maximum(20)),
    windowSeconds: seconds,
  }),
  closeAfterPasses: z.int().check(z.minimum(1), z.maximum(10)),
  closeSpanSeconds: spans,
  reopenWithinSeconds: z.int().check(z.minimum(0)),
  groupWaitSeconds: z.int().check(z.minimum(0), z.maximum(300)),
  groupIntervalSeconds: seconds,
  reminderSeconds: z.strictObject({ first: seconds, next: seconds }),
  unknownAfterIntervals: z.int().check(z.minimum(1)),
  resendAfterSeconds: seconds,
  maxAttempts: z.int().check(z.minimum(1)),
  confirmBudgetPerHost: z.int().check(z.minimum(1), z.maximum(30)),
  outageCadence: z.strictObject({ probeSeconds: seconds, journeySeconds: seconds }),
}) satisfies z.ZodMiniType<Rules>;

export const limitsSchema = z.strictObject({
  stepMs: milliseconds,
  journeyMs: milliseconds.check(
    z.maximum(105_000, {
      error: both(
        'must stay at or below 105000: the runner is cut off at 120 s and still has to store',
        '105000 이하여야 합니다. 러너는 120초에 끊기고, 그 전에 결과를 저장해야 합니다',
      ),
    }),
  ),
  queueBudgetMs: z.int().check(z.minimum(0)),
  slowAfterMs: milliseconds,
  probe: z.strictObject({
    dnsMs: milliseconds,
    connectMs: milliseconds,
    tlsMs: milliseconds,
    firstByteMs: milliseconds,
    bodyMs: milliseconds,
    maxBytes: z.int().check(z.positive()),
  }),
}) satisfies z.ZodMiniType<Limits>;

const localised = z.strictObject({ ko: z.string(), en: z.string() });

export const targetSchema = z.strictObject({
  service: z.string(),
  baseUrl: z.url({
    protocol: /^https?$/,
    error: both(
      'must be an origin such as https://www.eps.go.kr',
      'https://www.eps.go.kr 같은 주소여야 합니다',
    ),
  }),
  alsoHosts: z.array(z.string()),
  pages: z.strictObject({
    main: z.string(),
    data: z.exactOptional(z.string()),
    login: z.exactOptional(z.string()),
  }),
  selectors: z.record(z.string(), z.string()),
  markers: z.strictObject({
    main: z.string(),
    data: z.exactOptional(z.string()),
    login: z.exactOptional(z.string()),
    session: z.exactOptional(z.string()),
  }),
  login: z.string(),
  unseen: z.array(
    z.union([
      localised,
      z.pipe(
        z.string(),
        z.transform((ko: string) => ({ ko, en: ko })),
      ),
    ]),
  ),
}) satisfies z.ZodMiniType<Target>;

export const groupSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  nameEn: z.string(),
  lastsSeconds: z.exactOptional(someSpans),
});

export const serviceSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  shortName: z.string().check(
    z.maxLength(8, {
      error: both(
        'must have at most 8 characters: it goes into an SMS',
        'SMS에 들어가므로 8자 이하여야 합니다',
      ),
    }),
  ),
  nameEn: z.string(),
  group: z.string(),
  site: z.string(),
  lastsSeconds: z.exactOptional(someSpans),
  severity: z.exactOptional(z.enum(['critical', 'warning'])),
});

const catalogueSchema = z.strictObject({
  groups: z.array(groupSchema),
  services: z.array(serviceSchema),
  checks: z.array(
    z.strictObject({
      id: z.string(),
      service: z.string(),
      group: z.string(),
      type: z.enum(['journey', 'probe', 'control']),
      intervalSeconds: z.int().check(z.minimum(60), z.multipleOf(60)),
      depth: z.enum(LAYERS),
      sharedWith: z.exactOptional(z.string()),
    }),
  ),
  targets: z.array(targetSchema),
  controls: z.array(targetSchema),
}) satisfies z.ZodMiniType<Catalogue>;

const windowBase = { id: z.string(), services: z.array(z.string()), reason: z.string() };
const daily = {
  weekday: z.int().check(z.minimum(0), z.maximum(6)),
  from: z.string(),
  to: z.string(),
};

const maintenanceSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...windowBase, type: z.literal('once'), from: z.number(), to: z.number() }),
  z.strictObject({ ...windowBase, ...daily, type: z.literal('weekly') }),
  z.strictObject({ ...windowBase, ...daily, type: z.literal('monthly'), nth: z.int() }),
]) satisfies z.ZodMiniType<MaintenanceWindow>;

export const adviceSchema = z.strictObject({ ko: z.string(), en: z.string() });

/** Schema of the file that handlers read. A file that does not match means a broken deployment. */
export const configurationSchema = z.strictObject({
  catalogue: catalogueSchema,
  rules: rulesSchema,
  limits: limitsSchema,
  permissions: z.array(
    z.strictObject({
      service: z.string(),
      grantedBy: z.string(),
      reference: z.string(),
      validUntil: z.number(),
    }),
  ),
  maintenance: z.array(maintenanceSchema),
  subscriptions: z.array(
    z.strictObject({
      services: z.array(z.string()),
      remindAfterSeconds: z.exactOptional(seconds),
      label: z.exactOptional(z.string()),
    }),
  ),
  texts: z.strictObject({
    language: z.enum(['ko', 'en']),
    displayName: z.string(),
    statusUrl: z.string(),
    runbookUrl: z.string(),
    contactUrl: z.string(),
    servicesName: adviceSchema,
    citizenAdvice: adviceSchema,
  }),
  retentionDays: z.strictObject({ passed: z.number(), others: z.number() }),
  vantages: z.array(z.string()).check(z.minLength(1)),
  api: z.strictObject({
    url: z.string(),
    public: z.array(z.enum(['status', 'badges', 'feed'])),
    corsOrigins: z.array(z.string()),
  }),
  page: z.exactOptional(
    z.strictObject({
      operator: z.string(),
      contact: z.string(),
      url: z.string(),
      simulated: z.boolean(),
    }),
  ),
  webhooks: z.array(webhookSchema),
  chat: z.array(chatSchema),
  blockedHosts: z.array(z.string()),
  browserTraces: z.boolean(),
}) satisfies z.ZodMiniType<Configuration>;

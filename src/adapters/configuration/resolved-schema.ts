import * as z from 'zod';
import { chatSchema, webhookSchema } from '#adapters/configuration/webhook-schema';
import { LAYERS } from '#core/run/layer';
import type { Catalogue, Target } from '#core/watch/catalogue';
import type { Configuration, Limits, MaintenanceWindow, Rules } from '#core/watch/configuration';
import type { Spans } from '#core/watch/spans';

/** Shapes shared by what a person writes and by what handlers read. */

const seconds = z.number().int().positive();
const milliseconds = z.number().int().positive();

const spans = z.strictObject({
  together: z.number().int().min(0),
  alone: z.number().int().min(0),
}) satisfies z.ZodType<Spans>;

/** Where only one of the two differs. */
export const someSpans = z.strictObject({
  together: z.number().int().min(0).exactOptional(),
  alone: z.number().int().min(0).exactOptional(),
});

export const rulesSchema = z.strictObject({
  openAt: z
    .strictObject({ k: z.number().int().min(1), n: z.number().int().max(10) })
    .refine(({ k, n }) => k <= n, { error: 'k must not exceed n, or an outage never opens' }),
  lastsSeconds: spans,
  partial: z.strictObject({
    share: z.number().gt(0).lt(1),
    surplus: z.number().min(1).max(20),
    windowSeconds: seconds,
  }),
  closeAfterPasses: z.number().int().min(1).max(10),
  closeSpanSeconds: spans,
  reopenWithinSeconds: z.number().int().min(0),
  groupWaitSeconds: z.number().int().min(0).max(300),
  groupIntervalSeconds: seconds,
  reminderSeconds: z.strictObject({ first: seconds, next: seconds }),
  unknownAfterIntervals: z.number().int().min(1),
  resendAfterSeconds: seconds,
  maxAttempts: z.number().int().min(1),
  confirmBudgetPerHost: z.number().int().min(1).max(30),
  outageCadence: z.strictObject({ probeSeconds: seconds, journeySeconds: seconds }),
}) satisfies z.ZodType<Rules>;

export const limitsSchema = z.strictObject({
  stepMs: milliseconds,
  journeyMs: milliseconds.max(105_000, {
    error: 'must stay at or below 105000: the runner is cut off at 120 s and still has to store',
  }),
  queueBudgetMs: z.number().int().min(0),
  slowAfterMs: milliseconds,
  probe: z.strictObject({
    dnsMs: milliseconds,
    connectMs: milliseconds,
    tlsMs: milliseconds,
    firstByteMs: milliseconds,
    bodyMs: milliseconds,
    maxBytes: z.number().int().positive(),
  }),
}) satisfies z.ZodType<Limits>;

const localised = z.strictObject({ ko: z.string(), en: z.string() });

export const targetSchema = z.strictObject({
  service: z.string(),
  baseUrl: z.url({
    protocol: /^https?$/,
    error: 'must be an origin such as https://www.eps.go.kr',
  }),
  alsoHosts: z.array(z.string()),
  pages: z.strictObject({
    main: z.string(),
    data: z.string().exactOptional(),
    login: z.string().exactOptional(),
  }),
  selectors: z.record(z.string(), z.string()),
  markers: z.strictObject({
    main: z.string(),
    data: z.string().exactOptional(),
    login: z.string().exactOptional(),
    session: z.string().exactOptional(),
  }),
  login: z.string(),
  unseen: z.array(z.union([localised, z.string().transform((ko) => ({ ko, en: ko }))])),
}) satisfies z.ZodType<Target>;

export const groupSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  nameEn: z.string(),
  lastsSeconds: someSpans.exactOptional(),
});

export const serviceSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  shortName: z.string().max(8, { error: 'must have at most 8 characters: it goes into an SMS' }),
  nameEn: z.string(),
  group: z.string(),
  site: z.string(),
  lastsSeconds: someSpans.exactOptional(),
  severity: z.enum(['critical', 'warning']).exactOptional(),
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
      intervalSeconds: z.number().int().min(60).multipleOf(60),
      depth: z.enum(LAYERS),
      sharedWith: z.string().exactOptional(),
    }),
  ),
  targets: z.array(targetSchema),
  controls: z.array(targetSchema),
}) satisfies z.ZodType<Catalogue>;

const windowBase = { id: z.string(), services: z.array(z.string()), reason: z.string() };
const daily = { weekday: z.number().int().min(0).max(6), from: z.string(), to: z.string() };

const maintenanceSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...windowBase, type: z.literal('once'), from: z.number(), to: z.number() }),
  z.strictObject({ ...windowBase, ...daily, type: z.literal('weekly') }),
  z.strictObject({ ...windowBase, ...daily, type: z.literal('monthly'), nth: z.number().int() }),
]) satisfies z.ZodType<MaintenanceWindow>;

export const adviceSchema = z.strictObject({ ko: z.string(), en: z.string() });

/** Schema of the file that handlers read. A file that does not fit means a broken deployment. */
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
      remindAfterSeconds: seconds.exactOptional(),
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
  vantages: z.array(z.string()).min(1),
  api: z.strictObject({
    url: z.string(),
    public: z.array(z.enum(['status', 'badges', 'feed'])),
    corsOrigins: z.array(z.string()),
  }),
  page: z
    .strictObject({
      operator: z.string(),
      contact: z.string(),
      url: z.string(),
      simulated: z.boolean(),
    })
    .exactOptional(),
  webhooks: z.array(webhookSchema),
  chat: z.array(chatSchema),
  blockedHosts: z.array(z.string()),
  browserTraces: z.boolean(),
}) satisfies z.ZodType<Configuration>;

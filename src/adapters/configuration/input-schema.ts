import * as z from 'zod';
import { omit, partial } from 'zod/mini';
import { both } from '#adapters/configuration/both';
import { refuseUnclean } from '#adapters/configuration/clean-input';
import { id } from '#adapters/configuration/id-schema';
import {
  certificate,
  httpsUrl,
  instant,
  interval,
  isOrigin,
  NO_ORIGIN,
  region,
  required,
} from '#adapters/configuration/input-fields';
import { windowSchema } from '#adapters/configuration/maintenance-schema';
import { subscriberSchema } from '#adapters/configuration/recipient-schema';
import {
  adviceSchema,
  groupSchema,
  limitsSchema,
  rulesSchema,
  serviceSchema,
  someSpans,
  targetSchema,
} from '#adapters/configuration/resolved-schema';
import { watchSchema } from '#adapters/configuration/watch-schema';
import { chatInput, webhookInput } from '#adapters/configuration/webhook-input';
import { LAYERS } from '#core/run/layer';

/** Schema of `bonghwa.config.ts`. Each message says what would be correct. */

const targetInput = omit(targetSchema, { service: true });

/** A link for people, who may be on any page. */
const site = z.url({
  protocol: /^https?$/,
  error: both(
    'must be an address such as https://shop.example.kr/',
    'https://shop.example.kr/ 같은 주소여야 합니다',
  ),
});

const serviceOverride = z.strictObject({
  enabled: z.boolean().default(true),
  name: z.string().exactOptional(),
  shortName: z.exactOptional(serviceSchema.shape.shortName),
  nameEn: z.string().exactOptional(),
  site: site.exactOptional(),
  journeySeconds: interval.exactOptional(),
  probeSeconds: interval.exactOptional(),
  depth: z.enum(LAYERS).exactOptional(),
  lastsSeconds: z.exactOptional(someSpans),
  severity: serviceSchema.shape.severity,
  target: z.exactOptional(partial(targetInput)),
});

const newService = z.strictObject({
  ...serviceSchema.shape,
  id,
  group: id,
  site,
  target: targetInput,
  probeSeconds: interval.exactOptional(),
  /** Interval of the standard journey: the pages, then the login. Absent: no such journey. */
  journeySeconds: interval.exactOptional(),
  /** Journeys in code, by name. */
  journeys: z
    .record(id, z.strictObject({ seconds: interval, depth: z.enum(LAYERS).default('data') }))
    .default({}),
});

const permission = z.strictObject({
  service: z.string(),
  grantedBy: required(
    both('must name the operator who granted it', '허가한 운영 기관을 적어야 합니다'),
  ),
  reference: required(
    both(
      "must be the operator's document number: no reference, no login",
      '운영 기관의 문서 번호여야 합니다. 없으면 로그인하지 않습니다',
    ),
  ),
  validUntil: instant,
});

const fields = z.strictObject({
  services: z.record(z.string(), serviceOverride).default({}),
  groups: z
    .record(z.string(), z.strictObject({ lastsSeconds: z.exactOptional(someSpans) }))
    .default({}),
  /** True: watch the portals that come with Bonghwa. */
  builtInPortals: z.boolean().default(true),
  /**
   * Sites that tell our network's fault from an outage. They must be unrelated to the watched
   * services and to each other.
   */
  controls: z
    .array(
      z.strictObject({
        url: z.url({
          protocol: /^https?$/,
          error: both('must be the address of a small page', '작은 페이지의 주소여야 합니다'),
        }),
        marker: required(
          both(
            'must be a text that the page shows, or a pattern /…/',
            '화면에 나오는 문구나 /…/ 패턴이어야 합니다',
          ),
        ),
      }),
    )
    .min(1, {
      error: both(
        'needs at least one site, better three',
        '사이트가 하나 이상, 되도록 셋 필요합니다',
      ),
    })
    .exactOptional(),
  addServices: z.array(newService).default([]),
  addGroups: z.array(z.strictObject({ ...groupSchema.shape, id })).default([]),
  cadence: z
    .strictObject({
      journeySeconds: interval.exactOptional(),
      probeSeconds: interval.exactOptional(),
      controlSeconds: interval.exactOptional(),
    })
    .default({}),
  rules: z._default(partial(rulesSchema), {}),
  limits: z._default(partial(limitsSchema), {}),
  permissions: z.array(permission).default([]),
  maintenance: z.array(windowSchema).default([]),
  subscribers: z.array(subscriberSchema).default([]),
  operators: z.array(subscriberSchema).default([]),
  language: z.enum(['ko', 'en']).default('ko'),
  displayName: z
    .string()
    .regex(/^[\x20-\x7e]{0,10}$/, {
      error: both(
        'must be at most 10 ASCII characters: SNS puts it before every SMS, and cuts it there',
        'ASCII 10자 이하여야 합니다. SNS가 모든 SMS 앞에 붙이고 10자에서 자릅니다',
      ),
    })
    .default(''),
  statusUrl: z.union([z.literal(''), httpsUrl]).default(''),
  runbookUrl: z.union([z.literal(''), httpsUrl]).default(''),
  contactUrl: z.union([z.literal(''), httpsUrl]).default(''),
  servicesName: z.exactOptional(adviceSchema),
  citizenAdvice: z.exactOptional(adviceSchema),
  account: z
    .string()
    .regex(/^\d{12}$/, {
      error: both('must be a 12-digit AWS account id', '12자리 AWS 계정 번호여야 합니다'),
    })
    .exactOptional(),
  regions: z
    .strictObject({
      home: region.default('ap-northeast-2'),
      alert: region.default('ap-northeast-1'),
      vantages: z.array(region).default([]),
    })
    .prefault({}),
  smsDeliveryLogs: z
    .array(
      z.string().regex(/^sns\/[\w.\-/#]{1,500}$/, {
        error: both(
          'must be a log group of SNS: sns/REGION/ACCOUNT/DirectPublishToPhoneNumber or …/Failure',
          'SNS 로그 그룹이어야 합니다: sns/리전/계정/DirectPublishToPhoneNumber 또는 …/Failure',
        ),
      }),
    )
    .default([]),
  fixedEgress: z.boolean().default(false),
  egressAddresses: z
    .record(
      region,
      z.string().regex(/^eipalloc-[0-9a-f]{8,17}$/, {
        error: both(
          'must be the allocation id of an Elastic IP, such as eipalloc-0123456789abcdef0',
          '탄력적 IP의 할당 ID여야 합니다. 예: eipalloc-0123456789abcdef0',
        ),
      }),
    )
    .default({}),
  terminationProtection: z.boolean().exactOptional(),
  retentionDays: z
    .strictObject({
      passed: z.number().int().min(1).default(35),
      others: z.number().int().min(1).default(400),
      logs: z.number().int().default(30),
    })
    .prefault({}),
  api: z
    .strictObject({
      url: z.union([z.literal(''), httpsUrl]).default(''),
      certificate: certificate.exactOptional(),
      public: z.array(z.enum(['status', 'badges', 'feed'])).default(['status', 'badges', 'feed']),
      corsOrigins: z
        .array(z.union([z.literal('*'), z.url().refine(isOrigin, NO_ORIGIN)]))
        .default([]),
      rate: z.number().positive().default(20),
      burst: z.number().int().positive().default(40),
    })
    .prefault({}),
  page: z
    .strictObject({
      operator: required(
        both(
          'must name who runs the page, as people know them',
          '상황판 운영 주체를 알려진 이름으로 적어야 합니다',
        ),
      ),
      contact: required(
        both(
          'must say how to reach them: an email address, a number or an https:// address',
          '연락처(이메일, 전화번호 또는 https:// 주소)를 적어야 합니다',
        ),
      ),
      url: z.union([z.literal(''), httpsUrl]).default(''),
      certificate: certificate.exactOptional(),
    })
    .exactOptional(),
  budget: z
    .strictObject({
      monthlyUsd: z.number().positive().default(20),
      smsUsd: z.number().positive().default(1),
    })
    .prefault({}),
  webhooks: z.array(webhookInput).default([]),
  chat: z.array(chatInput).default([]),
  /** Only for `bonghwa watch`. */
  watch: watchSchema.prefault({}),
  blockedHosts: z.array(z.string()).exactOptional(),
  browserTraces: z.boolean().default(false),
  tracing: z.boolean().default(false),
  tags: z.record(z.string(), z.string()).default({}),
});

export const inputSchema = fields.superRefine(refuseUnclean);

/** A configuration as a person writes it. */
export type ConfigurationInput = z.input<typeof inputSchema>;
export type CheckedInput = z.output<typeof inputSchema>;

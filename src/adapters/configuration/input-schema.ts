import * as z from 'zod';
import { omit, partial } from 'zod/mini';
import { both } from '#adapters/configuration/both';
import { id } from '#adapters/configuration/id-schema';
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

/** A browser sends only scheme, host and port, so a longer value would never match. */
function isOrigin(text: string): boolean {
  return URL.parse(text)?.origin === text;
}

const NO_ORIGIN = both(
  'Must be an origin such as https://status.example.kr, without a path or a slash.',
  '경로나 끝의 슬래시가 없는 출처여야 합니다. 예: https://status.example.kr',
);

/** Schema of `bonghwa.config.ts`. Each message says what would be correct. */

const interval = z
  .number()
  .int()
  .min(60, {
    error: both(
      'must be 60 or more: EventBridge Scheduler ticks once a minute',
      '60 이상이어야 합니다. EventBridge Scheduler는 1분마다 동작합니다',
    ),
  })
  .multipleOf(60, {
    error: both(
      'must be a multiple of 60: checks start on the minute',
      '60의 배수여야 합니다. 확인은 분 단위로 시작합니다',
    ),
  });

const instant = z.iso.datetime({
  offset: true,
  error: both(
    'must be a time with its offset, such as 2027-03-31T18:00:00+09:00',
    '시간대가 붙은 시각이어야 합니다. 예: 2027-03-31T18:00:00+09:00',
  ),
});

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
  error: both('must be HH:MM in KST, 00:00 to 23:59', 'HH:MM 형식(KST, 00:00~23:59)이어야 합니다'),
});

const region = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, {
  error: both(
    'must be an AWS region such as ap-northeast-2',
    'AWS 리전이어야 합니다. 예: ap-northeast-2',
  ),
});

function required(error: string) {
  return z.string({ error }).trim().min(1, { error });
}

const certificate = z
  .string()
  .regex(/^arn:aws[\w-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[0-9a-f-]{36}$/, {
    error: both(
      'must be the ARN of a certificate of AWS Certificate Manager',
      'AWS Certificate Manager 인증서의 ARN이어야 합니다',
    ),
  });

const httpsUrl = z.url({
  protocol: /^https$/,
  error: both('must be an https:// address', 'https:// 주소여야 합니다'),
});

/** People choose it on a page that needs no token, so it must not be a number to call. */
const label = z
  .string()
  .regex(/^(?!.*\d(?:\D?\d){4})\S(?:.{0,28}\S)?$/u, {
    error: both(
      'must be a name of 1 to 30 characters, and no number of a phone',
      '1~30자의 이름이어야 하고, 전화번호는 쓸 수 없습니다',
    ),
  })
  .exactOptional();

const subscriberFilter = {
  label,
  severities: z.array(z.enum(['critical', 'warning', 'attention', 'info'])).exactOptional(),
  services: z.array(z.string()).exactOptional(),
  types: z.array(z.enum(['opened', 'updated', 'reminder', 'closed', 'attention'])).exactOptional(),
};

const subscriberSchema = z.discriminatedUnion('protocol', [
  z.strictObject({
    ...subscriberFilter,
    protocol: z.literal('email'),
    endpoint: z.email({ error: both('must be an email address', '이메일 주소여야 합니다') }),
  }),
  z.strictObject({
    ...subscriberFilter,
    protocol: z.literal('sms'),
    endpoint: z.string().regex(/^\+[1-9]\d{7,14}$/, {
      error: both(
        'must be an E.164 number: + and country code, e.g. +821012345678 for 010-1234-5678',
        '국가 번호가 붙은 E.164 번호여야 합니다. 예: 010-1234-5678이면 +821012345678',
      ),
    }),
    /** Rings again each time nobody has acknowledged for this long. */
    remindAfterSeconds: z
      .number()
      .int()
      .min(300, {
        error: both(
          'must be 300 or more: nobody can acknowledge sooner',
          '300 이상이어야 합니다. 그보다 빨리 확인할 수는 없습니다',
        ),
      })
      .exactOptional(),
  }),
  z.strictObject({ ...subscriberFilter, protocol: z.literal('https'), endpoint: httpsUrl }),
]);

const window = {
  id,
  services: z.array(z.string()).default([]),
  reason: required(
    both(
      'must say why, for the people who read the notice',
      '알림을 읽는 사람을 위한 이유를 적어야 합니다',
    ),
  ),
};
const weekday = z
  .number()
  .int()
  .min(0)
  .max(6, {
    error: both(
      'must be 0 (Sunday) to 6 (Saturday): the window would never match',
      '0(일요일)부터 6(토요일)까지여야 합니다. 아니면 점검 시간이 오지 않습니다',
    ),
  });

const windowSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...window, type: z.literal('once'), from: instant, to: instant }),
  z.strictObject({ ...window, type: z.literal('weekly'), weekday, from: clockTime, to: clockTime }),
  z.strictObject({
    ...window,
    type: z.literal('monthly'),
    nth: z.literal([1, 2, 3, 4, 5, -1], {
      error: both(
        'must be 1 to 5, or -1 for the last: the window would never match',
        '1~5 또는 마지막을 뜻하는 -1이어야 합니다. 아니면 점검 시간이 오지 않습니다',
      ),
    }),
    weekday,
    from: clockTime,
    to: clockTime,
  }),
]);

const targetInput = omit(targetSchema, { service: true });

const serviceOverride = z.strictObject({
  enabled: z.boolean().default(true),
  name: z.string().exactOptional(),
  shortName: z.exactOptional(serviceSchema.shape.shortName),
  nameEn: z.string().exactOptional(),
  site: z.string().exactOptional(),
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

export const inputSchema = z.strictObject({
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

/** A configuration as a person writes it. */
export type ConfigurationInput = z.input<typeof inputSchema>;
export type CheckedInput = z.output<typeof inputSchema>;

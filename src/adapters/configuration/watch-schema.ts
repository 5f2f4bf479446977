import * as z from 'zod';
import { both } from '#adapters/configuration/both';
import { id } from '#adapters/configuration/id-schema';
import type { Mailer, NoticeCommand, OwnSettings } from '#core/watch/watch-settings';
import { NOTICE_TYPES, USUAL_EVENTS } from '#core/watch/webhooks';

/** What only `bonghwa watch` reads, as a person writes it and as handlers read it. */

const events = z.array(z.enum(NOTICE_TYPES)).min(1, {
  error: both(
    'must name an event, or nothing is ever sent there',
    '이벤트를 하나 이상 적어야 합니다. 아니면 아무것도 보내지 않습니다',
  ),
});

const mailer = z.strictObject({
  id,
  host: z.string().min(1),
  port: z.int().min(1).max(65_535).default(587),
  secure: z.boolean().default(false),
  from: z.string().regex(/@/, { error: both('must be a mail address', '메일 주소여야 합니다') }),
  to: z
    .array(z.email({ error: both('must be an email address', '이메일 주소여야 합니다') }))
    .min(1),
  secret: z.exactOptional(id),
  events: events.default([...USUAL_EVENTS]),
}) satisfies z.ZodType<Mailer>;

const command = z.strictObject({
  id,
  run: z
    .array(z.string())
    .min(1, { error: both('must name a program', '프로그램을 적어야 합니다') }),
  timeoutSeconds: z.int().min(1).max(15).default(10),
  events: events.default([...USUAL_EVENTS]),
}) satisfies z.ZodType<NoticeCommand>;

export const watchSchema = z.strictObject({
  smtp: z.array(mailer).default([]),
  commands: z.array(command).default([]),
  caFile: z.string().exactOptional(),
  proxy: z
    .strictObject({
      server: z.url({
        protocol: /^http$/,
        error: both(
          'must be an address such as http://proxy:3128',
          'http://proxy:3128 같은 주소여야 합니다',
        ),
      }),
      bypass: z.array(z.string()).default([]),
    })
    .exactOptional(),
}) satisfies z.ZodType<OwnSettings>;

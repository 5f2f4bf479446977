import * as z from 'zod';
import { both } from '#adapters/configuration/both';
import { httpsUrl } from '#adapters/configuration/input-fields';
import { isPrivateHost } from '#core/watch/private-address';

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

/** Services that take a body of their own form and never confirm a subscription of SNS. */
const OF_A_SERVICE =
  /(^|\.)(hooks\.slack\.com|webhook\.office\.com|logic\.azure\.com|pagerduty\.com|discord(app)?\.com)$/;

const endpoint = httpsUrl
  .refine((url) => !OF_A_SERVICE.test(new URL(url).hostname), {
    error: both(
      'confirms no subscription, and its address is a secret: use `webhooks` with its format',
      '구독을 확인하지 않는 서비스이고 주소가 비밀입니다. `webhooks`에 형식을 적어 쓰십시오',
    ),
  })
  .refine((url) => !isPrivateHost(new URL(url).hostname), {
    error: both(
      'is in a private network, which SNS does not reach',
      'SNS가 접근할 수 없는 사설망 주소입니다',
    ),
  });

/** A phone, a mailbox or an address for notices. */
export const subscriberSchema = z.discriminatedUnion('protocol', [
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
  z.strictObject({ ...subscriberFilter, protocol: z.literal('https'), endpoint }),
]);

import * as z from 'zod';
import { both } from '#adapters/configuration/both';

/** Fields of `bonghwa.config.ts` that several parts have. */

/** A browser sends only scheme, host and port, so a longer value would never match. */
export function isOrigin(text: string): boolean {
  return URL.parse(text)?.origin === text;
}

export const NO_ORIGIN = both(
  'Must be an origin such as https://status.example.kr, without a path or a slash.',
  '경로나 끝의 슬래시가 없는 출처여야 합니다. 예: https://status.example.kr',
);

export const interval = z
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

export const instant = z.iso.datetime({
  offset: true,
  error: both(
    'must be a time with its offset, such as 2027-03-31T18:00:00+09:00',
    '시간대가 붙은 시각이어야 합니다. 예: 2027-03-31T18:00:00+09:00',
  ),
});

export const region = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, {
  error: both(
    'must be an AWS region such as ap-northeast-2',
    'AWS 리전이어야 합니다. 예: ap-northeast-2',
  ),
});

export function required(error: string) {
  return z.string({ error }).trim().min(1, { error });
}

export const certificate = z
  .string()
  .regex(/^arn:aws[\w-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[0-9a-f-]{36}$/, {
    error: both(
      'must be the ARN of a certificate of AWS Certificate Manager',
      'AWS Certificate Manager 인증서의 ARN이어야 합니다',
    ),
  });

export const httpsUrl = z.url({
  protocol: /^https$/,
  error: both('must be an https:// address', 'https:// 주소여야 합니다'),
});

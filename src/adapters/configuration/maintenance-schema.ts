import * as z from 'zod';
import { both } from '#adapters/configuration/both';
import { id } from '#adapters/configuration/id-schema';
import { instant, required } from '#adapters/configuration/input-fields';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
  error: both('must be HH:MM in KST, 00:00 to 23:59', 'HH:MM 형식(KST, 00:00~23:59)이어야 합니다'),
});

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

/** Planned maintenance. */
export const windowSchema = z.discriminatedUnion('type', [
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

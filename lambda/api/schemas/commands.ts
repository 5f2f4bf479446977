import { z } from '@hono/zod-openapi';
import { isCleanText } from '#core/formats/clean-text';
import { DAY } from '#core/time/time';
import { instant } from '#lambda/api/parameters';
import { time } from './common.ts';

export const accepted = z
  .object({
    command: z.string().openapi({ description: 'Folded by the next evaluation, within seconds.' }),
    group: z.string(),
    by: z.string().openapi({ description: 'Name of the token.' }),
    at: time,
  })
  .openapi('Accepted');

export const silenceAccepted = accepted.extend({ silence: z.string() }).openapi('SilenceAccepted');

const NOT_CLEAN = 'Must show something, and hold no control, direction or half characters.';

/** Text of a person. Characters are counted, not their halves. */
function words(most: number) {
  return z
    .string()
    .refine((text) => [...text].length <= most, `Must have at most ${most} characters.`)
    .trim()
    .refine(isCleanText, NOT_CLEAN)
    .openapi({ minLength: 1, maxLength: most, description: WORDS });
}

const WORDS =
  'Well-formed Unicode that shows something; no control characters but line ends and tabs, ' +
  'no marks that turn the direction of text.';

export const note = z.strictObject({ text: words(2_000) }).openapi('NewNote');

/** Longer is maintenance, or a monitor nobody wants. */
export const LONGEST_SILENCE = 31 * DAY;

/** Of one or the other it must hold something; handlers say so in words. */
const GROUP_OR_SERVICES = {
  anyOf: [
    { required: ['group'] },
    { required: ['services'], properties: { services: { minItems: 1 } } },
  ],
};

export const silence = z
  .strictObject({
    group: z.string().max(100).optional(),
    services: z
      .array(z.string().max(100))
      .max(200)
      .default([])
      .openapi({ description: 'Empty: the whole group, which must then be named.' }),
    from: instant('Default now.').optional(),
    to: instant('At most 31 days after its start.'),
    reason: words(500),
  })
  .refine(({ from, to }) => from === undefined || from < to, {
    path: ['to'],
    message: 'Must be after from.',
  })
  .refine(({ from, to }) => from === undefined || to - from <= LONGEST_SILENCE, {
    path: ['to'],
    message: 'Must be at most 31 days after from.',
  })
  .openapi('NewSilence', GROUP_OR_SERVICES);

const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Must be HH:MM, in KST.')
  .openapi({ example: '22:00' });

const weekday = z.int().min(0).max(6).openapi({ description: '0 Sunday to 6 Saturday.' });

const windowOf = {
  group: z.string().max(100).optional(),
  services: z
    .array(z.string().max(100))
    .max(200)
    .default([])
    .openapi({ description: 'Empty: the whole group, which must then be named.' }),
  reason: words(500),
};

export const maintenance = z
  .discriminatedUnion('type', [
    z
      .strictObject({
        ...windowOf,
        type: z.literal('once'),
        from: instant('Its start.'),
        to: instant('Its end.'),
      })
      .openapi(GROUP_OR_SERVICES),
    z
      .strictObject({
        ...windowOf,
        type: z.literal('weekly'),
        weekday,
        from: clockTime,
        to: clockTime,
      })
      .openapi(GROUP_OR_SERVICES),
    z
      .strictObject({
        ...windowOf,
        type: z.literal('monthly'),
        nth: z.literal([1, 2, 3, 4, 5, -1]).openapi({ description: '-1: the last of the month.' }),
        weekday,
        from: clockTime,
        to: clockTime,
      })
      .openapi(GROUP_OR_SERVICES),
  ])
  .openapi('NewMaintenance');

export const maintenanceAccepted = accepted
  .extend({ window: z.string() })
  .openapi('MaintenanceAccepted');

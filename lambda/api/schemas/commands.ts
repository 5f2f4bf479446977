import { z } from '@hono/zod-openapi';
import { DAY } from '#core/time';
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

/** Text of a person: no control characters but line ends and tabs. */
function words(most: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => !hasControls(text), 'Must not hold control characters.');
}

function hasControls(text: string): boolean {
  return [...text].some((character) => character < ' ' && !'\n\r\t'.includes(character));
}

export const note = z.strictObject({ text: words(2_000) }).openapi('NewNote');

/** Longer is maintenance, or a monitor nobody wants. */
export const LONGEST_SILENCE = 31 * DAY;

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
  .openapi('NewSilence');

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
    z.strictObject({
      ...windowOf,
      type: z.literal('once'),
      from: instant('Its start.'),
      to: instant('Its end.'),
    }),
    z.strictObject({
      ...windowOf,
      type: z.literal('weekly'),
      weekday,
      from: clockTime,
      to: clockTime,
    }),
    z.strictObject({
      ...windowOf,
      type: z.literal('monthly'),
      nth: z.literal([1, 2, 3, 4, 5, -1]).openapi({ description: '-1: the last of the month.' }),
      weekday,
      from: clockTime,
      to: clockTime,
    }),
  ])
  .openapi('NewMaintenance');

export const maintenanceAccepted = accepted
  .extend({ window: z.string() })
  .openapi('MaintenanceAccepted');

import { z } from '@hono/zod-openapi';
import { COMMAND_TYPES, REFUSALS } from '#core/detection/command';
import { isCleanText } from '#core/formats/clean-text';
import { instant } from '#lambda/api/common/parameters';
import { orNull, time } from './common.ts';

export const accepted = z
  .object({
    command: z.string().openapi({
      description: 'Folded within seconds, in a burst within a minute: GET /v1/commands/{id}.',
      example: 'example-group.1721261700000-1f0c2b9e',
    }),
    group: z.string(),
    by: z.string().openapi({ description: 'Name of the token.' }),
    at: time,
  })
  .openapi('Accepted');

export const noteAccepted = accepted
  .extend({
    note: z.int().openapi({ description: 'Number of the note among those of the outage.' }),
  })
  .openapi('NoteAccepted');

export const commandStatus = accepted
  .extend({
    action: z.enum(COMMAND_TYPES),
    about: z.string().openapi({ description: 'Id of the outage, silence, window or service.' }),
    state: z.enum(['recorded', 'done', 'refused']),
    refused: z.enum(REFUSALS).nullable(),
    foldedAt: orNull(time),
  })
  .openapi('Command');

export const silenceAccepted = accepted.extend({ silence: z.string() }).openapi('SilenceAccepted');

const NOT_CLEAN = 'Must show something, and hold no control, direction, hidden or half characters.';

/** A person's text. Counts characters, not UTF-16 units. */
export function words(most: number) {
  return z
    .string()
    .refine((text) => [...text].length <= most, `Must have at most ${most} characters.`)
    .trim()
    .refine(isCleanText, NOT_CLEAN)
    .openapi({ minLength: 1, maxLength: most, description: WORDS });
}

const WORDS =
  'Well-formed Unicode that shows something; no control characters but line ends and tabs, ' +
  'no marks that turn the direction of text, hide text or pile up.';

export const newNote = z
  .strictObject({ text: words(2_000) })
  .openapi('NewNote', { example: { text: '담당자 확인 중' } });

/** One of the two fields must contain text. Handlers report that in words. */
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
    reason: words(200),
  })
  .refine(({ from, to }) => from === undefined || from < to, {
    path: ['to'],
    message: 'Must be after from.',
  })
  .openapi('NewSilence', {
    ...GROUP_OR_SERVICES,
    example: { services: ['example-service'], to: '2024-07-18T12:00:00Z', reason: '정기 점검' },
  });

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
  reason: words(200),
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
  .openapi('NewMaintenance', {
    example: {
      type: 'once',
      services: ['example-service'],
      from: '2024-07-20T02:00:00+09:00',
      to: '2024-07-20T06:00:00+09:00',
      reason: '시스템 점검',
    },
  });

export const maintenanceAccepted = accepted
  .extend({
    window: z.string(),
    retroactive: z.boolean().openapi({
      description: 'It begins before now: figures of that time follow within two hours.',
    }),
  })
  .openapi('MaintenanceAccepted');

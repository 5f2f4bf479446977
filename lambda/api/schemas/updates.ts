import { z } from '@hono/zod-openapi';
import { UPDATE_STATUSES } from '#core/outage/update';
import { words } from './commands.ts';
import { time } from './common.ts';

const status = z.enum(UPDATE_STATUSES);
const audience = z.enum(['public', 'internal']);

export const newUpdate = z
  .strictObject({
    status,
    ko: words(2_000),
    en: words(2_000).optional(),
    audience: audience
      .default('internal')
      .openapi({ description: '`public`: shown on the page and in its feed.' }),
  })
  .openapi('NewUpdate', {
    example: { status: 'identified', ko: '원인을 파악했습니다.', audience: 'internal' },
  });

export const update = z
  .object({
    id: z.string(),
    outage: z.string(),
    status,
    ko: z.string(),
    en: z.string(),
    audience,
    by: z.string().openapi({ description: 'Name of the token; the page does not show it.' }),
    at: time,
  })
  .openapi('Update');

export const updates = z.object({ items: z.array(update) }).openapi('Updates');

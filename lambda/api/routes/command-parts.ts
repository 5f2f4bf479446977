import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Command } from '#core/detection/command';
import type { ApiEnvironment } from '#lambda/api/api';
import { iso } from '#lambda/api/views/time';
import type { Author } from '#pipeline/history/write-commands';

export function body<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { 'application/json': { schema } } } as const;
}

export function author(context: Context<ApiEnvironment>): Author {
  return { by: context.get('who'), unique: crypto.randomUUID().slice(0, 8) };
}

export function commandView({ id, group, by, at }: Command) {
  return { command: id, group, by, at: iso(at) };
}

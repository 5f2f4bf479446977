import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { sha256 } from 'hono/utils/crypto';
import type { ApiEnvironment } from '#lambda/api/common/api';
import { answerOnce, type RepeatableRequest } from '#pipeline/history/answer-once';
import type { HistoryPorts } from '#pipeline/history/history-ports';
import type { Author } from '#pipeline/history/write-commands';

export function body<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { 'application/json': { schema } } } as const;
}

/** Headers of every request that records something. */
export const repeatable = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,128}$/, 'Must be 1 to 128 visible ASCII characters.')
    .optional()
    .openapi({ description: 'The same request with the same key within a day is done once.' }),
});

/**
 * Runs the command once for each Idempotency-Key of a token. Returns the body of the 202 answer.
 */
export async function doneOnce<Answer>(
  context: Context<ApiEnvironment>,
  ports: HistoryPorts,
  act: (author: Author) => Promise<Answer>,
): Promise<Answer> {
  const author = { by: context.get('who'), unique: crypto.randomUUID().slice(0, 8) };
  return answerOnce(await repeatableOf(context), () => act(author), ports);
}

async function repeatableOf({ req, get }: Context<ApiEnvironment>) {
  const key = req.header('idempotency-key');
  if (key === undefined) return undefined;
  const digests: RepeatableRequest = {
    key: await digest([get('who'), key]),
    request: await digest([req.method, req.path, await req.text()]),
  };
  return digests;
}

async function digest(parts: readonly string[]): Promise<string> {
  return (await sha256(JSON.stringify(parts))) ?? '';
}

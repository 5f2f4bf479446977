import { z } from 'zod';
import { InvalidInputError } from '#core/errors';
import { SCOPES, type TokenRecord } from '#core/history/access';

const time = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

const schema = z.object({
  tokens: z.array(
    z.object({
      name: z.string().min(1).max(80),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      scopes: z.array(z.enum(SCOPES)).min(1),
      createdAt: time,
      expiresAt: time,
    }),
  ),
});

/**
 * Token records as JSON text, in a secret or a file. Throws InvalidInputError that names `where`.
 */
export function parseTokens(text: string, where: string): readonly TokenRecord[] {
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data.tokens;
  throw new InvalidInputError(
    `${where} does not hold token records: ${parsed.error.issues[0]?.path.join('.') || 'not JSON'}.`,
    'Correct it, or delete it and create the tokens anew with: npx bonghwa token create',
  );
}

export function formatTokens(records: readonly TokenRecord[]): string {
  const tokens = records.map((record) => ({
    ...record,
    createdAt: new Date(record.createdAt).toISOString(),
    expiresAt: new Date(record.expiresAt).toISOString(),
  }));
  return `${JSON.stringify({ tokens }, undefined, 2)}\n`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

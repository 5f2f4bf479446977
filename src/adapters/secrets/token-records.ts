import { z } from 'zod';
import { InvalidInputError } from '#core/errors';
import { SCOPES, type TokenRecord } from '#core/history/access';
import type { Localised } from '#core/time/duration';

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
export function parseTokens(text: string, where: Localised): readonly TokenRecord[] {
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data.tokens;
  const place = parsed.error.issues[0]?.path.join('.') || 'not JSON';
  throw new InvalidInputError(
    {
      en: `${where.en} does not hold token records: ${place}.`,
      ko: `${where.ko}에 토큰 기록이 없거나 잘못되었습니다: ${place}.`,
    },
    {
      en: 'Correct it, or delete it and create the tokens anew with: npx bonghwa token create',
      ko: '고치거나, 지우고 토큰을 새로 만드십시오: npx bonghwa token create',
    },
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

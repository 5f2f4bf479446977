import { createHash, randomBytes } from 'node:crypto';
import type { TokenRecord } from '#core/history/access';

/** A new token and its record. The token itself is never stored, so show it once. */
export function mintToken(about: Omit<TokenRecord, 'sha256'>): {
  readonly token: string;
  readonly record: TokenRecord;
} {
  const token = `bgh_${randomBytes(32).toString('base64url')}`;
  const sha256 = createHash('sha256').update(token).digest('hex');
  return { token, record: { ...about, sha256 } };
}

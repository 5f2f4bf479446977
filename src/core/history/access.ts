import type { Instant } from '#core/time/time';

export const SCOPES = ['read', 'write'] as const;

/**
 * `read` shows what is watched and seen. `write` lets a person change it. Neither implies the
 * other.
 */
export type Scope = (typeof SCOPES)[number];

/** Areas of the API that configuration can open to everybody. */
export type PublicArea = 'status' | 'badges' | 'feed';

/** A stored bearer token: its scopes and its hash, not the token itself. */
export interface TokenRecord {
  /** Name of the owner, recorded with each command. Unique. */
  readonly name: string;
  /** SHA-256 of the token, 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

export type Decision =
  | { readonly type: 'granted'; readonly by: string; readonly token: TokenRecord }
  /** 401: the token is unknown. */
  | { readonly type: 'unknown' }
  /** 403: the token is known but lacks the scope. */
  | { readonly type: 'forbidden'; readonly by: string; readonly token: TokenRecord };

export interface AccessQuestion {
  /** `any`: any scope is enough. */
  readonly scope: Scope | 'any';
  /** SHA-256 of the token sent, if any. */
  readonly shown: string | undefined;
  readonly records: readonly TokenRecord[];
  readonly now: Instant;
}

export function decideAccess({ scope, shown, records, now }: AccessQuestion): Decision {
  const record = shown === undefined ? undefined : recognise(records, shown);
  if (!record || record.expiresAt <= now) return { type: 'unknown' };
  const type = scope === 'any' || record.scopes.includes(scope) ? 'granted' : 'forbidden';
  return { type, by: record.name, token: record };
}

/** Compares every record to its end, so that the time does not show which record was close. */
function recognise(records: readonly TokenRecord[], sha256: string): TokenRecord | undefined {
  let found: TokenRecord | undefined;
  for (const record of records) {
    if (equalInConstantTime(record.sha256, sha256)) found = record;
  }
  return found;
}

/** Compares texts in a time that depends only on their length. */
export function equalInConstantTime(left: string, right: string): boolean {
  let difference = left.length ^ right.length;
  for (let index = 0; index < left.length; index += 1) {
    difference |= left.charCodeAt(index) ^ (right.charCodeAt(index) || 0);
  }
  return difference === 0;
}

/**
 * The token in an Authorization header of the form `Bearer <token>`. Undefined for anything else.
 */
export function bearerToken(header: string | undefined): string | undefined {
  return /^bearer +(bgh_[A-Za-z0-9_-]{43})$/i.exec(header ?? '')?.[1];
}

import type { Instant } from '#core/time/time';

export const SCOPES = ['read', 'write'] as const;

/** `read` opens what is watched and seen, `write` lets a person act on it. Neither implies the other. */
export type Scope = (typeof SCOPES)[number];

/** Areas of the API that configuration can open to everybody. */
export type PublicArea = 'status' | 'badges' | 'feed';

/** A bearer token as it is stored: what it may do and how to recognise it, not the token. */
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
  /** 403: known, but not for this. */
  | { readonly type: 'forbidden'; readonly by: string; readonly token: TokenRecord };

export interface AccessQuestion {
  /** `any`: with any scope. */
  readonly scope: Scope | 'any';
  /** SHA-256 of the token shown, if one was. */
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

/** Looks at every record to its end, so that time tells nothing about which came close. */
function recognise(records: readonly TokenRecord[], sha256: string): TokenRecord | undefined {
  let found: TokenRecord | undefined;
  for (const record of records) {
    if (equalInConstantTime(record.sha256, sha256)) found = record;
  }
  return found;
}

/** Compares texts in a time that depends on their length alone. */
export function equalInConstantTime(left: string, right: string): boolean {
  let difference = left.length ^ right.length;
  for (let index = 0; index < left.length; index += 1) {
    difference |= left.charCodeAt(index) ^ (right.charCodeAt(index) || 0);
  }
  return difference === 0;
}

/** The token of an Authorization header: `Bearer` and one of ours. Undefined for anything else. */
export function bearerToken(header: string | undefined): string | undefined {
  return /^bearer +(bgh_[A-Za-z0-9_-]{43})$/i.exec(header ?? '')?.[1];
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bearerToken,
  decideAccess,
  equalInConstantTime,
  type TokenRecord,
} from '#core/history/access';

const NOW = 1_000;

function recordOf(name: string, over: Partial<TokenRecord> = {}): TokenRecord {
  return { name, sha256: `of-${name}`, scopes: ['read'], createdAt: 0, expiresAt: 2_000, ...over };
}

const records = [recordOf('a'), recordOf('b', { scopes: ['write'] }), recordOf('c')];

describe('access with a token', () => {
  it('is granted to the owner of the token within its scopes', () => {
    const question = { records, now: NOW, shown: 'of-b' } as const;
    expect(decideAccess({ ...question, scope: 'write' })).toMatchObject({
      type: 'granted',
      by: 'b',
    });
    expect(decideAccess({ ...question, scope: 'any' }).type).toBe('granted');
    expect(decideAccess({ ...question, scope: 'read' })).toMatchObject({
      type: 'forbidden',
      by: 'b',
    });
  });

  it('is unknown without a token, with another one, and from its expiry on', () => {
    const ask = (shown: string | undefined, now = NOW) =>
      decideAccess({ scope: 'read', records, now, shown }).type;
    expect(ask(undefined)).toBe('unknown');
    expect(ask('of-d')).toBe('unknown');
    expect(ask('of-a', 1_999)).toBe('granted');
    expect(ask('of-a', 2_000)).toBe('unknown');
  });
});

describe('texts compared in constant time', () => {
  it('are equal exactly when they are the same', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\0'), maxLength: 4 });
    fc.assert(
      fc.property(text, text, (left, right) => {
        expect(equalInConstantTime(left, right)).toBe(left === right);
        expect(equalInConstantTime(left, left)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a bearer token', () => {
  const token = `bgh_${'x'.repeat(43)}`;

  it('is read out of its header', () => {
    expect(bearerToken(`Bearer ${token}`)).toBe(token);
    expect(bearerToken(`bearer  ${token}`)).toBe(token);
  });

  it.each([undefined, '', token, `Basic ${token}`, `Bearer ${token}x`, 'Bearer bgh_x'])(
    'is not found in %j',
    (header) => {
      expect(bearerToken(header)).toBeUndefined();
    },
  );
});

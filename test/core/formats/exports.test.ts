import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stateBadge, toSvg, uptimeBadge } from '#core/formats/badge';
import { toCsv } from '#core/formats/csv';
import { escapeXml } from '#core/formats/markup';
import {
  bearerToken,
  decideAccess,
  equalInConstantTime,
  type TokenRecord,
} from '#core/history/access';

describe('spreadsheets', () => {
  it('quote what must be quoted', () => {
    expect(
      toCsv(
        ['a', 'b'],
        [
          ['x,y', 'say "hi"'],
          [1.5, null],
        ],
      ),
    ).toBe('\uFEFFa,b\r\n"x,y","say ""hi"""\r\n1.5,\r\n');
  });

  it('run no text as a formula', () => {
    const start = fc.constantFrom('=', '+', '-', '@', '|', '\t', '\r', ' =', '\n=');
    fc.assert(
      fc.property(start, fc.string(), (first, rest) => {
        const [, row = ''] = toCsv(['h'], [[`${first}${rest}`]]).split(/\r\n(.*)/s);
        expect(row.replace(/^"/, '')).toMatch(/^'/);
      }),
    );
  });
});

describe('markup', () => {
  it('lets no text become a tag, an attribute or an invalid character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeXml(text);
        expect(escaped).not.toMatch(/[<>"']/);
        expect(escaped).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/);
      }),
    );
  });
});

describe('badges', () => {
  it('never round availability up to 100 %', () => {
    const of = (availability: number | null, unknownShare = 0) =>
      uptimeBadge('x', { availability, unknownShare }).message;
    expect(of(0.99999)).toBe('99.99 %');
    expect(of(1)).toBe('100 %');
    expect(of(null)).toBe('알 수 없음');
  });

  it('show the unknown share if it matters, in the requested language', () => {
    const figures = { availability: 0.9998, unknownShare: 0.0123 };
    expect(uptimeBadge('x', figures).message).toBe('99.98 % (알 수 없음 1.23 %)');
    expect(uptimeBadge('x', figures, 'en').message).toMatch(/^99\.98 % \(.*[a-z].* 1\.23 %\)$/);
    expect(uptimeBadge('x', { ...figures, unknownShare: 0.0009 }).message).toBe('99.98 %');
  });

  it('escape their label', () => {
    expect(toSvg(stateBadge('<b>"', 'up'))).not.toContain('<b>');
  });
});

describe('access', () => {
  const record: TokenRecord = {
    name: 'grafana',
    sha256: 'a'.repeat(64),
    scopes: ['read'],
    createdAt: 0,
    expiresAt: 100,
  };
  const ask = (over: Partial<Parameters<typeof decideAccess>[0]>) =>
    decideAccess({ scope: 'read', shown: record.sha256, records: [record], now: 99, ...over }).type;

  it('ends at the moment a token expires', () => {
    expect(ask({})).toBe('granted');
    expect(ask({ now: 100 })).toBe('unknown');
  });

  it('distinguishes a stranger from a token without the scope', () => {
    expect(ask({ scope: 'write' })).toBe('forbidden');
    expect(ask({ shown: 'b'.repeat(64) })).toBe('unknown');
    expect(ask({ shown: undefined })).toBe('unknown');
    expect(ask({ records: [] })).toBe('unknown');
  });

  it('compares like ===', () => {
    const texts = fc.string({ maxLength: 5 });
    fc.assert(
      fc.property(texts, texts, (left, right) => {
        expect(equalInConstantTime(left, right)).toBe(left === right);
        expect(equalInConstantTime(left, left)).toBe(true);
      }),
    );
  });

  it('reads only our own tokens out of a header', () => {
    const token = `bgh_${'a'.repeat(43)}`;
    expect(bearerToken(`Bearer ${token}`)).toBe(token);
    for (const other of [undefined, '', token, `Basic ${token}`, `Bearer ${token}a`, 'Bearer x']) {
      expect(bearerToken(other)).toBeUndefined();
    }
  });
});

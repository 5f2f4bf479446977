import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterGzipHead } from '#adapters/network/gzip-head';

/** Without zeros, because a zero ends the text. */
const text = fc.option(fc.uint8Array({ min: 1, maxLength: 40 }));
const heads = fc.record({
  extra: fc.option(fc.uint8Array({ maxLength: 40 })),
  name: text,
  comment: text,
  checksum: fc.boolean(),
});

describe('the head of a gzip', () => {
  it('ends where the packed bytes begin, and goes on in all that is shorter', () => {
    const property = fc.property(heads, ({ extra, name, comment, checksum }) => {
      const flags = (extra ? 4 : 0) + (name ? 8 : 0) + (comment ? 16 : 0) + (checksum ? 2 : 0);
      const head = Buffer.from([
        ...[0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 3],
        ...(extra ? [extra.length, 0, ...extra] : []),
        ...(name ? [...name, 0] : []),
        ...(comment ? [...comment, 0] : []),
        ...(checksum ? [0, 0] : []),
      ]);
      expect(afterGzipHead(Buffer.concat([head, gzipSync('a').subarray(10)]))).toBe(head.length);
      for (let at = 0; at < head.length; at += 1) {
        expect(afterGzipHead(head.subarray(0, at))).toBeUndefined();
      }
    });
    fc.assert(property, { numRuns: 100 });
  });

  it.each(['', 'plain', '\x1fplain', '\x1f\x8bplain'])('is not found in %j', (bytes) => {
    const look = () => afterGzipHead(Buffer.from(bytes, 'latin1'));
    if (bytes === '') expect(look()).toBeUndefined();
    else expect(look).toThrow('is called gzip and is not');
  });

  it('without an end is refused', () => {
    const endless = Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 8]), Buffer.alloc(70_000, 'a')]);
    expect(() => afterGzipHead(endless)).toThrow('has no end');
  });
});

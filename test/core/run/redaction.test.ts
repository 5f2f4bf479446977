import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedactor, REDACTED, redactAll } from '#core/run/redaction';
import { Secret } from '#core/run/secret';

const redactorOf = (...values: string[]) => createRedactor(values.map((one) => new Secret(one)));

const secrets = fc
  .string({ unit: 'grapheme', minLength: 4, maxLength: 24 })
  .filter((value) => value.trim().length >= 4 && !'[secret]'.includes(value));

const bytesOf = (text: string) => [...Buffer.from(text, 'utf8')];
const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');

/** Every way in which a page, a log or a library may write a value. */
const FORMS: Readonly<Record<string, (value: string) => string>> = {
  raw: (value) => value,
  'upper case': (value) => value.replace(/[a-z]/g, (letter) => letter.toUpperCase()),
  'percent encoded': (value) => encodeURIComponent(value),
  'percent encoded in lower case': (value) =>
    encodeURIComponent(value).replace(/%../g, (byte) => byte.toLowerCase()),
  'percent encoded throughout': (value) =>
    bytesOf(value)
      .map((byte) => `%${hex(byte, 2)}`)
      .join(''),
  'percent encoded twice': (value) => encodeURIComponent(encodeURIComponent(value)),
  'form encoded': (value) => new URLSearchParams({ v: value }).toString().slice(2),
  'JSON escaped': (value) => JSON.stringify(value).slice(1, -1),
  'JSON escaped twice': (value) => JSON.stringify(JSON.stringify(value)).slice(3, -3),
  'JSON escaped throughout': (value) =>
    value
      .split('')
      .map((unit) => `\\u${hex(unit.charCodeAt(0), 4)}`)
      .join(''),
  'HTML escaped': (value) =>
    value
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;'),
  'HTML escaped by number': (value) => [...value].map((one) => `&#${one.codePointAt(0)};`).join(''),
  'HTML escaped by hexadecimal number': (value) =>
    [...value].map((one) => `&#x${hex(one.codePointAt(0) ?? 0, 4).toUpperCase()};`).join(''),
  'HTML escaped twice': (value) => [...value].map((one) => `&amp;#${one.codePointAt(0)};`).join(''),
  'split by tags': (value) => [...value].join('<b></b>'),
  'split by soft hyphens': (value) => [...value].join('&shy;'),
  'split by invisible characters': (value) => [...value].join('\u200b'),
  'half escaped, half raw': (value) =>
    [...value].map((one, at) => (at % 2 ? one : `&#${one.codePointAt(0)};`)).join(''),
  base64: (value) => Buffer.from(value).toString('base64'),
  'base64 inside longer text': (value) => Buffer.from(`user:${value}@host`).toString('base64'),
  'base64 at another offset': (value) => Buffer.from(`ab${value}`).toString('base64'),
  'base64 for URLs': (value) => Buffer.from(`x${value}y`).toString('base64url'),
  'base64 inside a URL': (value) =>
    encodeURIComponent(Buffer.from(`u:${value}`).toString('base64')),
};

describe('the redactor', () => {
  it.each(Object.entries(FORMS))('removes a secret that is %s', (_form, write) => {
    fc.assert(
      fc.property(secrets, fc.string(), fc.string(), (value, before, after) => {
        const written = write(value);
        const redacted = redactorOf(value)(`${before} ${written} ${after}`);
        expect(redacted).toContain(REDACTED);
        const own = `${before} ${after}`;
        if (!own.includes(written)) expect(redacted).not.toContain(written);
      }),
      { numRuns: 30 },
    );
  });

  it('removes characters at the edges of one, two, three and four bytes', () => {
    const edges = [0x7f, 0x80, 0x7ff, 0x800, 0xffff, 0x10000, 0x10ffff, 0xff, 0x100];
    for (const code of edges) {
      const value = `a${String.fromCodePoint(code)}b${String.fromCodePoint(code)}`;
      for (const [form, write] of Object.entries(FORMS)) {
        expect(redactorOf(value)(` ${write(value)} `), `${form} ${code}`).toContain(REDACTED);
      }
      const escaped = `a\\x${hex(code, 2)}b\\x${hex(code, 2)}`;
      if (code < 256) expect(redactorOf(value)(escaped)).toBe(REDACTED);
    }
  });

  it('removes a secret with spaces that a form writes as plus signs', () => {
    expect(redactorOf('my own secret')('q=my+own+secret&b')).toBe(`q=${REDACTED}&b`);
    expect(redactorOf('my own secret')('my own+secret')).toBe(REDACTED);
  });

  it('leaves base64 alone whose bytes only resemble the secret', () => {
    const other = Buffer.from('user:p4ssX0rd@host').toString('base64');
    expect(redactorOf('p4ssw0rd')(other)).toBe(other);
  });

  it('removes a secret of three characters anywhere, also in base64', () => {
    expect(redactorOf('abc')('xabcx')).toBe(`x${REDACTED}x`);
    expect(redactorOf('xyz')(Buffer.from('xyz').toString('base64'))).toBe(REDACTED);
    const two = Buffer.from('..ab').toString('base64');
    expect(redactorOf('ab')(two)).toBe(two);
  });

  it('leaves texts without secrets alone', () => {
    const text = '고용24 로그인 <b>아이디</b> https://www.work24.go.kr/cm/main.do?a=%EA%B0%80';
    expect(redactorOf('Moui!4207#sim', '00002024070718')(text)).toBe(text);
  });

  it('does not change text that only resembles an encoded space or named character', () => {
    for (const text of ['+++', '&undefined;&undefined;&undefined;', '\\undefined'.repeat(3)]) {
      expect(redactorOf('ㄱㄴㄷ')(text)).toBe(text);
    }
  });

  it('removes the longer of two secrets whole when one is part of the other', () => {
    expect(redactorOf('pass', 'password1')('my password1!')).toBe(`my ${REDACTED}!`);
  });

  it('removes one or two characters only where they stand as a word', () => {
    expect(redactorOf('ab')('ab cabin ab.')).toBe(`${REDACTED} cabin ${REDACTED}.`);
  });

  it('has nothing to remove for an empty secret', () => {
    expect(redactorOf('')('a text, and its end.')).toBe('a text, and its end.');
  });

  it('is fast on a long run of base64', () => {
    const run = Buffer.alloc(300_000, 'Az09').toString('base64');
    expect(redactorOf('hunter2-hunter2')(`${run} hunter2-hunter2`)).toBe(`${run} ${REDACTED}`);
  });

  it('reaches every string inside plain data', () => {
    const value = { list: ['p4ssw0rd', 1, null], 'key p4ssw0rd': { deep: 'is p4ssw0rd' } };
    expect(redactAll(value, redactorOf('p4ssw0rd'))).toEqual({
      list: [REDACTED, 1, null],
      [`key ${REDACTED}`]: { deep: `is ${REDACTED}` },
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInputError } from '#core/errors';
import { notListening, portOf, urlOf } from '#local/api/port';

describe('the port in an option', () => {
  it('is a decimal number up to the highest', () => {
    fc.assert(fc.property(fc.nat(65_534), (port) => portOf(String(port), 65_534) === port));
  });

  it.each(['', ' 80', '80 ', '0x10', '1e3', '80.5', '-1', '+80', '65535', '99999', 'http', '８０'])(
    'is not "%s"',
    (text) => {
      expect(() => portOf(text, 65_534)).toThrow(InvalidInputError);
    },
  );
});

describe('the address of a server', () => {
  it.each([
    [undefined, 'http://127.0.0.1:8718'],
    ['0.0.0.0', 'http://127.0.0.1:8718'],
    ['::', 'http://[::1]:8718'],
    ['::1', 'http://[::1]:8718'],
    ['10.1.2.3', 'http://10.1.2.3:8718'],
    ['localhost', 'http://localhost:8718'],
  ])('that listens on %s is one that answers', (host, url) => {
    expect(urlOf(host, 8_718)).toBe(url);
  });
});

describe('a server that does not start', () => {
  it.each([
    ['EADDRINUSE', /^Port 80 is in use/],
    ['EACCES', /^Port 80 is reserved for root/],
    ['EADDRNOTAVAIL', /^10\.1\.2\.3 is no address of this machine/],
    ['ENOTFOUND', /^10\.1\.2\.3 is no address of this machine/],
  ])('says why: %s', (code, told) => {
    const error = notListening(Object.assign(new Error(code), { code }), 80, '10.1.2.3');
    expect(error.message).toMatch(told);
    expect(error.said('ko').join(' ')).toMatch(/--(port|listen)/);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPrivateAddress, isPrivateHost, mayReach } from '#core/watch/private-address';

describe('an address', () => {
  it.each([
    '127.0.0.1',
    '127.255.1.2',
    '169.254.169.254',
    '169.254.170.2',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '0.0.0.0',
    '100.64.0.1',
    '::1',
    '[::1]',
    '::',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    '::ffff:127.0.0.1',
    '[::ffff:7f00:1]',
    '::ffff:a9fe:a9fe',
    '64:ff9b::a9fe:a9fe',
    '64:ff9b::a00:1',
    '64:ff9b::10.0.0.1',
    '[64:ff9b::1]',
    '64:ff9b:0:0:0:0:c0a8:101',
    '64:ff9b:1::1.1.1.1',
    '2002:a00:1::1',
    '::a00:1',
    '::ffff:192.168.0.1',
    'fec0::1',
    'fe80::1%eth0',
  ])('%s is private', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each([
    '1.1.1.1',
    '126.255.255.255',
    '128.0.0.1',
    '172.15.0.1',
    '172.32.0.1',
    '169.253.1.1',
    '192.167.1.1',
    '100.128.0.1',
    '2001:db8::1',
    '::ffff:101:101',
    '64:ff9b::101:101',
    '64:ff9b::1.1.1.1',
    '2002:101:101::1',
    '::1.1.1.1',
    'www.work24.go.kr',
    'fc.example.kr',
  ])('%s is not', (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });

  it('of IPv4 is as private in every writing of IPv6 that holds it', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    const part = (high: number, low: number) => (high * 256 + low).toString(16);
    fc.assert(
      fc.property(byte, byte, byte, byte, (a, b, c, d) => {
        const dotted = `${a}.${b}.${c}.${d}`;
        const hex = `${part(a, b)}:${part(c, d)}`;
        const writings = ['::ffff:', '64:ff9b::', '64:ff9b:0:0:0:0:'].flatMap((head) => [
          `${head}${dotted}`,
          `${head}${hex}`,
        ]);
        const told = [...writings, `2002:${hex}::1`].map(isPrivateAddress);
        expect(new Set(told)).toEqual(new Set([isPrivateAddress(dotted)]));
      }),
    );
  });

  it('in 10/8 is private and one outside it is not, whatever the other parts are', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(byte, byte, byte, (b, c, d) => {
        expect(isPrivateAddress(`10.${b}.${c}.${d}`)).toBe(true);
        expect(isPrivateAddress(`11.${b}.${c}.${d}`)).toBe(false);
      }),
    );
  });
});

describe('reaching a private address', () => {
  const reach = (host: string, address: string, named: readonly string[]) =>
    mayReach({ host, address, named });

  it('is allowed where the operator named it', () => {
    expect(reach('127.0.0.1', '127.0.0.1', ['127.0.0.1'])).toBe(true);
    expect(reach('localhost', '127.0.0.1', ['localhost'])).toBe(true);
    expect(reach('portal.internal', '10.0.0.5', ['portal.internal'])).toBe(true);
  });

  it('is refused to a public name, also one that was named', () => {
    expect(reach('www.work24.go.kr', '127.0.0.1', ['www.work24.go.kr'])).toBe(false);
    expect(reach('www.work24.go.kr', '169.254.169.254', ['www.work24.go.kr'])).toBe(false);
  });

  it('is refused if a page leads to it and the user did not name it', () => {
    expect(reach('169.254.169.254', '169.254.169.254', ['www.work24.go.kr'])).toBe(false);
    expect(reach('localhost', '127.0.0.1', ['www.work24.go.kr'])).toBe(false);
    expect(reach('10.0.0.2', '10.0.0.2', ['10.0.0.1'])).toBe(false);
  });

  it('says nothing about public addresses', () => {
    expect(reach('www.work24.go.kr', '210.105.1.1', [])).toBe(true);
  });

  it('knows names that exist within a network only', () => {
    expect(['localhost', 'a.localhost', 'db', 'x.internal', 'y.test'].every(isPrivateHost)).toBe(
      true,
    );
    expect(['work24.go.kr', 'internal.kr', '::ffff:1.1.1.1'].some(isPrivateHost)).toBe(false);
  });
});

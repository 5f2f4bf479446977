import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { privateNameOf, refusedHosts } from '#adapters/chromium/refused-hosts';
import { isPrivateAddress } from '#core/watch/private-address';

const { lookup } = vi.hoisted(() => ({ lookup: vi.fn() }));
vi.mock('node:dns/promises', () => ({ lookup }));

/** As the browser compares a rule: with the host, then with host and port; `?` is one or none. */
function refuses(patterns: readonly string[], host: string, port = 80): boolean {
  const forms = patterns.map(
    (pattern) =>
      new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('?', '.?').replaceAll('*', '.*')}$`),
  );
  const plain = host.replaceAll(/^\[|\]$/g, '');
  return forms.some((form) => form.test(plain) || form.test(`${host}:${port}`));
}

describe('a host that the browser may not ask', () => {
  const byte = fc.integer({ min: 0, max: 255 });

  it('is every private address of IPv4, and no public one', () => {
    const refused = refusedHosts(['www.work24.go.kr'], undefined);
    const ipv4 = fc.tuple(fc.constantFrom(0, 10, 100, 127, 169, 172, 192, 210), byte, byte, byte);
    fc.assert(
      fc.property(ipv4, (parts) => {
        const host = parts.join('.');
        expect(refuses(refused, host), host).toBe(isPrivateAddress(host));
      }),
    );
    expect(['192.168.0.1', '169.254.169.254', 'localhost'].every((h) => refuses(refused, h))).toBe(
      true,
    );
  });

  it('is not a public name, even one that begins like a private address', () => {
    const refused = refusedHosts(['www.work24.go.kr'], undefined);
    const names = ['10.example.kr', '10.ab.co.kr', '0.pool.ntp.org', '127.a1.go.kr', '10.xn--p1ai'];
    for (const port of [80, 443, 8_080]) {
      expect(names.filter((name) => refuses(refused, name, port))).toEqual([]);
    }
  });

  it('is an address beside one that the operator named', () => {
    const named = refusedHosts(['127.0.0.1', '10.0.0.7'], undefined);
    expect(['127.0.0.1', '10.0.0.7', 'localhost'].some((host) => refuses(named, host))).toBe(false);
    expect(refuses(named, '169.254.169.254')).toBe(true);
    expect(refuses(refusedHosts(['10.example.kr'], undefined), '10.0.0.1')).toBe(true);
  });

  it('is every private address of IPv6, unless the operator named one', () => {
    const inside = ['fd00::7', 'fe80::1', 'fec0::1', '::ffff:a00:1', '::a00:1', '::'];
    const held = ['64:ff9b::a00:1', '64:ff9b:1::1', '2002:a00:1::1'];
    const refused = refusedHosts(['127.0.0.1'], undefined);
    expect([...inside, ...held].filter((host) => !refuses(refused, `[${host}]`))).toEqual([]);
    expect(['[::1]', '[2001:db8::1]'].some((host) => refuses(refused, host))).toBe(false);
    expect(refuses(refusedHosts(['[fd00::7]'], undefined), '[fd00::7]')).toBe(false);
    expect(refuses(refusedHosts(['[::1]'], undefined), '[fe80::1]')).toBe(true);
  });

  it('is the Lambda runtime API in any case', () => {
    expect(refusedHosts(['127.0.0.1'], '127.0.0.1:9001')).toContain('*:9001');
  });

  it.each([
    [['10.0.0.1'], { phase: 'dns', code: 'ERR_PRIVATE_ADDRESS' }],
    [['0.0.0.0', '127.0.0.1'], { phase: 'dns', code: 'ERR_PRIVATE_ADDRESS' }],
    [['10.0.0.1', '192.0.2.1'], { phase: 'monitor' }],
  ])('is a public name that leads to %j', async (addresses, fault) => {
    lookup.mockResolvedValueOnce(addresses.map((address) => ({ address })));
    expect(await privateNameOf(['portal.example'])).toMatchObject(fault);
  });

  it('is not a name with public addresses alone, or with none', async () => {
    lookup.mockResolvedValueOnce([{ address: '192.0.2.1' }]);
    expect(await privateNameOf(['portal.example'])).toBeUndefined();
    lookup.mockRejectedValueOnce(new Error('ENOTFOUND'));
    expect(await privateNameOf(['portal.example'])).toBeUndefined();
  });

  it('is not a name that only exists in a network of the operator', async () => {
    expect(await privateNameOf(['localhost', '127.0.0.1', '[::1]'])).toBeUndefined();
  });
});

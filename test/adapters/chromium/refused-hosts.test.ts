import { describe, expect, it, vi } from 'vitest';
import { privateNameOf, refusedHosts } from '#adapters/chromium/refused-hosts';

const { lookup } = vi.hoisted(() => ({ lookup: vi.fn() }));
vi.mock('node:dns/promises', () => ({ lookup }));

describe('what the browser may not ask', () => {
  it('is every private address, unless the operator named it', () => {
    const refused = refusedHosts(['www.work24.go.kr'], undefined);
    expect(refused).toEqual(
      expect.arrayContaining(['127.*', '169.254.*', '172.31.*', 'localhost']),
    );
    expect(refused).toEqual(expect.arrayContaining(['100.64.*', '100.127.*']));
    expect(refused).not.toContain('100.63.*');
    expect(refused).not.toContain('100.128.*');
    const named = refusedHosts(['127.0.0.1'], undefined);
    expect(named).not.toContain('127.*');
    expect(named).toContain('169.254.*');
  });

  it('is every private address of IPv6, unless the operator named one', () => {
    expect(refusedHosts(['127.0.0.1'], undefined)).toContain('fd??:*:*');
    expect(refusedHosts(['[fd00::7]'], undefined)).not.toContain('fd??:*:*');
    expect(refusedHosts(['[::1]'], undefined)).toContain('fe8?:*:*');
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

  it('may be a name with public addresses alone, or with none', async () => {
    lookup.mockResolvedValueOnce([{ address: '192.0.2.1' }]);
    expect(await privateNameOf(['portal.example'])).toBeUndefined();
    lookup.mockRejectedValueOnce(new Error('ENOTFOUND'));
    expect(await privateNameOf(['portal.example'])).toBeUndefined();
  });

  it('is no name that only exists in a network of the operator', async () => {
    expect(await privateNameOf(['localhost', '127.0.0.1', '[::1]'])).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { privateNameOf, refusedHosts } from '#adapters/chromium/refused-hosts';

describe('what the browser may not ask', () => {
  it('is every private address, unless the operator named it', () => {
    const refused = refusedHosts(['www.work24.go.kr'], undefined);
    expect(refused).toEqual(
      expect.arrayContaining(['127.*', '169.254.*', '172.31.*', 'localhost']),
    );
    const named = refusedHosts(['127.0.0.1'], undefined);
    expect(named).not.toContain('127.*');
    expect(named).toContain('169.254.*');
  });

  it('is the Lambda runtime API in any case', () => {
    expect(refusedHosts(['127.0.0.1'], '127.0.0.1:9001')).toContain('*:9001');
  });

  it('is no name that only exists in a network of the operator', async () => {
    expect(await privateNameOf(['localhost', '127.0.0.1', '[::1]'])).toBeUndefined();
  });
});

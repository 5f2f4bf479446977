import { describe, expect, it } from 'vitest';
import { whatNext } from '../../bin/what-next.ts';

const serving = {
  url: 'http://127.0.0.1:42317',
  found: true,
  token: 'bgh_test',
  service: 'hrd-net',
  outage: 'moel-20240718-0915',
  folder: '/tmp/bonghwa-up',
};

const commands = (over: Partial<typeof serving>) =>
  whatNext({ ...serving, ...over }, 'en').match(/npx bonghwa (why|report) .*/g);

describe('the commands that a replay prints at its end', () => {
  it('need no address if other commands find this system', () => {
    expect(commands({})).toEqual([
      'npx bonghwa why hrd-net',
      'npx bonghwa report moel-20240718-0915',
    ]);
  });

  it('name its address if they would find another one, which refuses its token', () => {
    expect(commands({ found: false })).toEqual([
      'npx bonghwa why hrd-net --api http://127.0.0.1:42317',
      'npx bonghwa report moel-20240718-0915 --api http://127.0.0.1:42317',
    ]);
  });
});

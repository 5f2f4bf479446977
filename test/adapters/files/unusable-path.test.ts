import { describe, expect, it } from 'vitest';
import { unusablePath } from '#adapters/files/unusable-path';

/** What Node throws when a disk is full: the write names no path. */
const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
  code: 'ENOSPC',
  syscall: 'write',
});

describe('a write to a full disk', () => {
  it('is told with the file that was written', () => {
    expect(unusablePath(full, '/data')).toMatchObject({
      path: '/data',
      why: { en: 'its disk is full' },
    });
  });

  it('says nothing about a path if nobody knows which', () => {
    expect(unusablePath(full)).toBeUndefined();
  });
});

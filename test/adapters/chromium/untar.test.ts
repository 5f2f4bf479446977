import { describe, expect, it } from 'vitest';
import { filesOfTar } from '#adapters/chromium/untar';

function entry(path: string, body: string, type = '0'): Buffer {
  const header = Buffer.alloc(512);
  header.write(path, 0);
  header.write('0000755\0', 100);
  header.write(`${Buffer.byteLength(body).toString(8).padStart(11, '0')}\0`, 124);
  header.write(type, 156);
  const content = Buffer.alloc(Math.ceil(Buffer.byteLength(body) / 512) * 512);
  content.write(body);
  return Buffer.concat([header, content]);
}

describe('an archive of the browser', () => {
  it('gives its files with content and mode, folders left out', () => {
    const archive = Buffer.concat([
      entry('lib/', '', '5'),
      entry('lib/libnss3.so', 'x'.repeat(700)),
      entry('empty', ''),
      entry('last', 'z'),
      Buffer.alloc(1_024),
    ]);
    const files = filesOfTar(archive);
    expect(files.map(({ path }) => path)).toEqual(['lib/libnss3.so', 'empty', 'last']);
    expect(files[0]?.body.toString()).toBe('x'.repeat(700));
    expect(files[0]?.mode).toBe(0o755);
  });

  it('that ends in the middle of a file is refused', () => {
    const archive = entry('libnss3.so', 'x'.repeat(700)).subarray(0, 900);
    expect(() => filesOfTar(archive)).toThrow('the archive ends inside libnss3.so');
  });
});

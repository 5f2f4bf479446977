const BLOCK = 512;

interface TarFile {
  readonly path: string;
  readonly mode: number;
  readonly body: Buffer;
}

/** Regular files of an uncompressed ustar archive. The browser's packages contain nothing else. */
export function filesOfTar(archive: Buffer): readonly TarFile[] {
  const files: TarFile[] = [];
  for (let at = 0; at + BLOCK <= archive.length; ) {
    const path = textAt(archive, at, 100);
    if (path === '') break;
    const size = Number.parseInt(textAt(archive, at + 124, 12), 8) || 0;
    const type = textAt(archive, at + 156, 1);
    if (type === '0' || type === '') {
      const body = archive.subarray(at + BLOCK, at + BLOCK + size);
      if (body.length < size) throw new RangeError(`the archive ends inside ${path}`);
      files.push({ path, mode: Number.parseInt(textAt(archive, at + 100, 8), 8), body });
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

function textAt(archive: Buffer, at: number, length: number): string {
  return archive
    .toString('latin1', at, at + length)
    .replace(/\0.*$/s, '')
    .trim();
}

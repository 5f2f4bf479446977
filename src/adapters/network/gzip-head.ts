import { UndecodableError } from '#adapters/network/budget';

/** Bits of the flags. Source: RFC 1952, 2.3.1. */
const FLAG = { checksum: 2, extra: 4, name: 8, comment: 16 } as const;
const FIXED_BYTES = 10;
/** A header contains at most a file name. A longer one is refused to limit memory. */
const MOST_BYTES = 65_536;

/**
 * Start of the compressed bytes. Undefined: the header continues after these bytes. Throws
 * UndecodableError if it is not gzip.
 */
export function afterGzipHead(bytes: Buffer): number | undefined {
  const magic = [0x1f, 0x8b, 8];
  if (magic.some((byte, at) => at < bytes.length && bytes[at] !== byte)) {
    throw new UndecodableError('the page is called gzip and is not');
  }
  if (bytes.length > MOST_BYTES) throw new UndecodableError('the head of the packing has no end');
  if (bytes.length < FIXED_BYTES) return undefined;
  const flags = bytes[3] ?? 0;
  let at: number | undefined = FIXED_BYTES;
  if (flags & FLAG.extra) at = afterExtra(bytes, at);
  if (flags & FLAG.name) at = afterText(bytes, at);
  if (flags & FLAG.comment) at = afterText(bytes, at);
  if (flags & FLAG.checksum && at !== undefined) at += 2;
  return at !== undefined && at <= bytes.length ? at : undefined;
}

function afterExtra(bytes: Buffer, at: number): number | undefined {
  return at + 2 <= bytes.length ? at + 2 + bytes.readUInt16LE(at) : undefined;
}

/** The text ends with a zero. */
function afterText(bytes: Buffer, at: number | undefined): number | undefined {
  const end = at === undefined ? -1 : bytes.indexOf(0, at);
  return end < 0 ? undefined : end + 1;
}

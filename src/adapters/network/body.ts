import { pipeline, Readable, type Transform } from 'node:stream';
import {
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib';

/** Takes one packing off. */
const UNPACKERS: Readonly<Record<string, (packed: Readable) => Readable>> = {
  gzip: through(createGunzip),
  'x-gzip': through(createGunzip),
  deflate: (packed) => Readable.from(inflated(packed), { objectMode: false }),
  br: through(createBrotliDecompress),
  zstd: through(createZstdDecompress),
};
/** More is never meant; each takes memory. */
const MAX_ENCODINGS = 4;

export const ACCEPTED_ENCODINGS = 'gzip, deflate, br, zstd';

/** Gathers a body as it comes, so that a stalled one still shows what had arrived. */
export class BodyReader {
  readonly #chunks: Buffer[] = [];
  readonly #maxBytes: number;
  #bytes = 0;
  /** The page went on beyond the limit. */
  truncated = false;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get bytes(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  /** Reads and unpacks until the end or the limit, which holds for the unpacked bytes. */
  async read(body: Readable, contentEncoding: string | undefined): Promise<void> {
    try {
      await this.#readAll(unpack(body, contentEncoding) as AsyncIterable<Buffer>);
    } catch (error) {
      if (this.#bytes === 0 || !isEnd(error)) throw error;
    }
  }

  async #readAll(chunks: AsyncIterable<Buffer>): Promise<void> {
    for await (const chunk of chunks) {
      const room = this.#maxBytes - this.#bytes;
      this.#chunks.push(chunk.subarray(0, room));
      this.#bytes += Math.min(chunk.length, room);
      if (chunk.length > room) {
        this.truncated = true;
        return;
      }
    }
  }
}

/** A packing that ends too soon or goes on too long: browsers show what they could unpack. */
function isEnd(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const message = error instanceof Error ? error.message : '';
  return code === 'Z_BUF_ERROR' || (code === 'Z_DATA_ERROR' && /incorrect header/.test(message));
}

/** An unknown encoding stays packed. The text is missing then, and the record says so. */
function unpack(body: Readable, contentEncoding = ''): Readable {
  const unpackers = contentEncoding
    .toLowerCase()
    .split(',')
    .flatMap((name) => UNPACKERS[name.trim()] ?? []);
  if (unpackers.length > MAX_ENCODINGS) throw new PackedTooOftenError();
  return unpackers.reduceRight((stream, unpacker) => unpacker(stream), body);
}

class PackedTooOftenError extends Error {
  override readonly name = 'PackedTooOftenError';
  readonly code = 'ERR_CONTENT_DECODING_FAILED';
  override readonly message = `the page is packed more than ${MAX_ENCODINGS} times over`;
}

function through(create: () => Transform): (packed: Readable) => Readable {
  return (packed) => pipeline(packed, create(), () => undefined);
}

/** Servers mean two things by "deflate", with the header of zlib and without; browsers take both. */
async function* inflated(packed: Readable): AsyncGenerator<Buffer> {
  const chunks = packed.iterator() as AsyncIterableIterator<Buffer>;
  const first = await chunks.next();
  if (first.done) return;
  async function* all(): AsyncGenerator<Buffer> {
    yield first.value;
    yield* chunks;
  }
  const decoder = isZlib(first.value) ? createInflate() : createInflateRaw();
  yield* pipeline(all(), decoder, () => undefined) as AsyncIterable<Buffer>;
}

/** Source: RFC 1950, 2.2. */
function isZlib([method = 0, flags = 0]: Uint8Array): boolean {
  return (method & 0x0f) === 8 && (method * 256 + flags) % 31 === 0;
}

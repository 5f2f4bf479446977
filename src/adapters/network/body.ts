import { pipeline, Readable, type Transform } from 'node:stream';
import {
  createBrotliDecompress,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib';
import { UndecodableError } from '#adapters/network/budget';
import { afterGzipHead } from '#adapters/network/gzip-head';
import { errorCode } from '#core/errors';

/** Removes one content encoding. */
const UNPACKERS: Readonly<Record<string, (packed: Readable) => Readable>> = {
  gzip: from(gunzipped),
  'x-gzip': from(gunzipped),
  deflate: from(inflated),
  br: through(createBrotliDecompress),
  zstd: through(createZstdDecompress),
};
/** More encodings are never intended, and each takes memory. */
const MAX_ENCODINGS = 4;

export const ACCEPTED_ENCODINGS = 'gzip, deflate, br, zstd';

/** Collects a body as it arrives, so that a stalled one still shows its first part. */
export class BodyReader {
  readonly #chunks: Buffer[] = [];
  readonly #maxBytes: number;
  #bytes = 0;
  /** The page continued beyond the limit. */
  truncated = false;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get bytes(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  /** Reads and decodes until the end or the limit. The limit counts decoded bytes. */
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

/** An encoding that ends too early. Browsers show what they could decode. */
function isEnd(error: unknown): boolean {
  return errorCode(error) === 'Z_BUF_ERROR';
}

/** A body with an unknown encoding stays encoded. Its text is missing, and the record says so. */
function unpack(body: Readable, contentEncoding = ''): Readable {
  const unpackers = contentEncoding
    .toLowerCase()
    .split(',')
    .flatMap((name) => UNPACKERS[name.trim()] ?? []);
  if (unpackers.length > MAX_ENCODINGS) {
    throw new UndecodableError(`the page is packed more than ${MAX_ENCODINGS} times over`);
  }
  return unpackers.reduceRight((stream, unpacker) => unpacker(stream), body);
}

function through(create: () => Transform): (packed: Readable) => Readable {
  return (packed) => pipeline(packed, create(), () => undefined);
}

function from(
  unpacked: (packed: Readable) => AsyncGenerator<Buffer>,
): (packed: Readable) => Readable {
  return (packed) => Readable.from(unpacked(packed), { objectMode: false });
}

/**
 * Reads the gzip header itself and decodes the rest without it. Like Chromium, it ignores bytes
 * after the page; zlib's own gzip reader refuses the whole page.
 */
async function* gunzipped(packed: Readable): AsyncGenerator<Buffer> {
  const chunks = packed.iterator() as AsyncIterableIterator<Buffer>;
  let head: Buffer = Buffer.alloc(0);
  let begins: number | undefined;
  while (begins === undefined) {
    const next = await chunks.next();
    if (next.done && head.length === 0) return;
    if (next.done) throw new UndecodableError('the page ends within the head of its packing');
    head = Buffer.concat([head, next.value]);
    begins = afterGzipHead(head);
  }
  const first = head.subarray(begins);
  async function* rest(): AsyncGenerator<Buffer> {
    yield first;
    yield* chunks;
  }
  yield* pipeline(rest(), createInflateRaw(), () => undefined) as AsyncIterable<Buffer>;
}

/** Servers use "deflate" with and without the zlib header. Browsers accept both. */
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

import { pipeline, type Readable, type Transform } from 'node:stream';
import {
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createZstdDecompress,
} from 'node:zlib';

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};

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
    for await (const chunk of unpack(body, contentEncoding) as AsyncIterable<Buffer>) {
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

/** An encoding that nobody knows is left packed: the text will be missing, and that is said. */
function unpack(body: Readable, contentEncoding = ''): Readable {
  const packed = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  return packed
    .reverse()
    .flatMap((name) => DECODERS[name] ?? [])
    .reduce<Readable>((stream, decoder) => pipeline(stream, decoder(), () => undefined), body);
}

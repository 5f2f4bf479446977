import { createHash } from 'node:crypto';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { SiteOvertakenError } from '#core/errors';
import type { SiteFile } from '#core/page/public-page';
import type { Site } from '#core/ports/public-site';

/** At most a minute old, even if a cache asks as rarely as it may. */
const SHORT = 'public, max-age=15, s-maxage=30, stale-while-revalidate=30, stale-if-error=86400';
/** The file that every write ends with. */
const LAST = 'status.json';
const LASTING = 'public, max-age=31536000, immutable';

/**
 * The page in a bucket. Its content is the bucket's listing: an ETag is the MD5 of an object that
 * was put in one part and encrypted by S3. So there is no list of our own that a killed writer
 * could leave wrong. The listing is cached as long as the last file of each write is the one that
 * this writer put. Each put is conditional on it, so one of two simultaneous writers gives way.
 */
export function createS3Site(client: S3Client, bucket: string): Site {
  let stored: Map<string, string> | undefined;
  /** After a failure the cache is unsure, because the write may have happened. */
  const sure = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      stored = undefined;
      throw error;
    }
  };
  const current = async () => {
    const last = stored?.get(LAST);
    const isMine = last !== undefined && last === (await etagIn({ client, bucket }, LAST));
    return stored && isMine ? stored : listed(client, bucket);
  };
  return {
    read: (path) => textOf({ client, bucket }, path),
    async open() {
      const known = await current();
      stored = known;
      return {
        paths: [...known.keys()],
        holds: (file) => known.get(file.path) === etagOf(file),
        async put(file) {
          await sure(put({ client, bucket }, file, known.get(file.path)));
          known.set(file.path, etagOf(file));
        },
        async remove(path) {
          await sure(client.send(new DeleteObjectCommand({ Bucket: bucket, Key: path })));
          known.delete(path);
        },
      };
    },
  };
}

async function textOf({ client, bucket }: Place, path: string): Promise<string | undefined> {
  try {
    const object = await client.send(new GetObjectCommand({ Bucket: bucket, Key: path }));
    return await object.Body?.transformToString();
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}

async function etagIn({ client, bucket }: Place, path: string): Promise<string | undefined> {
  return (await client.send(new HeadObjectCommand({ Bucket: bucket, Key: path }))).ETag;
}

interface Place {
  readonly client: S3Client;
  readonly bucket: string;
}

async function put(
  { client, bucket }: Place,
  file: SiteFile,
  before: string | undefined,
): Promise<void> {
  const condition = before === undefined ? { IfNoneMatch: '*' } : { IfMatch: before };
  try {
    await client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: file.path,
        Body: file.body,
        ContentType: file.contentType,
        CacheControl: file.lasting ? LASTING : SHORT,
        ...condition,
      }),
    );
  } catch (error) {
    if (!isOvertaken(error)) throw error;
    throw new SiteOvertakenError(
      `Another writer changed ${file.path} of the page.`,
      'Nothing is to be done: the page is written again within a minute.',
      { cause: error },
    );
  }
}

async function listed(client: S3Client, bucket: string): Promise<Map<string, string>> {
  const stored = new Map<string, string>();
  for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket })) {
    for (const { Key, ETag } of page.Contents ?? []) {
      if (Key !== undefined && ETag !== undefined) stored.set(Key, ETag);
    }
  }
  return stored;
}

function etagOf({ body }: SiteFile): string {
  return `"${createHash('md5').update(body).digest('hex')}"`;
}

/** 412: the object has changed. 409: two conditional puts met. */
function isOvertaken(error: unknown): boolean {
  const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
  return status === 412 || status === 409;
}

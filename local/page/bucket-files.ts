import { GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import { ENVIRONMENT } from '#contract/environment';
import type { StoredFile } from '#local/page/page-server';

/** Files that the page writer put into the embedded bucket. Empty before its first write. */
export async function fileInBucket(path: string): Promise<StoredFile | undefined> {
  const bucket = process.env[ENVIRONMENT.pageBucket];
  if (bucket === undefined) return undefined;
  try {
    const client = new S3Client({ forcePathStyle: true });
    const object = await client.send(new GetObjectCommand({ Bucket: bucket, Key: path }));
    return {
      body: (await object.Body?.transformToByteArray()) ?? new Uint8Array(),
      contentType: object.ContentType ?? 'application/octet-stream',
      cacheControl: object.CacheControl ?? 'no-store',
    };
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}

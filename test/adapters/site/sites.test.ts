import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateBucketCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFolderSite } from '#adapters/site/folder-site';
import { createS3Site } from '#adapters/site/s3-site';
import { SiteOvertakenError } from '#core/errors';
import type { SiteFile } from '#core/page/public-page';
import type { Site } from '#core/ports/public-site';
import { startMessaging } from '../../support/fauxqs.ts';

const BUCKET = 'page';

function file(path: string, body: string): SiteFile {
  return { path, body, contentType: 'text/html; charset=utf-8', lasting: false };
}

let folder: string;
let cloud: Awaited<ReturnType<typeof startMessaging>>;
let client: S3Client;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bonghwa-test-'));
  cloud = await startMessaging();
  client = new S3Client({ ...cloud.client, forcePathStyle: true });
  await client.send(new CreateBucketCommand({ Bucket: BUCKET }));
});

afterAll(async () => {
  await cloud.server.stop();
  await rm(folder, { recursive: true, force: true });
});

describe.each([
  ['a bucket', (): Site => createS3Site(client, BUCKET)],
  ['a folder', (): Site => createFolderSite(folder)],
])('the page in %s', (_, open) => {
  it('holds what was put, by its bytes', async () => {
    const site = open();
    const before = await site.open();
    await before.put(file('en/index.html', '정상'));
    await before.put(file('status.json', '{}'));
    const after = await site.open();
    expect([...after.paths].sort()).toEqual(['en/index.html', 'status.json']);
    expect(after.holds(file('en/index.html', '정상'))).toBe(true);
    expect(after.holds(file('en/index.html', '장애'))).toBe(false);
    expect(after.holds(file('index.html', '정상'))).toBe(false);
  });

  it('reads back the text of a file, and says when there is none', async () => {
    await (await open().open()).put(file('days.json', '{"ko":"정상"}'));
    expect(await open().read('days.json')).toBe('{"ko":"정상"}');
    expect(await open().read('nothing.json')).toBeUndefined();
  });

  it('shows another process what was put, and takes back what is to go', async () => {
    const first = await open().open();
    await first.put(file('badges/eps.svg', '<svg/>'));
    const other = await open().open();
    expect(other.holds(file('badges/eps.svg', '<svg/>'))).toBe(true);
    await other.remove('badges/eps.svg');
    expect((await open().open()).paths).not.toContain('badges/eps.svg');
  });
});

describe('a bucket', () => {
  it('is listed again when another writer ended with another status', async () => {
    const site = createS3Site(client, BUCKET);
    await (await site.open()).put(file('status.json', '1'));
    await (await createS3Site(client, BUCKET).open()).put(file('index.html', 'other'));
    expect((await site.open()).holds(file('index.html', 'other'))).toBe(false);
    await (await createS3Site(client, BUCKET).open()).put(file('status.json', '2'));
    expect((await site.open()).holds(file('index.html', 'other'))).toBe(true);
  });

  it('tells caches how long a file holds, and puts only over what it knows', async () => {
    const conditions: (string | undefined)[] = [];
    const watching = new S3Client({ ...cloud.client, forcePathStyle: true });
    watching.middlewareStack.add(
      (next) => (args) => {
        const { headers } = args.request as { headers: Record<string, string> };
        conditions.push(headers['if-match'] ?? headers['if-none-match']);
        return next(args);
      },
      { step: 'build' },
    );
    const site = createS3Site(watching, BUCKET);
    const opened = await site.open();
    conditions.length = 0;
    await opened.put(file('new.html', 'a'));
    await opened.put(file('new.html', 'b'));
    expect(conditions[0]).toBe('*');
    expect(conditions[1]).toMatch(/^"[0-9a-f]{32}"$/);
    const stored = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'new.html' }));
    expect(stored.CacheControl).toContain('stale-if-error');
    expect(stored.ContentType).toBe('text/html; charset=utf-8');
  });

  it('says that another writer was faster when S3 refuses the condition', async () => {
    const refusing = new S3Client({ ...cloud.client, forcePathStyle: true });
    refusing.middlewareStack.add(
      (next, context) => async (args) => {
        if (context.commandName !== 'PutObjectCommand') return next(args);
        const { S3ServiceException } = await import('@aws-sdk/client-s3');
        throw new S3ServiceException({
          name: 'PreconditionFailed',
          $fault: 'client',
          $metadata: { httpStatusCode: 412 },
        });
      },
      { step: 'build' },
    );
    const opened = await createS3Site(refusing, BUCKET).open();
    await expect(opened.put(file('index.html', 'x'))).rejects.toBeInstanceOf(SiteOvertakenError);
    await client.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'x', Body: 'x' }));
  });
});

describe('a folder', () => {
  it('holds whole files only, under their own names', async () => {
    const site = await createFolderSite(folder).open();
    await site.put(file('outages/a.html', 'a'));
    expect(await readdir(join(folder, 'outages'))).toEqual(['a.html']);
    expect(await readFile(join(folder, 'outages/a.html'), 'utf8')).toBe('a');
  });
});

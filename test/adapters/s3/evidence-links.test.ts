import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { describe, expect, it } from 'vitest';
import { createEvidenceLinks } from '#adapters/s3/evidence-links';
import { signLink } from '#adapters/s3/sign-link';
import { MonitorFaultError } from '#core/errors';

const keys = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};
const region = 'ap-northeast-2';
const at = new Date('2024-07-18T00:15:00.000Z');

describe('links to evidence', () => {
  it.each([
    ['failed/0f3a.png', undefined, undefined],
    ['failed/0f3a.png', 'token/with+signs==', undefined],
    ['passed/abc.txt', undefined, 'http://127.0.0.1:4566'],
  ])('are signed as the SDK signs them (%s)', async (key, sessionToken, endpoint) => {
    const credentials = { ...keys, ...(sessionToken ? { sessionToken } : {}) };
    const client = new S3Client({
      region,
      credentials,
      ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    });
    const command = new GetObjectCommand({ Bucket: 'evidence', Key: key });
    const theirs = new URL(
      await getSignedUrl(client, command, { expiresIn: 900, signingDate: at }),
    );
    const extra = [...theirs.searchParams].filter(([name]) => !name.startsWith('X-Amz-'));
    const ours = signLink({
      url: new URL(theirs.pathname, theirs.origin),
      region,
      keys: credentials,
      at,
      seconds: 900,
      parameters: Object.fromEntries(extra),
    });
    expect(Object.fromEntries(new URL(ours).searchParams)).toEqual(
      Object.fromEntries(theirs.searchParams),
    );
  });

  it('point at the bucket, or by path at another S3 API', async () => {
    const environment = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' };
    const amazon = createEvidenceLinks({ bucket: 'evidence', region, environment });
    const local = createEvidenceLinks({
      bucket: 'evidence',
      region,
      environment,
      endpoint: 'http://127.0.0.1:4566/',
    });
    expect(await amazon.link('failed/a.png', 900)).toMatch(
      /^https:\/\/evidence\.s3\.ap-northeast-2\.amazonaws\.com\/failed\/a\.png\?.*X-Amz-Expires=900/,
    );
    expect(await local.link('failed/a.png', 900)).toMatch(
      /^http:\/\/127\.0\.0\.1:4566\/evidence\/failed\/a\.png\?/,
    );
  });

  it('say what is missing without keys', async () => {
    const links = createEvidenceLinks({ bucket: 'evidence', region, environment: {} });
    await expect(links.link('failed/a.png', 900)).rejects.toBeInstanceOf(MonitorFaultError);
  });
});

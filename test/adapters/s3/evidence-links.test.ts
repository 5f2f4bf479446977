import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEvidenceLinks } from '#adapters/s3/evidence-links';
import { MonitorFaultError } from '#core/errors';
import { signLink } from '../../support/sign-link.ts';

const keys = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};
const region = 'ap-northeast-2';
const at = new Date('2024-07-18T00:15:00.000Z');

beforeEach(() => {
  vi.useFakeTimers({ now: at, toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('links to evidence', () => {
  it.each([
    ['failed/0f3a.png', undefined, undefined],
    ['failed/0f3a.png', 'token/with+signs==', undefined],
    ['passed/abc.txt', undefined, 'http://127.0.0.1:4566'],
  ])('are signed as AWS describes it (%s)', async (key, sessionToken, endpoint) => {
    const environment = {
      AWS_ACCESS_KEY_ID: keys.accessKeyId,
      AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
      AWS_SESSION_TOKEN: sessionToken,
    };
    const links = createEvidenceLinks({ bucket: 'evidence', region, environment, endpoint });
    const url = new URL(await links.link(key, 900));
    const credentials = { ...keys, sessionToken };
    const described = signLink({
      url: new URL(url.pathname, url.origin),
      region,
      keys: credentials,
      at,
      seconds: 900,
    });
    expect(Object.fromEntries(url.searchParams)).toEqual(
      Object.fromEntries(new URL(described).searchParams),
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

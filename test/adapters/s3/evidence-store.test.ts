import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEvidenceLinks } from '#adapters/s3/evidence-links';
import { createEvidenceStore } from '#adapters/s3/evidence-store';
import { startMessaging } from '../../support/fauxqs.ts';

let messaging: Awaited<ReturnType<typeof startMessaging>>;

beforeAll(async () => {
  messaging = await startMessaging();
  messaging.server.createBucket('evidence');
});

afterAll(() => messaging.server.stop());

function store() {
  return createEvidenceStore(
    new S3Client({ ...messaging.client, forcePathStyle: true }),
    'evidence',
  );
}

const body = new TextEncoder().encode('일시적으로 서비스를 이용할 수 없습니다.');
const artefact = { type: 'page-text', contentType: 'text/plain; charset=utf-8', body } as const;

describe('stored evidence', () => {
  it('has the same key for the same bytes, below its retention class', async () => {
    const first = await store().put(artefact, 'failed');
    const second = await store().put(artefact, 'failed');
    expect(second).toEqual(first);
    expect(first.key).toMatch(/^failed\/[0-9a-f]{64}\.txt$/);
    expect((await store().put(artefact, 'passed')).key).toMatch(/^passed\//);
  });

  it('is reached by a link, Hangul intact', async () => {
    const { key } = await store().put(artefact, 'failed');
    const links = createEvidenceLinks({
      bucket: 'evidence',
      region: 'ap-northeast-2',
      endpoint: messaging.client.endpoint,
      environment: { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' },
    });
    const answer = await fetch(await links.link(key, 900));
    expect(await answer.text()).toBe('일시적으로 서비스를 이용할 수 없습니다.');
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  });
});

import { Sha256 } from '@smithy/core/checksum';
import { HttpRequest } from '@smithy/core/transport';
import { SignatureV4 } from '@smithy/signature-v4';
import { defined } from '#core/defined';
import { MonitorFaultError } from '#core/errors';
import type { EvidenceLinks } from '#core/ports/results';

export interface EvidenceLinksOptions {
  readonly bucket: string;
  readonly region: string;
  /** Another S3 API, addressed by path. Absent: Amazon's. */
  readonly endpoint?: string | undefined;
  /** Read at each link, because Lambda renews the keys. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Links to evidence, for code that may only read. Valid in real time, not in a replay's time. Uses
 * only the signer, because the S3 client would be a seventh of the API's bundle.
 */
export function createEvidenceLinks(options: EvidenceLinksOptions): EvidenceLinks {
  const { bucket, region, endpoint, environment } = options;
  const base = endpoint
    ? `${endpoint.replace(/\/$/, '')}/${bucket}`
    : `https://${bucket}.s3.${region}.amazonaws.com`;
  const signer = new SignatureV4({
    service: 's3',
    region,
    sha256: Sha256,
    uriEscapePath: false,
    credentials: async () => keysOf(environment),
  });
  return {
    async link(key, seconds) {
      const url = new URL(`${base}/${key}`);
      const signed = await signer.presign(getOf(url), { expiresIn: seconds });
      return `${url.href}?${new URLSearchParams(signed.query as Record<string, string>)}`;
    },
  };
}

/** A GET with an unsigned body. S3 requires a header for that. */
function getOf(url: URL): HttpRequest {
  return new HttpRequest({
    method: 'GET',
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    headers: { host: url.host, 'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD' },
  });
}

function keysOf({
  AWS_ACCESS_KEY_ID,
  AWS_SECRET_ACCESS_KEY,
  AWS_SESSION_TOKEN,
}: EvidenceLinksOptions['environment']) {
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) {
    throw new MonitorFaultError(
      {
        en: 'There are no AWS credentials in the environment.',
        ko: '환경 변수에 AWS 자격 증명이 없습니다.',
      },
      {
        en: 'Lambda sets them; elsewhere, set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
        ko: 'Lambda 밖에서는 AWS_ACCESS_KEY_ID와 AWS_SECRET_ACCESS_KEY를 설정하십시오.',
      },
    );
  }
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...defined({ sessionToken: AWS_SESSION_TOKEN || undefined }),
  };
}

import { MonitorFaultError } from '#core/errors';
import type { EvidenceStore } from '#core/ports';
import { signLink } from './sign-link.ts';

export interface EvidenceLinksOptions {
  readonly bucket: string;
  readonly region: string;
  /** Another S3 API, addressed by path; absent: Amazon's. */
  readonly endpoint?: string | undefined;
  /** Where keys are looked up at each link: Lambda renews them. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Links to evidence, for those who may only read. Valid from real time, whatever a replay's clock says. */
export function createEvidenceLinks(options: EvidenceLinksOptions): Pick<EvidenceStore, 'link'> {
  const { bucket, region, endpoint, environment } = options;
  const base = endpoint
    ? `${endpoint.replace(/\/$/, '')}/${bucket}`
    : `https://${bucket}.s3.${region}.amazonaws.com`;
  return {
    async link(key, seconds) {
      const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = environment;
      if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) {
        throw new MonitorFaultError(
          'There are no AWS credentials in the environment.',
          'Lambda sets them; outside of it, set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
        );
      }
      return signLink({
        url: new URL(`${base}/${key}`),
        region,
        keys: {
          accessKeyId: AWS_ACCESS_KEY_ID,
          secretAccessKey: AWS_SECRET_ACCESS_KEY,
          sessionToken: AWS_SESSION_TOKEN,
        },
        at: new Date(),
        seconds,
      });
    },
  };
}

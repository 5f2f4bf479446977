import { problem } from '#adapters/configuration/explain';
import type { CheckedInput } from '#adapters/configuration/input-schema';
import type { Localised } from '#core/time/duration';

interface Domain {
  readonly field: 'api' | 'page';
  readonly url: string;
  readonly certificate: string;
  /** Of the certificate: API Gateway and CloudFront read it in different regions. */
  readonly region: string;
}

/** Own domains, whose names and certificates AWS would refuse half-way through a deployment. */
export function domains({ account, api, page, regions: { home } }: CheckedInput): Localised[] {
  return [
    ...domain({ field: 'api', ...api, region: home }, account),
    ...domain({ field: 'page', url: '', ...page, region: 'us-east-1' }, account),
  ];
}

function domain(
  given: Omit<Domain, 'certificate'> & { readonly certificate?: string | undefined },
  account: string | undefined,
): Localised[] {
  const { certificate } = given;
  if (certificate === undefined) return [];
  return [...address({ ...given, certificate }), ...issued({ ...given, certificate }, account)];
}

function address({ field, url }: Domain): Localised[] {
  const where = `${field}.url`;
  if (url === '') {
    const ko = `${field}.certificate와 함께 적어야 합니다`;
    return [problem(where, url, { en: `must be set with ${field}.certificate`, ko })];
  }
  const { hostname, href } = new URL(url);
  if (href === `https://${hostname}/` && !hostname.includes('*')) return [];
  return [
    problem(where, url, {
      en: 'must be one host without a port and a path, such as https://status.example.kr',
      ko: '포트와 경로가 없는 호스트 하나여야 합니다. 예: https://status.example.kr',
    }),
  ];
}

function issued({ field, certificate, region }: Domain, account: string | undefined): Localised[] {
  const where = `${field}.certificate`;
  const [, , , ofRegion, ofAccount] = certificate.split(':');
  return [
    ...(ofRegion === region
      ? []
      : [
          problem(where, certificate, {
            en: `must be one of ${region}`,
            ko: `${region} 리전의 것이어야 합니다`,
          }),
        ]),
    ...(account === undefined || ofAccount === account
      ? []
      : [
          problem(where, certificate, {
            en: `must be one of the account ${account}`,
            ko: `${account} 계정의 것이어야 합니다`,
          }),
        ]),
  ];
}

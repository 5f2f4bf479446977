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

/**
 * Own domains and addresses, which AWS would refuse half-way through a deployment or which nothing
 * would use.
 */
export function domains(input: CheckedInput): Localised[] {
  const { account, api, page, regions } = input;
  return [
    ...domain({ field: 'api', ...api, region: regions.home }, account),
    ...domain({ field: 'page', url: '', ...page, region: 'us-east-1' }, account),
    ...sharedHost(input),
    ...unusedAddresses(input),
  ];
}

/** A name leads to one place: API Gateway or CloudFront. */
function sharedHost({ api, page }: CheckedInput): Localised[] {
  if (api.certificate === undefined || page?.certificate === undefined) return [];
  const host = (url: string | undefined) => url && URL.parse(url)?.hostname;
  if (!api.url || host(api.url) !== host(page.url)) return [];
  return [
    problem('page.url', page.url, {
      en: 'must be another host than api.url',
      ko: 'api.url과 다른 호스트여야 합니다',
    }),
  ];
}

function unusedAddresses({ egressAddresses, regions }: CheckedInput): Localised[] {
  const used = [regions.home, ...regions.vantages];
  return Object.keys(egressAddresses)
    .filter((region) => !used.includes(region))
    .map((region) =>
      problem(`egressAddresses.${region}`, egressAddresses[region], {
        en: `no check runs there; use one of ${used.join(', ')}`,
        ko: `그 리전에서는 확인하지 않습니다. 가능한 리전: ${used.join(', ')}`,
      }),
    );
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

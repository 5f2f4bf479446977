import { describe, expect, it } from 'vitest';
import { resolveConfiguration } from '#local/configuration';
import { OPTIONS } from './options.ts';
import { NOW, synthesize } from './synthesize.ts';

const ID = 'certificate/12345678-90ab-cdef-1234-567890abcdef';
const certificate = (region: string) => `arn:aws:acm:${region}:123456789012:${ID}`;
const page = { operator: '운영팀', contact: 'ops@example.kr' };

function resolve(input: object) {
  return () => resolveConfiguration(input, { file: '', stage: 'dev', now: NOW });
}

describe('domains of one’s own', () => {
  const template = synthesize(OPTIONS['everything switched on']).template('monitoring');

  it('lead to API and page, with their certificates', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::DomainName', {
      DomainName: 'api.example.kr',
      DomainNameConfigurations: [
        { CertificateArn: certificate('ap-northeast-2'), SecurityPolicy: 'TLS_1_2' },
      ],
    });
    template.resourceCountIs('AWS::ApiGatewayV2::ApiMapping', 1);
    const [cdn] = Object.values(template.findResources('AWS::CloudFront::Distribution'));
    expect(cdn?.Properties.DistributionConfig).toMatchObject({
      Aliases: ['status.example.kr'],
      ViewerCertificate: { AcmCertificateArn: certificate('us-east-1') },
    });
  });

  it('are told with what others need, as outputs and as parameters', () => {
    const told = ['ApiUrl', 'EventBus', 'PageUrl', 'ApiTarget', 'PageTarget'];
    expect(Object.keys(template.findOutputs('*')).sort()).toEqual(
      expect.arrayContaining(told.sort()),
    );
    const parameters = Object.values(template.findResources('AWS::SSM::Parameter'));
    expect(parameters.map(({ Properties }) => Properties.Name).sort()).toEqual(
      told.map((name) => `/bonghwa/dev/${name}`),
    );
  });

  it.each([
    ['without an address', { api: { certificate: certificate('ap-northeast-2') } }, /api\.url/],
    [
      'in a region that API Gateway does not read',
      { api: { url: 'https://api.example.kr', certificate: certificate('us-east-1') } },
      /api\.certificate .*must be one of ap-northeast-2/,
    ],
    [
      'in a region that CloudFront does not read',
      { page: { ...page, url: 'https://x.kr', certificate: certificate('ap-northeast-2') } },
      /page\.certificate .*must be one of us-east-1/,
    ],
    ['that is none', { api: { url: 'https://x.kr', certificate: 'cert' } }, /must be the ARN/],
  ])('are refused with a certificate %s', (_, input, message) => {
    expect(resolve(input)).toThrow(message);
  });
});

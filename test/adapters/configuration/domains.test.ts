import { describe, expect, it } from 'vitest';
import type { ConfigurationInput } from '#adapters/configuration/input-schema';
import { resolveConfiguration } from '#local/configuration';
import { englishInRefusal } from '../../support/languages.ts';

const ACCOUNT = '123456789012';

function certificate(region: string, account = ACCOUNT): string {
  return `arn:aws:acm:${region}:${account}:certificate/12345678-90ab-cdef-1234-567890abcdef`;
}

function resolve(input: ConfigurationInput) {
  return resolveConfiguration(input, { file: 'bonghwa.config.ts', stage: 'dev', now: 0 });
}

const api = { url: 'https://api.example.kr', certificate: certificate('ap-northeast-2') };
const page = {
  operator: '시민 감시단',
  contact: 'page@example.kr',
  url: 'https://status.example.kr',
  certificate: certificate('us-east-1'),
};

describe('an own domain', () => {
  it('is taken with its certificate, with or without an account', () => {
    expect(() => resolve({ api, page })).not.toThrow();
    expect(() => resolve({ api, page, account: ACCOUNT })).not.toThrow();
    expect(() => resolve({ api: { ...api, url: `${api.url}/` } })).not.toThrow();
  });

  it.each<[string, ConfigurationInput, RegExp]>([
    ['no address', { api: { ...api, url: '' } }, /api\.url .*must be set with api\.certificate/],
    ['a wildcard', { api: { ...api, url: 'https://*.example.kr' } }, /api\.url .*must be one host/],
    ['a path', { page: { ...page, url: `${page.url}/state` } }, /page\.url .*must be one host/],
    ['a port', { page: { ...page, url: `${page.url}:8443` } }, /page\.url .*must be one host/],
    [
      'a certificate of another region',
      { page: { ...page, certificate: api.certificate } },
      /page\.certificate .*must be one of us-east-1/,
    ],
    [
      'a certificate of another account',
      { account: '999999999999', api },
      /api\.certificate .*must be one of the account 999999999999/,
    ],
    [
      'the host of the API for the page too',
      { api, page: { ...page, url: api.url } },
      /page\.url .*must be another host than api\.url/,
    ],
    [
      'a kept address where nothing runs',
      { fixedEgress: true, egressAddresses: { 'us-east-1': 'eipalloc-0123456789abcdef0' } },
      /egressAddresses\.us-east-1 .*no check runs there; use one of ap-northeast-2/,
    ],
  ])('is refused with %s', (_, input, message) => {
    const wrong = () => resolve(input);
    expect(wrong).toThrow(message);
    expect(englishInRefusal(wrong)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { assertIsolated, isolatedEnvironment } from '../../scripts/rehearse/guard.ts';

const HOME = '/tmp/nowhere';
const LOOPBACK = 'http://127.0.0.1:4566';
const CDK = '2.1148.1';

describe('the rehearsal', () => {
  it('starts its tools without the environment of the person who runs it', () => {
    const environment = isolatedEnvironment(HOME, LOOPBACK);
    expect(environment).toMatchObject({
      HOME,
      AWS_ACCESS_KEY_ID: 'rehearsal',
      AWS_ENDPOINT_URL: LOOPBACK,
      AWS_CONFIG_FILE: '/dev/null',
      BONGHWA_ACCOUNT: '000000000000',
    });
    const inherited = Object.keys(environment).filter((name) => name in process.env);
    expect(
      inherited.filter((name) => !/^(PATH|LANG|HOME|TMPDIR|AWS_|BONGHWA_)/.test(name)),
    ).toEqual([]);
  });

  it.each([
    [
      'an endpoint that is not on loopback',
      { AWS_ENDPOINT_URL: 'https://sts.amazonaws.com' },
      CDK,
      /not on loopback/,
    ],
    [
      'a loopback name that a resolver could send elsewhere',
      { AWS_ENDPOINT_URL: 'http://localhost:1' },
      CDK,
      /not on loopback/,
    ],
    [
      'endpoints that would be ignored',
      { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' },
      CDK,
      /endpoints would be ignored/,
    ],
    ['a profile', { AWS_PROFILE: 'prod' }, CDK, /names a profile/],
    [
      'a credentials file',
      { AWS_SHARED_CREDENTIALS_FILE: '/root/.aws/credentials' },
      CDK,
      /CREDENTIALS_FILE is a real file/,
    ],
    ['keys that are not the dummy', { AWS_ACCESS_KEY_ID: 'AKIA0' }, CDK, /not the dummy/],
    [
      'another account',
      { BONGHWA_ACCOUNT: '123456789012' },
      CDK,
      /not be bound to the dummy account/,
    ],
    ['a CLI that ignores the endpoint', {}, '2.176.0', /ignores AWS_ENDPOINT_URL/],
    ['the CLI published by accident', {}, '3.0.0', /ignores AWS_ENDPOINT_URL/],
  ])('refuses %s', (_what, change, cdk, says) => {
    const environment = { ...isolatedEnvironment(HOME, LOOPBACK), ...change };
    expect(() => assertIsolated(environment, cdk)).toThrow(says);
  });
});

import { readFileSync } from 'node:fs';
import { RehearsalError } from './rehearsal-error.ts';

/**
 * The account id that emulators report. Stacks bound to it cannot be deployed to a real account.
 */
export const ACCOUNT = '000000000000';
export const HOME_REGION = 'ap-northeast-2';
export const ALERT_REGION = 'ap-northeast-1';

/**
 * Environment of every process that the rehearsal starts. Built from nothing, so that no profile,
 * key, SSO session or endpoint of the caller is reachable.
 */
export function isolatedEnvironment(home: string, endpoint: string): Record<string, string> {
  const environment = {
    PATH: process.env.PATH ?? '/usr/bin:/bin',
    LANG: 'C.UTF-8',
    HOME: home,
    TMPDIR: home,
    AWS_ACCESS_KEY_ID: 'rehearsal',
    AWS_SECRET_ACCESS_KEY: 'rehearsal',
    AWS_REGION: HOME_REGION,
    AWS_DEFAULT_REGION: HOME_REGION,
    AWS_ENDPOINT_URL: endpoint,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    BONGHWA_ACCOUNT: ACCOUNT,
  };
  assertIsolated(environment, readCdkVersion());
  return environment;
}

/** Refuses to run if a real account could be reached. Throws RehearsalError. */
export function assertIsolated(
  environment: Readonly<Record<string, string>>,
  cdkVersion: string,
): void {
  const refusals = [
    [!isLoopback(environment.AWS_ENDPOINT_URL), 'AWS_ENDPOINT_URL is not on loopback'],
    [environment.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS, 'endpoints would be ignored'],
    [environment.AWS_PROFILE, 'AWS_PROFILE names a profile'],
    [environment.AWS_CONFIG_FILE !== '/dev/null', 'AWS_CONFIG_FILE is a real file'],
    [
      environment.AWS_SHARED_CREDENTIALS_FILE !== '/dev/null',
      'AWS_SHARED_CREDENTIALS_FILE is a real file',
    ],
    [environment.AWS_EC2_METADATA_DISABLED !== 'true', 'instance metadata could give credentials'],
    [environment.AWS_ACCESS_KEY_ID !== 'rehearsal', 'AWS_ACCESS_KEY_ID is not the dummy'],
    [environment.BONGHWA_ACCOUNT !== ACCOUNT, 'stacks would not be bound to the dummy account'],
    [!honoursEndpoint(cdkVersion), `aws-cdk ${cdkVersion} ignores AWS_ENDPOINT_URL`],
  ] as const;
  const reasons = refusals.flatMap(([refused, reason]) => (refused ? [reason] : []));
  if (reasons.length === 0) return;
  throw new RehearsalError(
    `The rehearsal refuses to run: ${reasons.join('; ')}.`,
    'It must never touch a real account. Run it through `npm run rehearse` after `npm ci`.',
  );
}

function isLoopback(endpoint: string | undefined): boolean {
  return /^http:\/\/127\.0\.0\.1:\d+$/.test(endpoint ?? '');
}

/** Since 2.177. Older versions would go to AWS. */
function honoursEndpoint(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major === 2 && minor >= 177;
}

function readCdkVersion(): string {
  return JSON.parse(readFileSync('node_modules/aws-cdk/package.json', 'utf8')).version;
}

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { accountFacts } from '#adapters/aws-account/account-facts';
import { withoutAws } from '../../support/no-aws.ts';

const ROLE = 'arn:aws:iam::123456789012:role/sms-logs';
const REGION = 'ap-northeast-1';

/** What `GetSMSAttributes` answers. */
let attributes: Readonly<Record<string, string>> | 'refused';
let asked: { readonly action: string; readonly region: string | undefined }[];
let server: Server;

/** Answers in the protocols of SNS (query, XML) and CloudWatch (JSON). */
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const body = await text(request);
    if (request.headers['x-amz-target']) {
      response.setHeader('content-type', 'application/x-amz-json-1.0');
      return void response.end('{"Datapoints":[{"Maximum":1.5},{"Maximum":2.25}]}');
    }
    const action = new URLSearchParams(body).get('Action') ?? '';
    const region = /Credential=[^/]+\/\d+\/([^/]+)/.exec(request.headers.authorization ?? '')?.[1];
    asked.push({ action, region });
    response.statusCode = action === 'GetSMSAttributes' && attributes === 'refused' ? 403 : 200;
    response.setHeader('content-type', 'text/xml');
    if (response.statusCode === 403) {
      const error = '<Type>Sender</Type><Code>AuthorizationError</Code><Message>no</Message>';
      return void response.end(`<ErrorResponse><Error>${error}</Error></ErrorResponse>`);
    }
    response.end(
      `<${action}Response><${action}Result>${result(action)}</${action}Result></${action}Response>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  withoutAws();
  const { port } = server.address() as AddressInfo;
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${port}`);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'loopback');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'loopback');
});

beforeEach(() => {
  attributes = {};
  asked = [];
});

afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});

function result(action: string): string {
  if (action === 'GetSMSSandboxAccountStatus') return '<IsInSandbox>false</IsInSandbox>';
  if (action !== 'GetSMSAttributes') return '';
  const entries = Object.entries(attributes).map(
    ([key, value]) => `<entry><key>${key}</key><value>${value}</value></entry>`,
  );
  return `<attributes>${entries.join('')}</attributes>`;
}

async function sms() {
  const question = { stage: 'dev', homeRegion: 'ap-northeast-2', alertRegion: REGION, secrets: [] };
  return (await accountFacts(question))?.sms;
}

describe('what the account says of SMS', () => {
  it('is its limit, what is spent and who writes the delivery logs', async () => {
    attributes = {
      MonthlySpendLimit: '30',
      DeliveryStatusIAMRole: ROLE,
      DeliveryStatusSuccessSamplingRate: '100',
    };
    expect(await sms()).toEqual({
      inSandbox: false,
      verifiedNumbers: [],
      monthlyLimitUsd: 30,
      spentUsd: 2.25,
      deliveryLogs: { role: ROLE, successRate: 100 },
    });
  });

  it('is asked of the alert region, not of home', async () => {
    await sms();
    expect(asked).toContainEqual({ action: 'GetSMSAttributes', region: REGION });
    expect(asked.filter(({ region }) => region !== REGION)).toEqual([]);
  });

  it.each([
    ['nothing is set', {}, { role: undefined, successRate: undefined }],
    [
      'both were taken back',
      { DeliveryStatusIAMRole: '', DeliveryStatusSuccessSamplingRate: '' },
      { role: undefined, successRate: undefined },
    ],
    [
      'only failures are logged',
      { DeliveryStatusIAMRole: ROLE, DeliveryStatusSuccessSamplingRate: '0' },
      { role: ROLE, successRate: 0 },
    ],
  ])('tells apart that %s', async (_what, given, deliveryLogs) => {
    attributes = given;
    expect(await sms()).toMatchObject({ deliveryLogs });
  });

  it('is the error where the caller may not ask', async () => {
    attributes = 'refused';
    expect(await sms()).toEqual({ error: 'AuthorizationErrorException' });
  });
});

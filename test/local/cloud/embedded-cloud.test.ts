import { networkInterfaces } from 'node:os';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENVIRONMENT } from '#contract/environment';
import { MAX_RECEIVES, resourceNames } from '#contract/names';
import { type EmbeddedCloud, startCloud } from '#local/cloud/embedded-cloud';

let cloud: EmbeddedCloud;

beforeAll(async () => {
  cloud = await startCloud({ stage: 'test' });
});

afterAll(() => cloud.stop());

describe('the embedded cloud', () => {
  it('has the table under the name that is deployed', async () => {
    const name = resourceNames('test').table;
    const { Table } = await new DynamoDBClient({}).send(
      new DescribeTableCommand({ TableName: name }),
    );
    expect(Table?.TableStatus).toBe('ACTIVE');
    expect(cloud.environment[ENVIRONMENT.table]).toBe(name);
  });

  it('moves a message that keeps failing to its dead-letter queue, as deployed', async () => {
    const { Attributes } = await new SQSClient({}).send(
      new GetQueueAttributesCommand({
        QueueUrl: cloud.queues.evaluations,
        AttributeNames: ['RedrivePolicy'],
      }),
    );
    expect(JSON.parse(Attributes?.RedrivePolicy ?? '{}')).toMatchObject({
      maxReceiveCount: MAX_RECEIVES,
      deadLetterTargetArn: expect.stringMatching(/bonghwa-test-evaluations-dead\.fifo$/),
    });
  });

  it('sets every variable that the handlers read, but what the system around it knows', () => {
    // One machine serves one user, so no token has to share the API with another.
    const { configuration, apiUrl, pageUrl, apiPace, ...rest } = ENVIRONMENT;
    expect([configuration, apiUrl, pageUrl, apiPace]).not.toContain(undefined);
    const set = Object.keys(cloud.environment);
    expect(Object.values(rest).filter((name) => !set.includes(name))).toEqual([]);
  });

  it('forces endpoints on loopback and credentials that open nothing', () => {
    const endpoints = Object.entries(cloud.environment).filter(([name]) =>
      name.startsWith('AWS_ENDPOINT_URL'),
    );
    expect(endpoints).toHaveLength(7);
    for (const [, url] of endpoints) expect(new URL(url).hostname).toBe('127.0.0.1');
    expect(cloud.environment.AWS_ACCESS_KEY_ID).toBe('loopback');
  });

  it('is not to be reached from outside the machine', async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of outside) {
      const url = new URL(cloud.environment.AWS_ENDPOINT_URL_SQS ?? '');
      url.hostname = address;
      await expect(fetch(url, { signal: AbortSignal.timeout(2_000) })).rejects.toThrow();
    }
  });
});

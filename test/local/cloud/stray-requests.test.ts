import { once } from 'node:events';
import { connect } from 'node:net';
import { ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmbeddedCloud, startCloud } from '#local/cloud/embedded-cloud';

let cloud: EmbeddedCloud;
let ports: readonly number[];
beforeAll(async () => {
  cloud = await startCloud({ stage: 'prod', invoke: async () => null });
  const urls = Object.values(cloud.environment).filter((value) => /^http:/.test(value));
  ports = [...new Set(urls.map((url) => Number(new URL(url).port)))];
});
afterAll(() => cloud.stop());

/** Sends bytes to a port. Returns the answer until the port closes or half a second is over. */
async function send(port: number, bytes: string): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.resume();
  socket.write(bytes);
  socket.setTimeout(500, () => socket.destroy());
  await once(socket, 'close');
}

const odd =
  'POST /2015-03-31/functions/%zz/invocations HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n' +
  'Connection: close\r\n\r\n{}';
const post = (head: string, body: string) =>
  `POST / HTTP/1.1\r\nHost: x\r\n${head}Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`;

describe('a stray request to an embedded service', () => {
  it.each([
    ['no HTTP', 'hello\r\n\r\n'],
    ['a browser that looks', 'GET /favicon.ico HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
    ['no JSON', post('X-Amz-Target: DynamoDB_20120810.Query\r\n', '{"')],
    ['a call that does not exist', post('X-Amz-Target: AmazonSQS.NoSuch\r\n', '{}')],
    [
      'a form without an action',
      post('Content-Type: application/x-www-form-urlencoded\r\n', 'a=b'),
    ],
    ['a function that does not exist', odd],
    ['a body that never comes', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{'],
  ])('ends nothing: %s', async (_, bytes) => {
    await Promise.all(ports.map((port) => send(port, bytes)));
    const client = new SQSClient({
      region: 'ap-northeast-2',
      endpoint: cloud.environment.AWS_ENDPOINT_URL_SQS ?? '',
      credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    });
    const { QueueUrls = [] } = await client.send(new ListQueuesCommand({}));
    expect(QueueUrls.length).toBeGreaterThan(0);
  });
});

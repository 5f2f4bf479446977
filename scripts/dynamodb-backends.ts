import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';

/** A DynamoDB API on loopback. */
export interface Backend {
  readonly client: DynamoDBClient;
  stop(): Promise<void>;
}

/** Where `npm run dynamodb-local` unpacks Amazon's emulator. */
export const DYNAMODB_LOCAL = resolve(import.meta.dirname, '../.bonghwa/dynamodb-local');

/** Why DynamoDB Local cannot be used here. Undefined if it can. */
export function withoutDynamodbLocal(): string | undefined {
  if (!existsSync(join(DYNAMODB_LOCAL, 'DynamoDBLocal.jar'))) {
    return 'not fetched: npm run dynamodb-local';
  }
  return spawnSync('java', ['-version']).status === 0 ? undefined : 'Java 17 is not installed';
}

function clientFor(port: number): DynamoDBClient {
  return new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'ap-northeast-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}

/** In memory. Starts in milliseconds. */
export async function startDynalite(): Promise<Backend> {
  const server = dynalite({ createTableMs: 0 });
  // On a busy machine a client would write to an idle connection that is just closing.
  server.keepAliveTimeout = 0;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const client = clientFor((server.address() as AddressInfo).port);
  return {
    client,
    async stop() {
      client.destroy();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

/** Amazon's own emulator, in memory. Starts in two seconds, on a busy machine in a minute. */
export async function startDynamodbLocal(): Promise<Backend> {
  const port = await freePort();
  const args = ['-Djava.library.path=./DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar'];
  const server = spawn('java', [...args, '-inMemory', '-port', String(port), '-disableTelemetry'], {
    cwd: DYNAMODB_LOCAL,
    stdio: 'ignore',
  });
  const ended = new Promise<void>((done) => server.once('exit', () => done()));
  const client = clientFor(port);
  const stop = async () => {
    client.destroy();
    server.kill('SIGKILL');
    await ended;
  };
  for (let tries = 0; tries < 600 && server.exitCode === null; tries += 1) {
    const answered = await client.send(new ListTablesCommand()).catch(() => undefined);
    if (answered) return { client, stop };
    await new Promise((done) => setTimeout(done, 100));
  }
  await stop();
  throw new Error('DynamoDB Local did not start.');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((done) => server.close(() => done()));
  return port;
}

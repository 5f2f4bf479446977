import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { answering, close, listen } from '#local/cloud/loopback';

export interface SecretsManagerServer {
  readonly url: string;
  /** A function is called at each read, because its value may change. */
  put(name: string, value: string | (() => Promise<string>)): void;
  stop(): Promise<void>;
}

/** The one Secrets Manager call of the handlers, over the wire. Values stay in memory. */
export async function startSecretsManager(): Promise<SecretsManagerServer> {
  const values = new Map<string, string | (() => Promise<string>)>();
  const server = createServer(
    answering(async (request, response) => {
      const { SecretId } = JSON.parse(await text(request)) as { SecretId: string };
      const kept = values.get(SecretId);
      const value = typeof kept === 'function' ? await kept() : kept;
      const known = request.headers['x-amz-target'] === 'secretsmanager.GetSecretValue' && value;
      response.writeHead(known ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(
        JSON.stringify(
          known
            ? { Name: SecretId, SecretString: value }
            : { __type: 'ResourceNotFoundException', message: 'No such secret.' },
        ),
      );
    }),
  );
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    put: (name, value) => {
      values.set(name, value);
    },
    stop: () => close(server),
  };
}

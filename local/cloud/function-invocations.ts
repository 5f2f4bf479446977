import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Started } from '#local/cloud/database';
import { answering, close, listen } from '#local/cloud/loopback';

/** Invokes a function by its name. Throws what the function throws. */
export type Invoke = (name: string, event: unknown) => Promise<unknown>;

/** Lambda's limit for request and answer of a synchronous invocation, bytes. */
const MOST_BYTES = 6_291_556;

const PATH = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

/** The one Lambda call of the handlers, over the wire. */
export async function startFunctionInvocations(invoke: Invoke): Promise<Started> {
  const server = createServer(
    answering(async (request, response) => {
      const [, name] = PATH.exec(request.url ?? '') ?? [];
      const payload = await text(request);
      if (name === undefined || payload.length > MOST_BYTES) {
        const type = name === undefined ? 'ResourceNotFoundException' : 'RequestTooLargeException';
        response.writeHead(name === undefined ? 404 : 413, { 'x-amzn-errortype': type });
        return void response.end(JSON.stringify({ Type: 'User', Message: type }));
      }
      const { answer, failed } = await outcome(invoke, decodeURIComponent(name), payload);
      response.writeHead(200, {
        'content-type': 'application/json',
        ...(failed ? { 'x-amz-function-error': 'Unhandled' } : {}),
      });
      response.end(answer);
    }),
  );
  const port = await listen(server);
  return { url: `http://127.0.0.1:${port}`, stop: () => close(server) };
}

async function outcome(invoke: Invoke, name: string, payload: string) {
  try {
    const answer = JSON.stringify((await invoke(name, JSON.parse(payload))) ?? null);
    if (Buffer.byteLength(answer) <= MOST_BYTES) return { answer, failed: false };
    return { answer: failure('Function.ResponseSizeTooLarge'), failed: true };
  } catch (error) {
    return { answer: failure(error instanceof Error ? error.name : 'Error'), failed: true };
  }
}

function failure(errorType: string): string {
  return JSON.stringify({ errorType, errorMessage: errorType });
}

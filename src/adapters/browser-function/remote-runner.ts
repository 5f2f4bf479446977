import { InvokeCommand, type LambdaClient, TooManyRequestsException } from '@aws-sdk/client-lambda';
import { encodeOrder } from '#adapters/browser-function/order-wire';
import { decodeRecord } from '#adapters/browser-function/record-wire';
import type { JourneyOrder, JourneyRunner } from '#core/ports/checks';
import { type RunRecord, recordOfNothing } from '#core/run/run-record';

export interface RemoteRunnerOptions {
  /** Must not retry by itself, because a second call could be a second login. */
  readonly client: LambdaClient;
  readonly functionName: string;
}

/** A refused invocation has not begun, so it may be retried. */
const TRIES = 3;
const PAUSE_MS = 1_000;

/** Runs journeys in the browser function. An error on the way there is the monitor's fault. */
export function createRemoteRunner(options: RemoteRunnerOptions): JourneyRunner {
  return {
    async run(order) {
      const start = performance.now();
      try {
        return decodeRecord(await invoke(encodeOrder(order), options));
      } catch (error) {
        return ours(order, error, performance.now() - start);
      }
    },
  };
}

async function invoke(
  Payload: string,
  { client, functionName }: RemoteRunnerOptions,
): Promise<unknown> {
  for (let left = TRIES - 1; ; left -= 1) {
    try {
      const answer = await client.send(new InvokeCommand({ FunctionName: functionName, Payload }));
      const said = JSON.parse(answer.Payload?.transformToString() ?? 'null');
      if (answer.FunctionError === undefined) return said;
      throw new Error(`${answer.FunctionError}: ${said?.errorType ?? 'no type'}`);
    } catch (error) {
      if (left === 0 || !(error instanceof TooManyRequestsException)) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

/** Only names of errors: a message could repeat the order, which contains a password. */
function ours(order: JourneyOrder, error: unknown, durationMs: number): RunRecord {
  const name = error instanceof Error ? error.name : 'error';
  const known = error instanceof Error && /^(Unhandled|Handled): [\w.]+$/.test(error.message);
  const fault = {
    phase: 'monitor',
    code: 'BROWSER_FUNCTION',
    message: `The browser function did not answer (${known ? error.message : name}).`,
    timedOut: name === 'TimeoutError',
  } as const;
  const nothing = recordOfNothing({ fault, url: order.target.baseUrl });
  return { ...nothing, durationMs: Math.round(durationMs) };
}

import { LambdaClient } from '@aws-sdk/client-lambda';
import { createRemoteRunner } from '#adapters/browser-function/remote-runner';
import { ENVIRONMENT } from '#contract/environment';
import { startFunctionInvocations } from '#local/cloud/function-invocations';
import { LambdaProcess } from '../runtime-api/lambda-process.ts';
import type { BenchAssignment } from './assignment.ts';
import { median } from './measure.ts';
import { orderOf } from './order.ts';

/** Runs that are not counted: unpacking, loading, just-in-time compilation. */
const WARM_UP = 3;

export interface SplitCost {
  /** Medians of what an invocation takes beyond the run that it contains, ms. */
  readonly added: number;
  readonly withPictures: number;
  /** Largest answer, with pictures, bytes. */
  readonly answerBytes: number;
}

/**
 * What it costs that the browser is a function of its own: the runner's call through the SDK to the
 * bundled browser function under the Runtime API, less the run itself.
 */
export async function measureSplit(
  asset: string,
  assignment: BenchAssignment,
  runs: number,
): Promise<SplitCost> {
  const browser = new LambdaProcess({
    name: 'browser',
    asset,
    environment: { [ENVIRONMENT.configuration]: 'configuration.json' },
  });
  let answerBytes = 0;
  const invocations = await startFunctionInvocations(async (_name, event) => {
    const { answer } = await browser.invoke(event);
    answerBytes = Math.max(answerBytes, JSON.stringify(answer).length);
    return answer;
  });
  await browser.start();
  const client = new LambdaClient({
    endpoint: invocations.url,
    region: 'ap-northeast-2',
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
    maxAttempts: 1,
  });
  const remote = createRemoteRunner({ client, functionName: 'browser' });
  const beyond = async (pictures: boolean) => {
    const start = performance.now();
    const record = await remote.run({ ...orderOf({ ...assignment, pictures }), callerReads: true });
    const took = performance.now() - start;
    const { fault } = record.observation;
    if (fault) throw new Error(`the run did not pass: ${fault.message}\n${browser.output}`);
    return took - record.durationMs;
  };
  try {
    for (let run = 0; run < WARM_UP; run += 1) await beyond(run % 2 === 0);
    const plain: number[] = [];
    const pictured: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      plain.push(await beyond(false));
      pictured.push(await beyond(true));
    }
    return { added: median(plain), withPictures: median(pictured), answerBytes };
  } finally {
    client.destroy();
    await browser.stop();
    await invocations.stop();
  }
}

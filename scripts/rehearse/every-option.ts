import { dirname } from 'node:path';
import { resolveConfiguration } from '#local/configuration';
import { doctor } from './doctor.ts';
import { ALERT_REGION } from './guard.ts';
import {
  bonghwa,
  bootstrap,
  deploy,
  destroy,
  type Rehearsal,
  withoutUnsupported,
} from './rehearsal.ts';
import { configurationOf, type Variant } from './variants.ts';

/** Every option on: deployed beside the other stage and destroyed. */
export async function everyOption(
  rehearsal: Rehearsal,
  assembly: string,
  { input, stage }: Variant,
): Promise<void> {
  const { report, endpoint } = rehearsal;
  const { configuration, deployment } = resolveConfiguration(input, {
    file: '',
    stage,
    now: Date.now(),
  });
  const made = withoutUnsupported(rehearsal, assembly);
  await bootstrap(rehearsal, assembly, configuration.vantages.slice(2));
  for (const { secret } of configuration.webhooks) {
    await setWebhook(rehearsal, { secret, stage, folder: dirname(assembly) });
  }
  for (const group of deployment.smsDeliveryLogs) await createLogGroup(endpoint, group);
  await report.step(
    'cdk deploy --all, every option on',
    () => deploy(rehearsal, assembly),
    () => `${made} resources`,
  );
  // Nobody has filled its secrets.
  await doctor(rehearsal, { assembly, stage, unready: ['secrets'] });
  await report.step(
    'cdk destroy --all, every option on',
    () => destroy(rehearsal, assembly),
    () => 'every stack is gone',
  );
}

/** The deployment reads it, so it stands there before. */
async function setWebhook(
  rehearsal: Rehearsal,
  { secret, stage, folder }: Readonly<Record<'secret' | 'stage' | 'folder', string>>,
): Promise<void> {
  const more = ['--configuration', configurationOf(folder), '--stage', stage];
  const input = JSON.stringify({ url: 'https://192.0.2.1/hook', key: 'rehearsal' });
  await bonghwa(rehearsal, ['secret', 'set', `webhook/${secret}`, ...more], { input });
}

/** A log group of SNS belongs to the account. In the wire format, for want of a client. */
async function createLogGroup(endpoint: string, logGroupName: string): Promise<void> {
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'Logs_20140328.CreateLogGroup',
      authorization: `AWS4-HMAC-SHA256 Credential=rehearsal/20260101/${ALERT_REGION}/logs/aws4_request`,
    },
    body: JSON.stringify({ logGroupName }),
  });
  if (!answer.ok) throw new Error(`the log group was not made: ${await answer.text()}`);
}

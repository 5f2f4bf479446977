import { join } from 'node:path';
import { breakHalfWay } from './assembly.ts';
import { type Deployment, STAGE } from './deployment.ts';
import { cdk, deploy, type Rehearsal } from './rehearsal.ts';

/** Where a first deployment fails: after resources whose names the next one needs. */
const BREAKS = [
  { stack: 'storage', after: 'AWS::S3::Bucket', before: 'AWS::DynamoDB::Table' },
  { stack: 'monitoring', after: 'AWS::SecretsManager::Secret', before: 'AWS::SQS::QueuePolicy' },
];

/** Fails half-way, first in one stack and then in another, and is repeated until it works. */
export async function firstDeployment(
  rehearsal: Rehearsal,
  { assembly, deployment, outputs }: FirstDeployment,
): Promise<void> {
  const { report, home } = rehearsal;
  for (const { stack, ...where } of BREAKS) {
    const name = `bonghwa-${STAGE}-${stack}`;
    const broken = breakHalfWay(assembly, join(home, `broken-${stack}`), { stack: name, ...where });
    const fail = async () => {
      const args = ['deploy', name, '-a', broken, '--require-approval', 'never'];
      const { code, output } = await cdk(rehearsal, args, { accept: [0, 1] });
      if (code === 0) throw new Error('it did not fail');
      if (!/NeverMet/.test(output)) throw new Error(`it failed for another reason:\n${output}`);
      return stack === 'storage' ? deployment.kept() : [];
    };
    await report.step(`a first deployment that fails half-way in ${stack}`, fail, (kept) => {
      if (kept.length > 0) throw new Error(`it left ${kept.join(', ')}`);
      return 'rolled back, and nothing of it is left';
    });
  }
  await report.step(
    'the same again, cdk deploy --all',
    () => deploy(rehearsal, assembly, ['--outputs-file', outputs]),
    () => 'every stack is there',
  );
}

interface FirstDeployment {
  readonly assembly: string;
  readonly deployment: Deployment;
  /** File for the outputs. */
  readonly outputs: string;
}

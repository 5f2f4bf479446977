import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runningChecks } from '#core/watch/shared-checks';
import { resolveConfiguration } from '#local/configuration';
import { type Delivered, Deployment, STAGE } from './deployment.ts';
import { doctor, doctorNames, endToEnd } from './doctor.ts';
import { firstDeployment } from './first-deployment.ts';
import { ticking, underLoad } from './load.ts';
import {
  bonghwa,
  bootstrap,
  deploy,
  destroy,
  killedBatches,
  type Rehearsal,
  withoutUnsupported,
} from './rehearsal.ts';
import { configurationOf, type Variant } from './variants.ts';

/** The largest batch of any function that runs checks. */
const MOST_IN_A_BATCH = 5;

export interface Assemblies {
  readonly first: string;
  readonly update: string;
}

/** The life of one stage: deployed, watched, updated, rolled back, destroyed, deployed again. */
export async function lifeOfAStage(
  rehearsal: Rehearsal,
  { first, update }: Assemblies,
  variant: Variant,
): Promise<void> {
  const deployment = new Deployment(rehearsal.endpoint);
  const outputs = join(rehearsal.home, 'outputs.json');
  withoutUnsupported(rehearsal, first);
  withoutUnsupported(rehearsal, update);
  await bootstrap(rehearsal, first);
  await firstDeployment(rehearsal, { assembly: first, deployment, outputs });
  await deployment.listen();
  await fillSecrets(rehearsal, dirname(first));
  await watched(rehearsal, deployment, variant);
  await proven(rehearsal, first);
  await outage(rehearsal, deployment);
  await read(rehearsal, deployment, outputs);
  await changed(rehearsal, deployment, { 'an update': update, 'a roll-back': first });
  await again(rehearsal, deployment, { assembly: first, outputs });
}

/** Only its end: deployed, destroyed, and deployed again over what was kept. */
export async function deployedAgain(
  rehearsal: Rehearsal,
  assembly: string,
  variant: Variant,
): Promise<void> {
  const deployment = new Deployment(rehearsal.endpoint);
  const outputs = join(rehearsal.home, 'outputs.json');
  const made = withoutUnsupported(rehearsal, assembly);
  await bootstrap(rehearsal, assembly);
  await rehearsal.report.step(
    'cdk deploy --all',
    () => deploy(rehearsal, assembly, ['--outputs-file', outputs]),
    () => `${made} resources`,
  );
  await fillSecrets(rehearsal, dirname(assembly));
  await watched(rehearsal, deployment, variant);
  await proven(rehearsal, assembly);
  await again(rehearsal, deployment, { assembly, outputs });
}

async function fillSecrets(rehearsal: Rehearsal, folder: string): Promise<void> {
  const { report, portals } = rehearsal;
  const options = ['--configuration', configurationOf(folder), '--stage', STAGE];
  const fill = async () => {
    for (const { id } of portals.catalogue.services) {
      const input = JSON.stringify(portals.credentials(id));
      await bonghwa(rehearsal, ['secret', 'set', id, ...options], { input });
    }
  };
  await report.step('bonghwa secret set, each service', fill, () => 'from stdin');
}

async function watched(
  { report }: Rehearsal,
  deployment: Deployment,
  { input, stage }: Variant,
): Promise<void> {
  report.note(
    'CANNOT  the emulator starts the dispatcher each minute, but leaves ' +
      '<aws.scheduler.scheduled-time> unfilled: ticks are sent by hand',
  );
  const options = { file: '', stage, now: Date.now() };
  const checks = runningChecks(resolveConfiguration(input, options).configuration.catalogue);
  /** Beginnings of run ids, e.g. `work24.login.`. */
  const wanted = checks.map(({ id }) => `${id.replace('/', '.')}.`);
  const missing = async () => {
    const runs = await deployment.runs();
    return wanted.filter((check) => !runs.some((run) => run.startsWith(check)));
  };
  const all = async () => (await missing()).length === 0;
  const first = async () => {
    if (!(await ticking(deployment, all))) throw new Error(`no result of ${await missing()}`);
    return deployment.runs();
  };
  await report.step('a tick, and results of every check', first, (runs) => {
    return `${runs.length} results of ${wanted.length} checks, controls included`;
  });
}

async function proven(rehearsal: Rehearsal, assembly: string): Promise<void> {
  await doctor(rehearsal, { assembly, stage: STAGE });
  await endToEnd(rehearsal, { assembly, stage: STAGE });
}

async function outage({ report, portals }: Rehearsal, deployment: Deployment): Promise<void> {
  const everywhere = async (mode: 'http-503' | 'ok') => {
    for (const { id } of portals.catalogue.services) await portals.faults.set(id, { mode });
  };
  const fail = async (): Promise<Delivered> => {
    await everywhere('http-503');
    let opened: Delivered | undefined;
    await ticking(deployment, async () => {
      opened ??= (await deployment.delivered()).find(({ type }) => type === 'opened');
      return opened !== undefined;
    });
    if (!opened) throw new Error('no opening notice');
    return opened;
  };
  await report.step('six failing portals, one opening notice', fail, ({ services, subject }) => {
    return `${services.length} services named: ${subject}`;
  });
  await everywhere('ok');
}

/** Through API Gateway. */
async function read({ report }: Rehearsal, deployment: Deployment, outputs: string): Promise<void> {
  const told = JSON.parse(readFileSync(outputs, 'utf8'));
  const apiUrl = told[`bonghwa-${STAGE}-monitoring`]?.ApiUrl ?? '';
  const get = async () => {
    const { status, body } = await deployment.get(apiUrl, '/v1/status');
    if (status !== 200) throw new Error(`GET /v1/status answered ${status}: ${body}`);
    return body;
  };
  await report.step('GET /v1/status through API Gateway', get, (body) => `${body.slice(0, 120)}…`);
}

async function changed(
  rehearsal: Rehearsal,
  deployment: Deployment,
  changes: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [what, assembly] of Object.entries(changes)) {
    const change = async () => {
      const before = killedBatches();
      const load = await underLoad(deployment, () => deploy(rehearsal, assembly));
      const killed = killedBatches() - before;
      const lost = load.asked - load.stored;
      if (lost > killed * MOST_IN_A_BATCH) throw new Error(`${lost} results are lost`);
      return { ...load, killed, lost };
    };
    const { killed, lost } = await rehearsal.report.step(`${what} under load`, change, (load) => {
      return `${load.ticks} ticks asked for ${load.asked} runs, ${load.stored} results`;
    });
    if (lost > 0) {
      rehearsal.report.note(
        `CANNOT  the emulator kills functions at work when it replaces them (${killed} batches); ` +
          `${lost} results are lost with them. Lambda lets them finish`,
      );
    }
  }
}

async function again(
  rehearsal: Rehearsal,
  deployment: Deployment,
  { assembly, outputs }: { readonly assembly: string; readonly outputs: string },
): Promise<void> {
  const { report } = rehearsal;
  const gone = async () => {
    await destroy(rehearsal, assembly);
    const kept = await deployment.kept();
    if (kept.length < 2) throw new Error(`of table and bucket only this is left: ${kept}`);
    return { kept, runs: (await deployment.runs()).length };
  };
  const { runs, kept } = await report.step('cdk destroy --all', gone, (left) => {
    return `kept: ${left.kept.join(', ')}, with ${left.runs} results`;
  });
  await doctorNames(rehearsal, { assembly, stage: STAGE }, kept);
  report.note(
    'CANNOT  the emulator refuses the name of a kept bucket before it would adopt it: it is deleted',
  );
  const adopt = async () => {
    await deployment.deleteEvidence();
    const secrets = await deployment.deleteSecrets();
    await deploy(rehearsal, assembly, ['--import-existing-resources', '--outputs-file', outputs]);
    const after = (await deployment.runs()).length;
    if (after < runs) throw new Error(`${runs - after} results are gone`);
    return { secrets, sent: await deployment.tick() };
  };
  await report.step('cdk deploy --all over the kept table', adopt, ({ secrets, sent }) => {
    return (
      `${runs} results are still there, a tick asks for ${sent} runs; ` +
      `${secrets} kept secrets were deleted before, as docs/deploy.md says`
    );
  });
  await read(rehearsal, deployment, outputs);
}

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DAY } from '#core/time/time';
import { defaultConfiguration } from '#local/configuration';
import { type Portals, startPortals } from '#local/portals/portals';
import { countTypes, stripUnsupported, templates } from './assembly.ts';
import { type Delivered, Deployment, STAGE } from './deployment.ts';
import { installTools, missingTool, startEmulator } from './emulator.ts';
import { ACCOUNT, ALERT_REGION, HOME_REGION, isolatedEnvironment } from './guard.ts';
import { Report } from './report.ts';
import { runCommand } from './run-command.ts';

/**
 * `npm run rehearse`: deploys for real, to an AWS emulator on loopback. Bootstrap, deploy, a tick,
 * an outage, its notice, a read of the API, destroy. Needs Python 3.10 and PyPI the first time.
 */

const CDK = 'node_modules/.bin/cdk';
const CONFIGURATION = 'bonghwa.config.ts';
const FOLDER = resolve('.bonghwa/rehearsal');
const REGIONS = [HOME_REGION, ALERT_REGION];
/** Six services and the control. */
const EVERYONE = 7;
/** Longest wait for results and for a notice. */
const MINUTES = 5;

const report = new Report();

async function main(): Promise<void> {
  const missing = await missingTool();
  if (missing) {
    console.log(`Rehearsal skipped: ${missing}`);
    return;
  }
  mkdirSync(FOLDER, { recursive: true });
  const stops: (() => unknown)[] = [];
  try {
    const bin = await report.step(
      'install the emulator and cfn-lint',
      () => installTools(FOLDER),
      (path) => path,
    );
    const portals = await startPortals({ catalogue: defaultConfiguration().catalogue });
    stops.push(portals.stop);
    const assembly = await synthesize(portals, stops);
    await lint(bin, assembly);
    const emulator = await startEmulator({
      bin,
      folder: FOLDER,
      temporary: resolve(assembly, '..'),
    });
    stops.push(emulator.stop);
    await rehearse(emulator.endpoint, assembly, portals);
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

async function synthesize(portals: Portals, stops: (() => unknown)[]): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'bonghwa-rehearsal-'));
  stops.push(() => rmSync(home, { recursive: true, force: true }));
  const configuration = join(home, CONFIGURATION);
  writeFileSync(configuration, `export default ${JSON.stringify(towards(portals))};\n`);
  const assembly = join(home, 'cdk.out');
  const args = ['synth', '-q', '-o', assembly, '-c', `configuration=${configuration}`];
  // Binds every stack to the emulator's account, so that the CLI refuses a real one.
  const environment = {
    ...isolatedEnvironment(home, 'http://127.0.0.1:1'),
    BONGHWA_ACCOUNT: ACCOUNT,
  };
  await report.step(
    'cdk synth',
    () => runCommand(CDK, args, { environment }),
    () => `${templates(assembly).length} stacks`,
  );
  return assembly;
}

/** The default configuration, pointed at the simulated portals, with permission to log in there. */
function towards(portals: Portals) {
  const { services, targets, controls } = portals.catalogue;
  return {
    services: Object.fromEntries(
      targets.map(({ service, baseUrl }) => [service, { target: { baseUrl, alsoHosts: [] } }]),
    ),
    controls: controls.map(({ baseUrl, pages, markers }) => ({
      url: `${baseUrl}${pages.main}`,
      marker: markers.main,
    })),
    cadence: { journeySeconds: 60 },
    permissions: services.map(({ id }) => ({
      service: id,
      grantedBy: 'simulated portal',
      reference: 'rehearsal',
      validUntil: new Date(Date.now() + DAY).toISOString(),
    })),
    operators: [{ protocol: 'email', endpoint: 'ops@example.kr' }],
    subscribers: [{ protocol: 'sms', endpoint: '+821000000000' }],
  };
}

async function lint(bin: string, assembly: string): Promise<void> {
  await report.step(
    'cfn-lint',
    () =>
      runCommand(join(bin, 'cfn-lint'), ['--non-zero-exit-code', 'error', ...templates(assembly)]),
    () => '0 errors',
  );
}

async function rehearse(endpoint: string, assembly: string, portals: Portals): Promise<void> {
  const home = resolve(assembly, '..');
  const environment = isolatedEnvironment(home, endpoint);
  const cdk = (...args: string[]) => runCommand(CDK, args, { environment });
  const types = countTypes(assembly);
  const all = [...types.values()].reduce((sum, count) => sum + count, 0);
  const removed = stripUnsupported(assembly);
  report.note(`        ${all} resources of ${types.size} types in the templates`);
  for (const each of removed) report.note(`CANNOT  the emulator has no ${each}: left out`);

  await report.step(
    'cdk bootstrap',
    () =>
      cdk('bootstrap', '-a', assembly, ...REGIONS.map((region) => `aws://${ACCOUNT}/${region}`)),
    () => 'two regions',
  );
  const outputs = join(home, 'outputs.json');
  const app = ['--all', '-a', assembly];
  await report.step(
    'cdk deploy --all',
    () => cdk('deploy', ...app, '--require-approval', 'never', '--outputs-file', outputs),
    () => `${all - removed.length} resources`,
  );
  const deployment = new Deployment(endpoint);
  await deployment.listen();
  await fillSecrets(portals, environment);
  await tick(deployment);
  await outage(deployment, portals);
  await read(deployment, JSON.parse(readFileSync(outputs, 'utf8')));
  await report.step(
    'cdk destroy --all',
    () => cdk('destroy', ...app, '--force'),
    () => 'table and bucket are retained, as they should be',
  );
}

async function fillSecrets(
  portals: Portals,
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  const command = [
    'bin/bonghwa.ts',
    'secret',
    'set',
    '--configuration',
    join(environment.HOME ?? '', CONFIGURATION),
  ];
  const fill = async () => {
    for (const { id } of portals.catalogue.services) {
      await runCommand('node_modules/.bin/node', [...command, id], {
        environment: { ...environment, BONGHWA_STAGE: STAGE },
        input: JSON.stringify(portals.credentials(id)),
      });
    }
  };
  await report.step('bonghwa secret set, each service', fill, () => 'from stdin');
}

async function tick(deployment: Deployment): Promise<void> {
  report.note(
    'CANNOT  the emulator starts the dispatcher each minute, but leaves ' +
      '<aws.scheduler.scheduled-time> unfilled: ticks are sent by hand',
  );
  const first = async () => {
    const everyone = async () => (await deployment.results()).size >= EVERYONE;
    if (!(await ticking(deployment, everyone))) throw new Error('not every service has a result');
    return deployment.results();
  };
  await report.step('a tick, and results of every service', first, (results) => {
    const total = [...results.values()].reduce((sum, count) => sum + count, 0);
    return `${total} results of ${results.size} services, control included`;
  });
}

async function outage(deployment: Deployment, portals: Portals): Promise<void> {
  const fail = async (): Promise<Delivered> => {
    for (const { id } of portals.catalogue.services) {
      await portals.faults.set(id, { mode: 'http-503' });
    }
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
}

async function read(
  deployment: Deployment,
  outputs: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Promise<void> {
  const apiUrl = outputs[`bonghwa-${STAGE}-monitoring`]?.ApiUrl ?? '';
  const get = async () => {
    const { status, body } = await deployment.get(apiUrl, '/v1/status');
    if (status !== 200) throw new Error(`GET /v1/status answered ${status}: ${body}`);
    return body;
  };
  await report.step('GET /v1/status through API Gateway', get, (body) => `${body.slice(0, 120)}…`);
}

/** Sends a tick each minute until `done`. False if that takes too long. */
async function ticking(deployment: Deployment, done: () => Promise<boolean>): Promise<boolean> {
  for (let minute = 0; minute < MINUTES; minute += 1) {
    const next = performance.now() + 60_000;
    await deployment.tick();
    while (performance.now() < next) {
      if (await done()) return true;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
  return false;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

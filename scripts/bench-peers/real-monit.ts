import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Scenario } from '#core/scenario/scenario';
import { SECOND } from '#core/time/time';
import type { Message } from '../bench-detection/heard.ts';
import type { PeerModel } from '../bench-detection/peers/peer.ts';
import { MEAN_ANSWER_MS } from '../bench-detection/play-peer.ts';
import { SickPortals } from './sick-portals.ts';

const run = promisify(execFile);

/** Times are divided by this, so that Monit's time-out is still a whole second. */
export const SPEED = 5;

/** Path of Monit: installed, or from Debian's package. Undefined: neither is at hand. */
async function findMonit(folder: string): Promise<string | undefined> {
  const installed = await run('sh', ['-c', 'command -v monit']).catch(() => undefined);
  if (installed) return installed.stdout.trim();
  const fetched = await run('apt-get', ['download', 'monit'], { cwd: folder }).catch(
    () => undefined,
  );
  const [archive] = (await readdir(folder)).filter((name) => name.endsWith('.deb'));
  if (!fetched || !archive) return undefined;
  await run('dpkg-deb', ['-x', archive, 'package'], { cwd: folder });
  return join(folder, 'package', 'usr', 'bin', 'monit');
}

interface Placed {
  readonly folder: string;
  readonly services: readonly string[];
  readonly ports: readonly number[];
}

function monitrc({ folder, services, ports }: Placed, model: PeerModel): string {
  const seconds = (ms: number) => ms / SPEED / SECOND;
  const says = (word: string, service: string) =>
    `exec "/bin/bash -c 'echo $EPOCHREALTIME ${word} ${service} >> ${join(folder, 'events')}'"`;
  return [
    ...['idfile', 'statefile', 'pidfile'].map((name) => `set ${name} ${join(folder, name)}`),
    `set daemon ${seconds(model.intervalMs)}`,
    ...services.flatMap((service, index) => [
      `check host ${service} with address 127.0.0.1`,
      `  if failed port ${ports[index]} protocol http with timeout ${seconds(model.timeoutMs)} seconds`,
      `  for ${model.failures} cycles then ${says('down', service)}`,
      `  else if succeeded for ${model.passes} cycles then ${says('up', service)}`,
    ]),
    '',
  ].join('\n');
}

/** What the real Monit, set like the model, reports. Undefined if there is no Monit. */
export async function playMonit(
  model: PeerModel,
  scenario: Scenario,
): Promise<readonly Message[] | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-peers-'));
  try {
    const path = await findMonit(folder);
    return path === undefined ? undefined : await played({ path, folder, model }, scenario);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Setting {
  readonly path: string;
  readonly folder: string;
  readonly model: PeerModel;
}

async function played(
  { path, folder, model }: Setting,
  scenario: Scenario,
): Promise<readonly Message[]> {
  const { from, to, services } = scenario;
  const started = Date.now();
  const toScenario = (at: number) => from + (at - started) * SPEED;
  const portals = new SickPortals(scenario, () => toScenario(Date.now()), MEAN_ANSWER_MS / SPEED);
  const config = join(folder, 'monitrc');
  const ports = await portals.listen();
  await writeFile(config, monitrc({ folder, services, ports }, model), { mode: 0o600 });
  const child = spawn(path, ['-I', '-c', config], { stdio: 'ignore' });
  try {
    await Promise.race([sleep((to - from) / SPEED), failed(child)]);
  } finally {
    if (child.exitCode === null) {
      child.kill();
      await once(child, 'exit');
    }
    portals.close();
  }
  // Monit makes the file with its first report.
  const events = await readFile(join(folder, 'events'), 'utf8').catch(() => '');
  const lines = events.split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const [seconds = '', says = '', service = ''] = line.split(' ');
    const at = toScenario(Number(seconds) * SECOND);
    return { at, says: says === 'down' ? 'down' : 'up', services: [service], widthMs: 0 };
  });
}

async function failed(child: ReturnType<typeof spawn>): Promise<never> {
  const [code] = await once(child, 'exit');
  throw new Error(`Monit ended with ${code}.`);
}

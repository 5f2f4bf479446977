import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Scenario } from '#core/scenario/scenario';
import type { Message } from '../bench-detection/heard.ts';
import type { Joining, PeerModel } from '../bench-detection/peers/peer.ts';
import { MEAN_ANSWER_MS } from '../bench-detection/play-peer.ts';
import { SickPortals } from './sick-portals.ts';

const run = promisify(execFile);

/** Times are divided by this. A scrape then fails after half a second. */
export const PROMETHEUS_SPEED = 20;

/** Commands, by Debian's package: as in the package, and as upstream names them. */
const COMMANDS = {
  prometheus: ['prometheus'],
  'prometheus-alertmanager': ['prometheus-alertmanager', 'alertmanager'],
  'prometheus-blackbox-exporter': ['prometheus-blackbox-exporter', 'blackbox_exporter'],
} as const;

type Tool = keyof typeof COMMANDS;
/** Each with the arguments before its own. */
type Tools = Readonly<Record<Tool, readonly [path: string, ...first: string[]]>>;

/** Installed, or from Debian's packages. Undefined: one of the three is not at hand. */
async function findTools(folder: string): Promise<Tools | undefined> {
  const found: Partial<Record<Tool, Tools[Tool]>> = {};
  for (const tool of Object.keys(COMMANDS) as Tool[]) {
    const path = await installed(COMMANDS[tool]);
    const command: Tools[Tool] | undefined = path ? [path] : await fromDebian(tool, folder);
    if (!command) return undefined;
    found[tool] = command;
  }
  return found as Tools;
}

async function installed(names: readonly string[]): Promise<string | undefined> {
  for (const name of names) {
    const found = await run('sh', ['-c', `command -v ${name}`]).catch(() => undefined);
    if (found) return found.stdout.trim();
  }
  return undefined;
}

/** Debian's Alertmanager reads its templates below /usr/share. Here it sees those of the package. */
const WITH_SHARE = 'mount --bind "$0" /usr/share && exec "$@"';

async function fromDebian(tool: Tool, folder: string): Promise<Tools[Tool] | undefined> {
  await run('apt-get', ['download', tool], { cwd: folder }).catch(() => undefined);
  const archive = (await readdir(folder)).find((name) => name.startsWith(`${tool}_`));
  if (!archive) return undefined;
  await run('dpkg-deb', ['-x', archive, 'package'], { cwd: folder });
  const path = join(folder, 'package', 'usr', 'bin', tool);
  if (tool !== 'prometheus-alertmanager') return [path];
  const share = join(folder, 'package', 'usr', 'share');
  return ['unshare', '--map-root-user', '--mount', 'sh', '-c', WITH_SHARE, share, path];
}

interface Ports {
  readonly prometheus: number;
  readonly alertmanager: number;
  readonly blackbox: number;
  readonly webhook: number;
  readonly portals: readonly number[];
}

function duration(ms: number): string {
  return `${Math.round(ms / PROMETHEUS_SPEED)}ms`;
}

/** JSON is YAML, too. */
function files(
  { intervalMs, timeoutMs, joins }: PeerModel & { readonly joins: Joining },
  ports: Ports,
  services: readonly string[],
): Readonly<Record<string, unknown>> {
  const local = (port: number) => `127.0.0.1:${port}`;
  const targets = services.map((service, index) => ({
    targets: [`http://${local(ports.portals[index] ?? 0)}/`],
    labels: { service },
  }));
  const alert = { alert: 'PortalDown', expr: 'probe_success == 0', for: duration(joins.lastsMs) };
  return {
    'blackbox.json': { modules: { page: { prober: 'http', timeout: duration(timeoutMs) } } },
    'rules.json': { groups: [{ name: 'portals', rules: [alert] }] },
    'alertmanager.json': {
      route: {
        receiver: 'bench',
        group_wait: duration(joins.waitMs),
        group_interval: duration(joins.intervalMs),
      },
      receivers: [
        {
          name: 'bench',
          webhook_configs: [{ url: `http://${local(ports.webhook)}/`, send_resolved: true }],
        },
      ],
    },
    'prometheus.json': {
      global: {
        scrape_interval: duration(intervalMs),
        // The exporter answers when its own time-out is over.
        scrape_timeout: duration(timeoutMs * 2),
        evaluation_interval: duration(joins.evaluationMs),
      },
      rule_files: ['rules.json'],
      alerting: {
        alertmanagers: [{ static_configs: [{ targets: [local(ports.alertmanager)] }] }],
      },
      scrape_configs: [
        {
          job_name: 'portals',
          metrics_path: '/probe',
          params: { module: ['page'] },
          static_configs: targets,
          relabel_configs: [
            { source_labels: ['__address__'], target_label: '__param_target' },
            { target_label: '__address__', replacement: local(ports.blackbox) },
          ],
        },
      ],
    },
  };
}

/** A port that is free now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

interface Sent {
  readonly alerts: readonly {
    readonly status: 'firing' | 'resolved';
    readonly labels: { readonly service: string };
  }[];
}

/** Turns what Alertmanager sends into messages: who began, who ended. */
function webhook(now: () => number, messages: Message[]): Server {
  const firing = new Set<string>();
  return createServer(async (request, response) => {
    const at = now();
    const { alerts } = JSON.parse(await text(request)) as Sent;
    const named = (status: Sent['alerts'][number]['status']) =>
      alerts.filter((alert) => alert.status === status).map(({ labels }) => labels.service);
    const begun = named('firing').filter((service) => !firing.has(service));
    for (const service of begun) firing.add(service);
    for (const service of named('resolved')) firing.delete(service);
    const services = alerts.map(({ labels }) => labels.service);
    messages.push({ at, says: begun.length > 0 ? 'down' : 'up', services, widthMs: 0 });
    response.end();
  });
}

/** What the real three, set like the model, send. Undefined if one of them is missing. */
export async function playPrometheus(
  model: PeerModel,
  scenario: Scenario,
): Promise<readonly Message[] | undefined> {
  const { joins } = model;
  const folder = await mkdtemp(join(tmpdir(), 'bench-peers-'));
  try {
    const tools = joins && (await findTools(folder));
    return tools && (await played({ tools, folder, model: { ...model, joins } }, scenario));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Setting {
  readonly tools: Tools;
  readonly folder: string;
  readonly model: PeerModel & { readonly joins: Joining };
}

async function played(setting: Setting, scenario: Scenario): Promise<readonly Message[]> {
  const { folder, model } = setting;
  const { from, to, services } = scenario;
  const started = Date.now();
  const now = () => from + (Date.now() - started) * PROMETHEUS_SPEED;
  const messages: Message[] = [];
  const portals = new SickPortals(scenario, now, MEAN_ANSWER_MS / PROMETHEUS_SPEED);
  const inbox = webhook(now, messages).listen(0, '127.0.0.1');
  await once(inbox, 'listening');
  const ports = {
    prometheus: await freePort(),
    alertmanager: await freePort(),
    blackbox: await freePort(),
    webhook: (inbox.address() as AddressInfo).port,
    portals: await portals.listen(),
  };
  for (const [name, content] of Object.entries(files(model, ports, services))) {
    await writeFile(join(folder, name), JSON.stringify(content));
  }
  const children = begun(setting, ports);
  try {
    await Promise.race([sleep((to - from) / PROMETHEUS_SPEED), ...children.map(failed)]);
  } finally {
    for (const child of children) child.kill();
    await Promise.all(children.map((child) => child.exitCode ?? once(child, 'exit')));
    inbox.close();
    portals.close();
  }
  return messages;
}

function begun({ tools, folder }: Setting, ports: Ports): readonly ReturnType<typeof spawn>[] {
  const flags: Readonly<Record<Tool, readonly string[]>> = {
    prometheus: [
      '--config.file=prometheus.json',
      '--storage.tsdb.path=tsdb',
      `--web.listen-address=127.0.0.1:${ports.prometheus}`,
    ],
    'prometheus-alertmanager': [
      '--config.file=alertmanager.json',
      '--storage.path=alerts',
      '--cluster.listen-address=',
      `--web.listen-address=127.0.0.1:${ports.alertmanager}`,
    ],
    'prometheus-blackbox-exporter': [
      '--config.file=blackbox.json',
      `--web.listen-address=127.0.0.1:${ports.blackbox}`,
    ],
  };
  return (Object.keys(flags) as Tool[]).map((tool) => {
    const [path, ...first] = tools[tool];
    return spawn(path, [...first, ...flags[tool]], { cwd: folder, stdio: 'ignore' });
  });
}

async function failed(child: ReturnType<typeof spawn>): Promise<never> {
  const [code] = await once(child, 'exit');
  throw new Error(`${child.spawnfile} ended with ${code}.`);
}

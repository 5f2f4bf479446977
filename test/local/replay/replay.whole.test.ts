import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { concerns } from '#core/notice/subscriber';
import type { Summary } from '#core/scenario/summary';

const CLI = join(import.meta.dirname, '../../../bin/bonghwa.ts');

const SERVICES = [
  'work24',
  'worknet',
  'employment-insurance',
  'employment-support',
  'hrd-net',
  'eps',
];

/** An outage like that of 18 July, but of three minutes. */
const SCENARIO = {
  name: 'three minutes',
  from: '2024-07-18T09:14:00+09:00',
  to: '2024-07-18T09:23:00+09:00',
  faults: [
    {
      services: SERVICES,
      from: '2024-07-18T09:15:00+09:00',
      to: '2024-07-18T09:18:00+09:00',
      mode: 'hang',
    },
  ],
};

// A replay takes half a minute, but several minutes on a busy machine.
vi.setConfig({ testTimeout: 400_000 });

let folder: string;
let scenario: string;
let temporary: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bonghwa-test-'));
  temporary = join(folder, 'tmp');
  await mkdir(temporary);
  scenario = join(folder, 'scenario.json');
  await writeFile(scenario, JSON.stringify(SCENARIO));
});

const started: ChildProcess[] = [];
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

function start(args: readonly string[]) {
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  return child;
}

async function bonghwa(...args: string[]) {
  const child = start(args);
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ]);
  return { stdout, stderr, code };
}

/**
 * Files that a run left in its temporary folder, except the unpacked browser that the next run
 * uses.
 */
async function leftovers(): Promise<string[]> {
  return (await readdir(temporary)).filter((name) => !name.startsWith('bonghwa-browser-'));
}

/** What stands on stderr beside the progress of the start. */
function complaintsIn(stderr: string): readonly string[] {
  const lines = stderr.split('\n').filter((line) => line !== '');
  return lines.filter((line) => !/^(\d\/3 |three minutes · )/u.test(line));
}

describe('a replay', () => {
  it('of a shared database that hangs shows one outage, one opening and one closing message', async () => {
    const { stdout, stderr, code } = await bonghwa('replay', scenario, '--json');
    expect({ complaints: complaintsIn(stderr), code }).toEqual({ complaints: [], code: 0 });
    expectOneOutage(JSON.parse(stdout));
    expect(await leftovers()).toEqual([]);
  });

  it('killed at any moment and started again ends as if nothing had happened', async () => {
    const data = join(folder, 'data');
    const lives = [Math.random(), Math.random()].map((share) => Math.round(3_500 + 4_500 * share));
    for (const ms of lives) await killedAfter(ms, 'replay', scenario, '--json', '--data', data);
    const { stdout, stderr, code } = await bonghwa('replay', scenario, '--json', '--data', data);
    const complaints = complaintsIn(stderr);
    expect({ lives, complaints, code }).toEqual({ lives, complaints: [], code: 0 });
    expectOneOutage(JSON.parse(stdout));
  });
});

async function killedAfter(ms: number, ...args: string[]): Promise<void> {
  const child = start(args);
  const ended = new Promise((resolve) => child.once('close', resolve));
  setTimeout(() => child.kill('SIGKILL'), ms);
  await ended;
}

function expectOneOutage(summary: Summary): void {
  expect(summary.outages).toHaveLength(1);
  const [outage] = summary.outages;
  expect(outage).toMatchObject({ group: 'moel', cause: { layer: 'data' } });
  expect([...(outage?.services ?? [])].sort()).toEqual([...SERVICES].sort());
  expectWithin(outage?.startedBetween, '2024-07-18T09:15:00+09:00');
  expectWithin(outage?.endedBetween, '2024-07-18T09:18:00+09:00');
  const phones = summary.notices.filter((notice) => notice.sms);
  const all = phones.filter((notice) => concerns(undefined, notice));
  expect(all.map(({ type }) => type)).toEqual(['opened', 'closed']);
  for (const service of SERVICES) {
    const own = phones.filter((notice) => concerns([service], notice));
    expect([service, own.map(({ type }) => type)]).toEqual([service, ['opened', 'closed']]);
  }
}

function expectWithin(span: readonly [string | null, string] | null | undefined, iso: string) {
  const [after, by] = span ?? [null, ''];
  expect(Date.parse(after ?? '')).toBeLessThanOrEqual(Date.parse(iso));
  expect(Date.parse(by)).toBeGreaterThanOrEqual(Date.parse(iso));
}

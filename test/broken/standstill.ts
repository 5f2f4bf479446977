import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createProber } from '#adapters/network/prober';
import { DEFAULT_LIMITS } from '#core/watch/defaults';
import { inspectionTarget } from '#portals/inspection';
import { block } from '../support/block.ts';
import { type BrokenMonitor, type Ending, endingOf, HEALTHY, type Lab } from './lab.ts';

/** A healthy page that answers at once, and a call for its first request. */
async function portal(onRequest: () => void) {
  let asked = false;
  const server = createServer((_request, response) => {
    if (!asked) onRequest();
    asked = true;
    response.setHeader('content-type', 'text/html; charset=utf-8').end(HEALTHY);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close };
}

/** Stops the process while it waits for the portal, and lets it go on later. */
async function stopped(lab: Lab, ms: number, also: readonly string[] = []): Promise<Ending> {
  let child = 0;
  const { url, close } = await portal(() => {
    process.kill(child, 'SIGSTOP');
    setTimeout(() => process.kill(child, 'SIGCONT'), ms);
  });
  const onBrowser = (pid: number) => {
    child = pid;
  };
  return lab.inspectApart({ url, onBrowser, arguments: also }).finally(close);
}

const LIMITS = {
  ...DEFAULT_LIMITS,
  stepMs: 1_500,
  probe: { ...DEFAULT_LIMITS.probe, firstByteMs: 400, bodyMs: 400 },
};

async function blockedProbe(ms: number): Promise<Ending> {
  const { url, close } = await portal(() => block(ms));
  const target = inspectionTarget({ url: new URL(url) });
  const order = { target, limits: LIMITS, userAgentContact: '' };
  return endingOf(await createProber().probe(order).finally(close));
}

async function blockedJourney(lab: Lab, ms: number): Promise<Ending> {
  const { url, close } = await portal(() => setTimeout(() => block(ms), 20));
  return lab.inspect({}, { target: inspectionTarget({ url: new URL(url) }) }).finally(close);
}

/** The browser alone stands still after it has asked for the page. */
async function stoppedBrowser(lab: Lab, ms: number): Promise<Ending> {
  let browser: number | undefined;
  const { url, close } = await portal(async () => {
    if (browser === undefined) return;
    process.kill(-browser, 'SIGSTOP');
    await sleep(ms);
    process.kill(-browser, 'SIGCONT');
  });
  const onBrowser = (pid: number | undefined) => {
    browser ??= pid;
  };
  const over = { target: inspectionTarget({ url: new URL(url) }), limits: LIMITS };
  return lab.inspect({ onBrowser }, over).finally(close);
}

/** The monitor stands still for a while and works before and after. */
export const standstills: readonly BrokenMonitor[] = [
  ...[700, 1_500, 5_000].map(
    (ms): BrokenMonitor => ({
      name: `the process of a probe is busy with other things for ${ms} ms`,
      ends: 'monitor-fault',
      run: () => blockedProbe(ms),
    }),
  ),
  ...[700, 1_500, 5_000].map(
    (ms): BrokenMonitor => ({
      name: `the process of a journey is busy with other things for ${ms} ms`,
      ends: 'passed',
      run: (lab) => blockedJourney(lab, ms),
    }),
  ),
  ...[3_000, 9_000].map(
    (ms): BrokenMonitor => ({
      name: `the process of a journey is stopped for ${ms} ms`,
      ends: 'passed',
      run: (lab) => stopped(lab, ms),
    }),
  ),
  ...[1_000, 3_000].map(
    (ms): BrokenMonitor => ({
      name: `the browser is stopped for ${ms} ms`,
      ends: 'passed',
      run: (lab) => stoppedBrowser(lab, ms),
    }),
  ),
];

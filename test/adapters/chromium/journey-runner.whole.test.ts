import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createJourneyRunner } from '#adapters/chromium/journey-runner';
import { classify } from '#core/classify/classify';
import { REDACTED } from '#core/run/redaction';
import { type Portals, startPortals } from '#local/portals/portals';
import { catalogue } from '#portals/catalogues';
import { journeys } from '#portals/registry';
import { anOrder, credentialsAt, targetAt } from '../../support/journey-orders.ts';
import { leftBrowsers, leftFiles } from '../../support/residue.ts';

// A folder of its own, because other processes on this machine may be running browsers too.
const folder = mkdtempSync(join(tmpdir(), 'bonghwa-test-'));
const outside = process.env.TMPDIR;
let portals: Portals;
/** Of its own, because a browser that dies is unpacked again. */
const browser = { cache: join(folder, 'browser') };
const runner = createJourneyRunner({ journeys, browser });
const outcome = (order: Parameters<typeof runner.run>[0]) =>
  runner.run(order).then((record) => ({ record, verdict: classify(record.observation) }));

beforeAll(async () => {
  process.env.TMPDIR = folder;
  portals = await startPortals({ catalogue });
});
afterAll(async () => {
  if (outside === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = outside;
  await portals.stop();
  rmSync(folder, { recursive: true, force: true });
});

const loggingIn = (service: string) =>
  anOrder({ target: targetAt(portals, service), credentials: credentialsAt(portals, service) });

describe('a journey against a portal that works', () => {
  it.each(['work24', 'eps'])('logs in at %s and out again', async (service) => {
    const { record, verdict } = await outcome(loggingIn(service));
    expect(record.steps.map(({ status }) => status)).not.toContain('failed');
    expect(record.steps.at(-1)).toMatchObject({ name: 'logout', status: 'passed' });
    expect(verdict).toMatchObject({ result: 'passed', layer: 'session' });
    expect(record).toMatchObject({ attempts: 1, artefacts: [] });
  });

  it('ends at the login page without credentials, and says so', async () => {
    const { record, verdict } = await outcome(
      anOrder({ target: targetAt(portals, 'work24'), depth: 'login-page' }),
    );
    expect(verdict).toMatchObject({ result: 'passed', layer: 'login-page' });
    expect(record.passedLayers).toEqual(['host', 'static', 'data', 'login-page']);
    expect(record.note?.ko).toContain('로그인 화면까지만 시도');
  });

  it('counts its requests by host', async () => {
    const target = targetAt(portals, 'work24');
    const { record } = await outcome(anOrder({ target, depth: 'static' }));
    expect(Object.keys(record.requests)).toEqual([new URL(target.baseUrl).host]);
  });
});

describe('a journey whose caller reads', () => {
  const leaving = () => ({ ...loggingIn('work24'), callerReads: true });

  it('leaves the calm pages to it', async () => {
    const { record, verdict } = await outcome(leaving());
    expect(record.unread?.map(({ title }) => title)).toEqual([
      '메인 | 고용24',
      '채용정보 검색 | 고용24',
      '로그인 | 고용24',
    ]);
    expect(record.unread?.map((seen) => classify(seen).result)).toEqual(Array(3).fill('passed'));
    expect(verdict).toMatchObject({ result: 'passed', layer: 'session' });
  });

  it('still stops at a page that says in words that something broke', async () => {
    await portals.faults.set('work24', { mode: 'generic-error-page' });
    const { record, verdict } = await outcome(leaving());
    await portals.faults.clear('work24');
    expect(verdict).toMatchObject({ result: 'failed', kind: 'error-page' });
    expect(record.unread).toBeUndefined();
    expect(record.steps.at(-1)?.status).toBe('skipped');
    expect(record.artefacts.map(({ type }) => type)).toContain('screenshot');
  });
});

describe('a journey against a portal that fails', () => {
  it('records what failed, with evidence', async () => {
    await portals.faults.set('work24', { mode: 'db-error-page' });
    const { record, verdict } = await outcome(loggingIn('work24'));
    await portals.faults.clear('work24');
    expect(verdict).toMatchObject({ result: 'failed', kind: 'error-page', layer: 'data' });
    expect(record.passedLayers).toEqual(['host', 'static']);
    const types = record.artefacts.map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['screenshot', 'page-text', 'requests']));
  });

  it('names the waiting request of a page that never comes', async () => {
    await portals.faults.set('work24', { mode: 'hang' });
    const { record, verdict } = await outcome(loggingIn('work24'));
    await portals.faults.clear('work24');
    expect(verdict).toMatchObject({ result: 'failed', kind: 'timeout', layer: 'data' });
    expect(record.observation.pending).toMatchObject([{ resource: 'document' }]);
    expect(record.observation.text).toBe('');
  });

  it('keeps the pictures of a slow run, which passed', async () => {
    await portals.faults.set('work24', { mode: 'slow', ms: 600 });
    const order = loggingIn('work24');
    const { record, verdict } = await outcome({
      ...order,
      limits: { ...order.limits, slowAfterMs: 400 },
    });
    await portals.faults.clear('work24');
    expect(verdict).toMatchObject({ result: 'degraded', kind: 'slow' });
    expect(record.artefacts.map(({ type }) => type)).toContain('requests');
  });

  it('waits in a waiting room without reloading', async () => {
    await portals.faults.set('work24', { mode: 'waiting-room', ms: 3_200 });
    const { record, verdict } = await outcome(loggingIn('work24'));
    await portals.faults.clear('work24');
    expect(verdict).toMatchObject({ result: 'degraded', kind: 'waiting-room' });
    expect(record.passedLayers).toContain('session');
    expect(record.observation.waitedInQueueMs).toBeGreaterThan(0);
    // The page after the queue does not mention the queue.
    expect(verdict.peopleAhead).toBeGreaterThan(0);
  });

  it('types a rejected password once', async () => {
    await portals.faults.set('work24', { mode: 'login-rejected' });
    const { record, verdict } = await outcome(loggingIn('work24'));
    await portals.faults.clear('work24');
    expect(verdict).toMatchObject({ result: 'inconclusive', kind: 'login-rejected' });
    expect(record.attempts).toBe(1);
  });

  it('knows a page that asks for a new password', async () => {
    await portals.faults.set('work24', { mode: 'password-expired' });
    const { verdict } = await outcome(loggingIn('work24'));
    await portals.faults.clear('work24');
    expect(verdict).toMatchObject({ result: 'inconclusive', kind: 'password-expired' });
  });
});

describe('pictures of steps', () => {
  const pictured = (at: number) => ({ ...loggingIn('work24'), pictures: { at } });

  it('are taken of each step that ends well, if they are wanted', async () => {
    const { record } = await outcome(pictured(1_000));
    const seen = record.artefacts.map(({ type, step, takenAt }) => [type, step, takenAt]);
    expect(seen).toEqual(
      ['main', 'data', 'login-page', 'login'].map((step) => ['step-screenshot', step, 1_000]),
    );
  });

  it('are remembered, so a later failure shows the last good one of each step', async () => {
    const remembering = createJourneyRunner({ journeys, browser });
    await remembering.run(pictured(1_000));
    await portals.faults.set('work24', { mode: 'db-error-page' });
    const { artefacts } = await remembering.run(pictured(2_000));
    await portals.faults.clear('work24');
    const lastGood = artefacts.filter(({ type }) => type === 'last-good-screenshot');
    expect(lastGood.map(({ step, takenAt }) => [step, takenAt])).toEqual([
      ['main', 2_000],
      ['data', 1_000],
      ['login-page', 1_000],
      ['login', 1_000],
    ]);
    expect(artefacts.filter(({ type }) => type === 'screenshot')).toHaveLength(1);
  });
});

describe('a trace', () => {
  it('is kept of a run that fails, without the account and without the session', async () => {
    await portals.faults.set('work24', { mode: 'login-rejected' });
    const { record } = await outcome({ ...loggingIn('work24'), trace: true });
    await portals.faults.clear('work24');
    const trace = record.artefacts.find(({ type }) => type === 'trace');
    const parts = Object.entries(unzipSync(trace?.body ?? new Uint8Array()));
    expect(parts.map(([name]) => name)).toEqual(
      expect.arrayContaining(['trace.trace', 'trace.network']),
    );
    const everything = parts.map(([, part]) => strFromU8(part)).join('\n');
    expect(everything).toContain('openLginPage.do');
    expect(everything).toContain(REDACTED);
    const { userId, password } = portals.credentials('work24');
    for (const secret of [userId, password]) expect(everything).not.toContain(secret);
  });

  it('is not kept of a run that passed', async () => {
    const { record } = await outcome({ ...loggingIn('work24'), trace: true });
    expect(record.artefacts).toEqual([]);
  });
});

describe('a browser that dies', () => {
  it('is the fault of the monitor, after one more try in a fresh one', async () => {
    const pids: (number | undefined)[] = [];
    const dying = createJourneyRunner({
      journeys,
      browser,
      onBrowser: (pid) => {
        pids.push(pid);
        if (pid !== undefined) setTimeout(() => process.kill(-pid, 'SIGKILL'), 120);
      },
    });
    const record = await dying.run(loggingIn('work24'));
    expect(record.attempts).toBe(2);
    expect(new Set(pids).size).toBe(2);
    const verdict = classify(record.observation);
    expect(verdict).toMatchObject({ result: 'inconclusive', kind: 'monitor-fault' });
  });

  it('does not matter when the second one works', async () => {
    let killed = false;
    const dyingOnce = createJourneyRunner({
      journeys,
      browser,
      onBrowser: (pid) => {
        if (pid === undefined || killed) return;
        killed = true;
        process.kill(-pid, 'SIGKILL');
      },
    });
    const record = await dyingOnce.run(loggingIn('work24'));
    expect(record.attempts).toBe(2);
    expect(classify(record.observation)).toMatchObject({ result: 'passed', layer: 'session' });
  });

  it('is not started when too little of the run is left', async () => {
    const pids: (number | undefined)[] = [];
    const late = createJourneyRunner({ journeys, browser, onBrowser: (pid) => pids.push(pid) });
    const order = loggingIn('work24');
    const limits = { ...order.limits, journeyMs: 600 };
    const { observation } = await late.run({ ...order, limits });
    expect(pids).toEqual([]);
    expect(observation.fault?.message).toMatch(/^Unpacking the browser took all the time/);
    expect(classify(observation)).toMatchObject({ kind: 'monitor-fault' });
  });

  it('that is missing gives one line naming the file and the remedy', async () => {
    const without = createJourneyRunner({ journeys, browser: { source: '/nowhere' } });
    const { observation } = await without.run(loggingIn('work24'));
    expect(observation.fault?.phase).toBe('browser');
    expect(observation.fault?.message).toMatch(
      /^the browser file \/nowhere\/chromium\.br .*npm ci/,
    );
    expect(classify(observation)).toMatchObject({ kind: 'monitor-fault' });
  });
});

describe('all these runs in one process, and more', () => {
  it('leave no process and no file', async () => {
    const target = targetAt(portals, 'work24');
    for (let run = 0; run < 10; run += 1) {
      const record = await runner.run(anOrder({ target, depth: 'static' }));
      expect(record.observation.fault).toBeUndefined();
    }
    expect(leftFiles()).toEqual([]);
    expect(leftBrowsers()).toEqual([]);
  });
});

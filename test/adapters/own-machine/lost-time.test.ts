import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { faultOfLostTime, OWN_MACHINE } from '#adapters/own-machine/lost-time';
import { ownPulse, Pulse } from '#adapters/own-machine/pulse';
import { classify } from '#core/classify/classify';
import { defined } from '#core/defined';
import type { Fault, Observation } from '#core/run/observation';
import { recordOfNothing } from '#core/run/run-record';
import { block } from '../../support/block.ts';
import {
  HEALTHY,
  HTML,
  limitsOf,
  probe,
  serveHttp,
  serveRaw,
  targetOf,
} from '../network/probing.ts';

/** Of the shortest kind. */
const LIMIT_MS = 220;

const NOTHING: Fault = { phase: 'response', message: 'no answer', timedOut: true };

function seen(fault: Fault | undefined, over: Partial<Observation> = {}): Observation {
  const { observation } = recordOfNothing({ fault: fault ?? NOTHING, url: 'https://a.example/' });
  const { fault: _none, ...rest } = observation;
  return { ...rest, elapsedMs: 900, ...defined({ fault }), ...over };
}

async function isOurs(observation: Observation, lostMs: number): Promise<boolean> {
  return (await faultOfLostTime(observation, lostMs))?.code === OWN_MACHINE;
}

describe('a probe of a healthy portal', () => {
  it.each([700, 1_500])(
    'blames our machine when that stands still for %i ms before the answer',
    async (ms) => {
      const origin = await serveHttp((_request, response) => {
        block(ms);
        response.writeHead(200, HTML).end(HEALTHY);
      });
      const limits = limitsOf({ firstByteMs: 400, bodyMs: 400 });
      const { observation } = await probe(targetOf(origin), { limits });
      expect(observation.fault).toMatchObject({ phase: 'monitor', code: OWN_MACHINE });
      expect(observation.fault?.message).toMatch(/^This machine, not the portal: .*Remedy: /);
      expect(classify(observation)).toMatchObject({
        result: 'inconclusive',
        kind: 'monitor-fault',
      });
    },
  );

  it('blames our machine when the server ended a connection on which we were silent', async () => {
    const origin = await serveRaw((socket) => {
      block(400);
      socket.resetAndDestroy();
    });
    const { observation } = await probe(targetOf(origin));
    expect(observation.fault?.code).toBe(OWN_MACHINE);
  });

  it('does not call it slow when only we were', async () => {
    const origin = await serveHttp((_request, response) => {
      block(500);
      response.writeHead(200, HTML).end(HEALTHY);
    });
    const limits = { ...limitsOf(), slowAfterMs: 300 };
    const { observation } = await probe(targetOf(origin), { limits });
    expect(classify(observation).kind).toBe('monitor-fault');
  });
});

describe('a portal that fails', () => {
  it('is told while our machine works, also beside short delays of our own', async () => {
    const busy = setInterval(() => block(30), 60);
    const origin = await serveHttp(() => undefined);
    const limits = limitsOf({ firstByteMs: 600 });
    const { observation } = await probe(targetOf(origin), { limits });
    clearInterval(busy);
    expect(classify(observation)).toMatchObject({ result: 'failed', kind: 'timeout' });
  });

  it('is told when it answers with an error, however long we stood still', async () => {
    const origin = await serveHttp((_request, response) => {
      block(700);
      response.writeHead(500, HTML).end('<h1>시스템 오류</h1>');
    });
    const { observation } = await probe(targetOf(origin));
    expect(classify(observation)).toMatchObject({ result: 'failed', kind: 'error-page' });
  });

  it('is told when it is slow beside a shorter delay of ours', async () => {
    const origin = await serveHttp(async (_request, response) => {
      block(100);
      await sleep(500);
      response.writeHead(200, HTML).end(HEALTHY);
    });
    const limits = { ...limitsOf(), slowAfterMs: 300 };
    const { observation } = await probe(targetOf(origin), { limits });
    expect(classify(observation)).toMatchObject({ result: 'degraded', kind: 'slow' });
  });
});

describe('time that we lost', () => {
  it('counts against a time-out from half of the step on', async () => {
    expect(await isOurs(seen(NOTHING), 440)).toBe(false);
    expect(await isOurs(seen(NOTHING), 460)).toBe(true);
  });

  it('excuses a page on which something did not show, but not one that says why', async () => {
    const step: Fault = { phase: 'step', message: 'main does not show', timedOut: false };
    const page = { status: 200, text: '고용24 '.repeat(30), markers: [missing] };
    expect(await isOurs(seen(step, page), 800)).toBe(true);
    expect(await isOurs(seen(step, { ...page, status: 503 }), 800)).toBe(false);
  });

  it.each([
    { phase: 'connect', code: 'ECONNREFUSED', message: 'refused', timedOut: false },
    { phase: 'dns', code: 'ENOTFOUND', message: 'no such name', timedOut: false },
    { phase: 'tls', code: 'CERT_HAS_EXPIRED', message: 'expired', timedOut: false },
  ] as const)('never excuses $code, which is an answer', async (fault) => {
    expect(await isOurs(seen(fault), 890)).toBe(false);
  });

  it('excuses everything after a minute, when servers have ended our session', async () => {
    expect(
      await isOurs(seen(undefined, { text: '세션이 만료되었습니다.', elapsedMs: 90_000 }), 61_000),
    ).toBe(true);
  });

  it('never changes a run that passed', async () => {
    const found = { name: 'main', expected: true, found: true };
    expect(
      await isOurs(seen(undefined, { status: 200, text: HEALTHY, markers: [found] }), 900),
    ).toBe(false);
  });
});

const missing = { name: 'main', expected: true, found: false };

describe('the pulse', () => {
  it('takes short delays for normal where limits are long, as on a slow machine', async () => {
    const pulses = [ownPulse(LIMIT_MS), ownPulse(5 * LIMIT_MS)];
    await sleep(60);
    block(150);
    for (const pulse of pulses) pulse.stop();
    const [ofFast, ofSlow] = pulses.map((pulse) => pulse.lostSince(0));
    expect(ofFast).toBeGreaterThan(100);
    expect(ofSlow).toBe(0);
  });

  it('finds how long this process stood still, only since the given moment', async () => {
    const pulse = ownPulse(LIMIT_MS);
    await sleep(60);
    block(300);
    await sleep(60);
    const later = performance.now();
    await sleep(60);
    block(200);
    pulse.stop();
    expect(pulse.lostSince(0)).toBeGreaterThan(400);
    expect(pulse.lostSince(later)).toBeGreaterThan(120);
    expect(pulse.lostSince(later)).toBeLessThan(pulse.lostSince(0) - 200);
  });

  it('counts an answer that never came', async () => {
    const beat = () => new Promise(() => undefined);
    const pulse = new Pulse({ beat, pauseMs: 10, leastGapMs: 50 });
    await sleep(300);
    pulse.stop();
    expect(pulse.lostSince(0)).toBeGreaterThan(200);
  });

  it('counts the sleep of a machine whose monotonic clock stood still', async () => {
    const pulse = ownPulse(LIMIT_MS);
    await sleep(60);
    const real = Date.now;
    Date.now = () => real() + 3_600_000;
    pulse.stop();
    Date.now = real;
    expect(pulse.lostSince(0)).toBeGreaterThan(3_500_000);
  });
});

import { describe, expect, it } from 'vitest';
import {
  createOwnNetwork,
  type OwnNetworkOptions,
  probingOver,
} from '#adapters/network/own-network';
import { createProber } from '#adapters/network/prober';
import { classify } from '#core/classify/classify';
import type { Fault } from '#core/run/observation';
import type { RunRecord } from '#core/run/run-record';
import { anObservation, aRecord } from '../../support/builders.ts';
import { HTML, limitsOf, serveHttp, serveRaw, targetOf } from './probing.ts';

const NOBODY = 'http://127.0.0.1:1';
const CONTROL = '<!DOCTYPE html><title>정책브리핑</title><body><h1>정책브리핑</h1>';

function unreached(fault: Partial<Fault> = {}): RunRecord {
  const { status: _, ...observation } = anObservation({ layer: 'host', text: '', title: '' });
  const full: Fault = {
    phase: 'connect',
    code: 'ECONNREFUSED',
    message: 'no',
    timedOut: false,
    ...fault,
  };
  return aRecord({ observation: { ...observation, fault: full } });
}

const control = (origin: string) =>
  targetOf(origin, { service: 'control', markers: { main: '정책브리핑' } });

async function verdictOf(options: OwnNetworkOptions, record = unreached()) {
  const { observation } = await createOwnNetwork(options)(record);
  return { ...classify(observation), fault: observation.fault };
}

const OURS = { result: 'inconclusive', kind: 'monitor-fault' };
const THEIRS = { result: 'failed', kind: 'connect' };

describe('a service that cannot be reached', () => {
  it('is down when something unrelated answers', async () => {
    const answering = await serveHttp((_request, response) =>
      response.writeHead(200, HTML).end(CONTROL),
    );
    expect(await verdictOf({ controls: [control(answering)] })).toMatchObject(THEIRS);
    const silent = await serveRaw(() => undefined);
    const controls = [NOBODY, silent, answering].map(control);
    expect(await verdictOf({ controls })).toMatchObject(THEIRS);
  });

  it.each<readonly [string, () => Promise<string>]>([
    ['refuses', async () => NOBODY],
    ['has no name', async () => 'http://control.invalid'],
    ['breaks off', () => serveRaw((socket) => socket.destroy())],
    [
      'is in truth the login page of a Wi-Fi',
      () =>
        serveHttp((_request, response) =>
          response.writeHead(200, HTML).end('<h1>Wi-Fi 로그인</h1>'),
        ),
    ],
    [
      'leads to another site',
      () => serveHttp((_request, response) => response.writeHead(302, { location: NOBODY }).end()),
    ],
  ])('says nothing when all that is unrelated %s', async (_how, start) => {
    const controls = [control(await start()), control(NOBODY)];
    const verdict = await verdictOf({ controls });
    expect(verdict).toMatchObject(OURS);
    expect(verdict.fault?.message).toMatch(/^Our network, not the portal: .* Remedy: /);
  });

  it('is not waited for longer than three seconds', async () => {
    const silent = await serveRaw(() => undefined);
    const started = performance.now();
    expect(await verdictOf({ controls: [control(silent)] })).toMatchObject(OURS);
    expect(performance.now() - started).toBeLessThan(6_000);
  });

  it('is asked about once by many runs at once, and not again soon', async () => {
    let asked = 0;
    const origin = await serveHttp((_request, response) => {
      asked += 1;
      response.writeHead(200, HTML).end(CONTROL);
    });
    const network = createOwnNetwork({ controls: [control(origin)] });
    await Promise.all(Array.from({ length: 20 }, () => network(unreached())));
    await network(unreached());
    expect(asked).toBe(1);
  });

  it('is taken at its word where no control is configured', async () => {
    expect(await verdictOf({ controls: [] })).toMatchObject(THEIRS);
  });

  it.each<readonly [string, RunRecord]>([
    ['passed', aRecord()],
    ['failed with an answer', aRecord({ observation: anObservation({ status: 500 }) })],
    [
      'stayed on this machine',
      aRecord({
        observation: { ...unreached().observation, url: NOBODY, finalUrl: NOBODY },
      }),
    ],
  ])('asks nobody when the run %s', async (_how, record) => {
    let asked = 0;
    const origin = await serveHttp((_request, response) => {
      asked += 1;
      response.end();
    });
    expect(await createOwnNetwork({ controls: [control(origin)] })(record)).toBe(record);
    expect(asked).toBe(0);
  });
});

describe('a certificate whose dates are refused', () => {
  const expired = () => unreached({ phase: 'tls', code: 'CERT_HAS_EXPIRED' });
  const DAY = 86_400_000;

  it.each([
    ['a day ahead', DAY, OURS],
    ['a day behind', -DAY, OURS],
    ['right', 0, { result: 'failed', kind: 'tls' }],
  ])('is judged by a clock that is %s', async (_how, skew, wanted) => {
    const origin = await serveHttp((_request, response) =>
      response.writeHead(200, HTML).end(CONTROL),
    );
    const options = { controls: [control(origin)], now: () => Date.now() + skew };
    const verdict = await verdictOf(options, expired());
    expect(verdict).toMatchObject(wanted);
    if (wanted === OURS)
      expect(verdict.fault?.message).toMatch(/^Our clock, not the certificate: /);
  });

  it('leaves other failures alone, however wrong the clock', async () => {
    const origin = await serveHttp((_request, response) =>
      response.writeHead(200, HTML).end(CONTROL),
    );
    const options = { controls: [control(origin)], now: () => Date.now() + DAY };
    expect(await verdictOf(options)).toMatchObject(THEIRS);
  });
});

describe('a probe', () => {
  const order = (baseUrl: string) => ({
    target: targetOf(baseUrl),
    limits: limitsOf(),
    userAgentContact: '',
  });

  it('of a portal is no failure while nothing else can be reached', async () => {
    const controls = [control(NOBODY)];
    const prober = probingOver(createProber(), createOwnNetwork({ controls }), controls);
    const { observation } = await prober.probe(order('http://portal.invalid'));
    expect(classify(observation)).toMatchObject(OURS);
  });

  it('of a control stays a failure, because controls decide whose fault it is', async () => {
    const target = control('http://control.invalid');
    const controls = [target];
    const prober = probingOver(createProber(), createOwnNetwork({ controls }), controls);
    const { observation } = await prober.probe({ ...order(''), target });
    expect(classify(observation)).toMatchObject({ result: 'failed', kind: 'dns' });
  });
});

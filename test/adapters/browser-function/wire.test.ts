import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeOrder, encodeOrder } from '#adapters/browser-function/order-wire';
import { decodeRecord, encodeRecord } from '#adapters/browser-function/record-wire';
import type { JourneyOrder } from '#core/ports/checks';
import type { Observation } from '#core/run/observation';
import type { Artefact, RunRecord } from '#core/run/run-record';
import { Secret } from '#core/run/secret';
import { DEFAULT_LIMITS } from '#core/watch/defaults';
import { catalogue } from '#portals/moel/catalogue';

const [target] = catalogue.targets;
if (!target) throw new Error('the catalogue is empty');

const order: JourneyOrder = {
  target,
  journey: 'login',
  depth: 'session',
  limits: DEFAULT_LIMITS,
  userAgentContact: 'https://example.kr',
  blockedHosts: ['ads.example'],
  pictures: { at: 1 },
  trace: true,
  callerReads: true,
};

const observation: Observation = {
  layer: 'data',
  url: 'https://example.kr/',
  finalUrl: 'https://example.kr/main',
  allowedHosts: ['example.kr'],
  status: 200,
  headers: { server: 'WebtoB' },
  title: '제목',
  text: '본문',
  elements: ['.blockMsg'],
  outline: { frame: [], headings: ['a'], links: [], entries: [], fields: 2, layers: ['b'] },
  dialogs: [{ type: 'alert', message: '점검' }],
  markers: [{ name: 'main', expected: true, found: true, text: '고용24', place: 'content' }],
  failedRequests: [{ url: 'https://example.kr/y', status: 500, body: 'error' }],
  pending: [{ url: 'https://example.kr/x', waitedMs: 3, resource: 'xhr' }],
  fault: { phase: 'tls', code: 'CERT_HAS_EXPIRED', message: 'expired', timedOut: false },
  elapsedMs: 12.5,
};

const record: RunRecord = {
  observation,
  steps: [{ name: 'open', layer: 'host', status: 'passed', startedMs: 0, durationMs: 3 }],
  passedLayers: ['host'],
  artefacts: [],
  requests: { 'example.kr': 3 },
  phases: { dns: 1 },
  certificates: { 'example.kr': 10, 'sso.example.kr:8443': -1 },
  unread: [observation],
  attempts: 1,
  durationMs: 1_000,
  note: { ko: '참고', en: 'a note' },
};

function piece(bytes: number, type: Artefact['type'] = 'screenshot'): Artefact {
  return { type, contentType: 'image/png', body: new Uint8Array(bytes).fill(7), takenAt: 5 };
}

const overTheWire = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('an order on its way to the browser', () => {
  it('arrives as it was sent', () => {
    expect(decodeOrder(JSON.parse(encodeOrder(order)))).toEqual(order);
  });

  it('brings the credentials, which print as nothing on either side', () => {
    const credentials = { userId: new Secret('minji'), password: new Secret('p@ss') };
    const arrived = decodeOrder(JSON.parse(encodeOrder({ ...order, credentials })));
    expect(arrived.credentials?.password.reveal()).toBe('p@ss');
    expect(JSON.stringify(arrived)).not.toContain('p@ss');
  });

  it('brings every further field that the login of an operator needs', () => {
    const [userId, password, company] = ['minji', 'p@ss', '1234'].map((each) => new Secret(each));
    if (!userId || !password || !company) throw new Error('three values');
    const sent = encodeOrder({ ...order, credentials: { userId, password, company } });
    const { credentials } = decodeOrder(JSON.parse(sent));
    expect(Object.keys(credentials ?? {}).toSorted()).toEqual(['company', 'password', 'userId']);
    expect(credentials?.company?.reveal()).toBe('1234');
  });

  it('is refused when it has another shape', () => {
    expect(() => decodeOrder({ v: 1 })).toThrow();
    expect(() => decodeOrder({ ...JSON.parse(encodeOrder(order)), v: 2 })).toThrow();
  });
});

describe('a record on its way back', () => {
  it('arrives as it was sent, its evidence byte by byte', () => {
    const sent = { ...record, artefacts: [piece(3), { ...piece(10), step: 'open' }] };
    const arrived = decodeRecord(overTheWire(encodeRecord(sent)));
    expect(arrived).toEqual({
      ...sent,
      artefacts: sent.artefacts.map((each) => ({ ...each, body: Buffer.from(each.body) })),
    });
  });

  it('stays within the limit, however large its evidence is, and names what it leaves out', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 60_000 }), { maxLength: 12 });
    fc.assert(
      fc.property(sizes, (weights) => {
        const artefacts = weights.map((bytes) => piece(bytes));
        const most = 100_000;
        const wired = overTheWire(encodeRecord({ ...record, artefacts }, most));
        expect(JSON.stringify(wired).length).toBeLessThanOrEqual(most);
        const arrived = decodeRecord(wired);
        const lost = artefacts.length - arrived.artefacts.length;
        expect(arrived.note?.ko.includes('너무 커서') ?? false).toBe(lost > 0);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves out the largest pieces first', () => {
    const artefacts = [piece(50_000, 'trace'), piece(1_000, 'screenshot'), piece(10, 'console')];
    const arrived = decodeRecord(overTheWire(encodeRecord({ ...record, artefacts }, 20_000)));
    expect(arrived.artefacts.map(({ type }) => type)).toEqual(['screenshot', 'console']);
    expect(arrived.note).toEqual({
      ko: '참고 · 너무 커서 남기지 못한 증거: trace',
      en: 'a note · evidence too large to keep: trace',
    });
  });

  it.each([
    ['a field too many', { ...record, verdict: 'passed' }],
    [
      'a kind of evidence that there is not',
      { ...record, artefacts: [{ ...piece(1), type: 'x' }] },
    ],
    ['a layer that there is not', { ...record, passedLayers: ['root'] }],
    ['nothing', undefined],
  ])('is refused with %s, because the browser may have been broken into', (_what, sent) => {
    const wired = sent === undefined ? null : overTheWire(encodeRecord(sent as RunRecord));
    expect(() => decodeRecord(wired)).toThrow();
  });
});

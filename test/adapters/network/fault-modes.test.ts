import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProber } from '#adapters/network/prober';
import { classify } from '#core/classify/classify';
import type { Layer } from '#core/run/layer';
import type { Kind, Outcome } from '#core/run/verdict';
import { FAULT_MODES, type FaultMode } from '#core/scenario/scenario';
import type { Limits } from '#core/watch/configuration';
import { type Portals, startPortals } from '#local/portals/portals';
import { catalogue } from '#portals/catalogues';
import { limitsOf } from './probing.ts';

let portals: Portals;
beforeAll(async () => {
  portals = await startPortals({ catalogue });
});
afterAll(() => portals.stop());

/** Short limits only for modes that reach them. For other modes a busy machine would decide. */
const LIMITS: Partial<Record<FaultMode, Limits>> = {
  slow: { ...limitsOf(), slowAfterMs: 300 },
  hang: limitsOf({ firstByteMs: 1_000 }),
  'large-response-stall': limitsOf({ bodyMs: 1_000 }),
};
/** Far above the limit: six probes at once delay each other, and that is not the portals' fault. */
const SLOW_MS = 1_200;

const PASSED = ['passed', undefined, 'data'] as const;

interface Judged {
  readonly verdict: readonly [Outcome, Kind | undefined, Layer];
  /** Layers that still worked. */
  readonly passed: readonly Layer[];
}

/** The result of a probe that a reader of the scenario expects. */
const EXPECTED: Readonly<Record<FaultMode, Judged>> = {
  ok: { verdict: PASSED, passed: ['host', 'static', 'data'] },
  slow: { verdict: ['degraded', 'slow', 'static'], passed: ['host', 'static', 'data'] },
  hang: { verdict: ['failed', 'timeout', 'data'], passed: ['host', 'static'] },
  refuse: { verdict: ['failed', 'connect', 'host'], passed: [] },
  dns: { verdict: ['failed', 'dns', 'host'], passed: [] },
  'tls-expired': { verdict: ['failed', 'tls', 'host'], passed: [] },
  'http-500': { verdict: ['failed', 'http-error', 'static'], passed: ['host'] },
  'http-503': { verdict: ['failed', 'http-error', 'static'], passed: ['host'] },
  'db-error-page': { verdict: ['failed', 'error-page', 'data'], passed: ['host', 'static'] },
  'generic-error-page': { verdict: ['failed', 'error-page', 'static'], passed: ['host'] },
  'maintenance-page': { verdict: ['failed', 'maintenance', 'static'], passed: ['host'] },
  'waiting-room': { verdict: ['degraded', 'waiting-room', 'data'], passed: ['host', 'static'] },
  'blocked-page': { verdict: ['inconclusive', 'blocked', 'static'], passed: ['host'] },
  'blank-page': { verdict: ['failed', 'blank', 'static'], passed: ['host'] },
  spinner: { verdict: ['failed', 'blank', 'data'], passed: ['host', 'static'] },
  'large-response-stall': { verdict: ['failed', 'timeout', 'static'], passed: ['host'] },
  // Faults that only a journey can see.
  'login-rejected': { verdict: PASSED, passed: ['host', 'static', 'data'] },
  'login-option-absent': { verdict: PASSED, passed: ['host', 'static', 'data'] },
  'password-expired': { verdict: PASSED, passed: ['host', 'static', 'data'] },
  'changed-form': { verdict: PASSED, passed: ['host', 'static', 'data'] },
  // Faults of the monitor. The portal works.
  'monitor-crash': { verdict: PASSED, passed: ['host', 'static', 'data'] },
  'monitor-gap': { verdict: PASSED, passed: ['host', 'static', 'data'] },
};

/** EPS logs in on its main page, so its login queue shows there already. */
const EPS_QUEUE: Judged = { verdict: ['degraded', 'waiting-room', 'static'], passed: ['host'] };

/** The cause names nothing that is specific to one portal. */
const SHARED: readonly FaultMode[] = [
  'hang',
  'refuse',
  'http-500',
  'http-503',
  'generic-error-page',
  'blank-page',
  'large-response-stall',
];

async function judge(service: string, mode: FaultMode) {
  const target = portals.catalogue.targets.find((one) => one.service === service);
  if (!target) throw new Error(`no target for ${service}`);
  await portals.faults.set(service, { mode, ...(mode === 'slow' ? { ms: SLOW_MS } : {}) });
  const record = await createProber().probe({
    target,
    limits: LIMITS[mode] ?? limitsOf(),
    userAgentContact: 'https://monitor.example',
  });
  await portals.faults.clear(service);
  const verdict = classify(record.observation);
  return { passed: record.passedLayers, verdict };
}

const SERVICES = catalogue.targets.map(({ service }) => service);

describe.each(FAULT_MODES)('a probe of a portal in mode %s', (mode) => {
  it('says what a reader of the scenario expects, of every portal alike', async () => {
    const judged = await Promise.all(SERVICES.map((service) => judge(service, mode)));
    for (const [index, { passed, verdict }] of judged.entries()) {
      const { kind, layer, result, rule } = verdict;
      const service = SERVICES[index];
      const own = service === 'eps' && mode === 'waiting-room';
      expect({ verdict: [result, kind, layer], passed }, `${service}: ${rule}`).toEqual(
        own ? EPS_QUEUE : EXPECTED[mode],
      );
    }
    const signatures = new Set(judged.map(({ verdict }) => verdict.signature));
    expect(signatures.has(undefined)).toBe(EXPECTED[mode].verdict[0] === 'passed');
    if (SHARED.includes(mode)) expect(signatures.size).toBe(1);
  });
});

describe('the verdict of a probe', () => {
  it('names the database only where its words were seen', async () => {
    const [words, apology] = await Promise.all([
      judge('work24', 'db-error-page'),
      judge('eps', 'generic-error-page'),
    ]);
    expect(words.verdict.databaseText).toBe(true);
    expect(apology.verdict.databaseText).toBeUndefined();
  });

  it('names the length of the queue in a waiting room', async () => {
    const { verdict } = await judge('work24', 'waiting-room');
    expect(verdict.peopleAhead).toBe(120);
  });
});

import { Socket } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { classify } from '#core/classify/classify';
import { limitsOf, probe, targetOf } from './probing.ts';

// On loopback, names resolve and connections are accepted at once, so these two silences are
// forced.
vi.mock('node:dns/promises', () => ({ lookup: () => new Promise(() => undefined) }));
vi.mock('node:net', async (load) => ({
  ...(await load<typeof import('node:net')>()),
  connect: () => new Socket(),
}));

describe('silence', () => {
  it('of the name server ends with the time-out of DNS', async () => {
    const target = targetOf('http://portal.example/');
    const { observation, passedLayers } = await probe(target, { limits: limitsOf({ dnsMs: 50 }) });
    expect(observation.fault).toMatchObject({ phase: 'dns', timedOut: true });
    expect(classify(observation)).toMatchObject({ result: 'failed', kind: 'dns', layer: 'host' });
    expect(passedLayers).toEqual([]);
  });

  it('of the host ends with the time-out of connecting', async () => {
    const limits = limitsOf({ connectMs: 50 });
    const { observation, phases } = await probe(targetOf('http://127.0.0.1/'), { limits });
    expect(observation.fault).toMatchObject({ phase: 'connect', timedOut: true });
    expect(Object.keys(phases ?? {})).toEqual(['dns']);
    expect(classify(observation)).toMatchObject({
      result: 'failed',
      kind: 'connect',
      layer: 'host',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { concurrencyNeeded, concurrencyOf } from '#core/plan/concurrency';
import { quietSeconds } from '#core/plan/quiet';
import { resolveConfiguration } from '#local/configuration';

function resolve(input: unknown) {
  return resolveConfiguration(input, { file: '', stage: 'dev', now: 0 }).configuration;
}

describe('concurrency', () => {
  it('grows with the catalogue, so that no check waits for another', () => {
    const { catalogue } = resolve({});
    expect(concurrencyOf(catalogue)).toEqual({ journeys: 3, probes: 6, evaluations: 2 });
    const twice = { ...catalogue, checks: [...catalogue.checks, ...catalogue.checks] };
    expect(concurrencyOf(twice)).toEqual({ journeys: 6, probes: 12, evaluations: 2 });
    expect(concurrencyNeeded(twice)).toBeGreaterThan(concurrencyNeeded(catalogue));
  });
});

describe('silence of a service', () => {
  it('is a fault after ten minutes at default cadence, and after two intervals at a slow one', () => {
    expect(quietSeconds('eps', resolve({}))).toBe(600);
    const slow = resolve({ cadence: { probeSeconds: 900, journeySeconds: 3600 } });
    expect(quietSeconds('eps', slow)).toBe(1_800);
    expect(quietSeconds('unwatched', resolve({}))).toBeUndefined();
  });
});

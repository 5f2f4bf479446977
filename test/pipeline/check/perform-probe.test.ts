import { describe, expect, it } from 'vitest';
import { performProbe } from '#pipeline/check/perform-probe';
import { aConfiguration, aRecord } from '../../support/builders.ts';

describe('a probe', () => {
  it('asks for the target of its check, within the limits, and names whom to contact', async () => {
    const base = aConfiguration();
    const configuration = { ...base, texts: { ...base.texts, contactUrl: 'https://a.example' } };
    const [target] = configuration.catalogue.targets;
    const asked: unknown[] = [];
    const prober = {
      probe: async (order: unknown) => {
        asked.push(order);
        return aRecord();
      },
    };
    expect(await performProbe({ target } as never, { prober, configuration })).toEqual(aRecord());
    expect(asked).toEqual([
      { target, limits: configuration.limits, userAgentContact: 'https://a.example' },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { resolveConfiguration } from '#adapters/configuration/resolve';
import { contradictions } from '#core/watch/contradictions';
import { aConfiguration, NINE_FIFTEEN } from '../../support/builders.ts';

const withRules = (over: object) => {
  const base = aConfiguration();
  return contradictions({ ...base, rules: { ...base.rules, ...over } });
};

describe('rules that cannot be met', () => {
  it('are none by default', () => {
    expect(contradictions(aConfiguration())).toEqual([]);
  });

  it.each([
    [{ lastsSeconds: { together: 20, alone: 400 } }, '400 s is longer than the 300 s'],
    [{ lastsSeconds: { together: 90, alone: 60 } }, 'together (90 s) is longer than alone (60 s)'],
    [{ closeSpanSeconds: { together: 90, alone: 60 } }, 'together (90 s)'],
    [{ partial: { share: 0.2, surplus: 2.5, windowSeconds: 30 } }, '30 s is shorter than a probe'],
    [{ partial: { share: 0.2, surplus: 2.5, windowSeconds: 30 } }, 'cannot span'],
    [{ partial: { share: 0.2, surplus: 2.5, windowSeconds: 900 } }, '900 s is longer than'],
    [{ partial: { share: 0.9, surplus: 5, windowSeconds: 300 } }, 'needs 51 failures within 300 s'],
  ])('%j are refused with the numbers: %s', (over, text) => {
    expect(
      withRules(over)
        .map(({ en }) => en)
        .join('\n'),
    ).toContain(text);
  });

  it('are refused of one service and of a group too', () => {
    const { catalogue, ...rest } = aConfiguration();
    const services = catalogue.services.map((one) => ({ ...one, lastsSeconds: { alone: 10 } }));
    const found = contradictions({ ...rest, catalogue: { ...catalogue, services } });
    expect(found[0]?.en).toContain('lastsSeconds of work24: together (20 s)');
  });

  it('are refused when the configuration is loaded', () => {
    const load = () =>
      resolveConfiguration({ rules: { lastsSeconds: { together: 20, alone: 900 } } }, {
        file: 'bonghwa.config.ts',
        stage: 'prod',
        now: NINE_FIFTEEN,
      } as never);
    expect(load).toThrow();
  });
});

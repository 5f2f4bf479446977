import { describe, expect, it } from 'vitest';
import { stepName } from '#core/watch/step-names';
import { inspection, inspectionTarget } from '#portals/inspection';
import { journeys } from '#portals/registry';
import { script } from '#portals/steps/script';
import { aConfiguration } from '../support/builders.ts';

const { targets } = aConfiguration().catalogue;
const known = [
  ...targets.map((target) => ({ target, journey: journeys.find(target, 'login') })),
  {
    target: inspectionTarget({ url: new URL('https://example.com/') }),
    journey: inspection,
  },
  ...targets.slice(0, 1).map((target) => ({ target, journey: script('a', 'b', async () => {}) })),
];

describe('the steps of the shared journeys', () => {
  const names = known.flatMap(
    ({ target, journey }) => journey?.steps(target).map(({ name }) => name) ?? [],
  );

  it.each([...new Set(names)])('have a name in both languages: %s', (name) => {
    expect(stepName(name, 'ko')).toMatch(/\p{Script=Hangul}/u);
    expect(stepName(name, 'en')).toMatch(/^[a-z ()]+$/);
  });

  it('reach every layer', () => {
    expect(names).toEqual(expect.arrayContaining(['open-main', 'data', 'login-page', 'logout']));
  });
});

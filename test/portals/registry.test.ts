import { describe, expect, it } from 'vitest';
import { layerDepth } from '#core/run/layer';
import { catalogue } from '#portals/moel/catalogue';
import { findJourney, journeys } from '#portals/registry';

const checks = catalogue.checks.filter(({ type }) => type === 'journey');
const targetOf = (service: string) => catalogue.targets.find((one) => one.service === service);

describe('the journeys', () => {
  it('are there for every journey check of the catalogue', () => {
    const missing = checks.filter(
      ({ id, service }) => !findJourney(service, id.split('/')[1] ?? ''),
    );
    expect(missing).toEqual([]);
  });

  it('have names that are unique within a service', () => {
    const names = journeys.map(({ service, name }) => `${service}/${name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(journeys.map((journey) => [journey.service, journey] as const))(
    '%s goes from the outside in, as deep as its check says',
    (service, journey) => {
      const target = targetOf(service);
      const check = checks.find((one) => one.service === service);
      if (!target || !check) throw new Error(`the catalogue does not know ${service}`);
      const layers = journey.steps(target).map(({ layer }) => layer);
      const depths = layers.map(layerDepth);
      expect(depths).toEqual([...depths].sort());
      expect(layers[0]).toBe('host');
      expect(layers).toContain(check.depth);
    },
  );

  it('stop at the login page where logging in is not possible', () => {
    const target = targetOf('work24');
    const journey = findJourney('work24', 'login');
    if (!target || !journey) throw new Error('no work24');
    const steps = journey.steps({ ...target, login: 'none' });
    expect(steps.at(-1)?.layer).toBe('login-page');
  });

  it('have the selectors and markers they look for', () => {
    for (const target of catalogue.targets) {
      const wanted = ['userId', 'password', 'submit', 'logout'];
      expect(Object.keys(target.selectors)).toEqual(expect.arrayContaining(wanted));
      for (const page of Object.keys(target.pages)) expect(target.markers).toHaveProperty(page);
    }
  });
});

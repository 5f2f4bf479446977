import { describe, expect, it } from 'vitest';
import { layerDepth } from '#core/run/layer';
import { catalogue } from '#portals/catalogues';
import { journeys } from '#portals/registry';

const checks = catalogue.checks.filter(({ type }) => type === 'journey');
const targetOf = (service: string) => {
  const target = catalogue.targets.find((one) => one.service === service);
  if (!target) throw new Error(`the catalogue does not know ${service}`);
  return target;
};

describe('the journeys', () => {
  it.each(checks.map(({ id, service, depth }) => [id, service, depth] as const))(
    '%s goes from the outside in, as deep as its check says',
    (id, service, depth) => {
      const target = targetOf(service);
      const journey = journeys.find(target, id.slice(service.length + 1));
      const layers = (journey?.steps(target) ?? []).map(({ layer }) => layer);
      const depths = layers.map(layerDepth);
      expect(depths).toEqual([...depths].sort());
      expect(layers[0]).toBe('host');
      expect(layers).toContain(depth);
    },
  );

  it('stop at the login page where logging in is not possible', () => {
    const target = { ...targetOf('work24'), login: 'none' };
    expect(journeys.find(target, 'login')?.steps(target).at(-1)?.layer).toBe('login-page');
  });

  it('have the selectors and markers they look for', () => {
    for (const target of catalogue.targets) {
      const wanted = ['userId', 'password', 'submit', 'logout'];
      expect(Object.keys(target.selectors)).toEqual(expect.arrayContaining(wanted));
      for (const page of Object.keys(target.pages)) expect(target.markers).toHaveProperty(page);
    }
  });

  it('do not exist under another name or for an unknown login', () => {
    expect(journeys.find(targetOf('work24'), 'apply')).toBeUndefined();
    expect(journeys.find({ ...targetOf('work24'), login: 'smile' }, 'login')).toBeUndefined();
  });
});

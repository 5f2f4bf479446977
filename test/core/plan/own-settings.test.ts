import { describe, expect, it } from 'vitest';
import { detectionBounds } from '#core/plan/bounds';
import { ownSettings } from '#core/plan/own-settings';
import type { Group, Service } from '#core/watch/catalogue';
import type { Configuration } from '#core/watch/configuration';
import { aConfiguration } from '../../support/builders.ts';

interface Changes {
  readonly service?: Partial<Service>;
  readonly group?: Partial<Group>;
}

/** Different settings for eps, or for its group. */
function changed({ service, group }: Changes): Configuration {
  const base = aConfiguration();
  const { services, groups } = base.catalogue;
  const catalogue = {
    ...base.catalogue,
    services: services.map((one) => (one.id === 'eps' ? { ...one, ...service } : one)),
    groups: groups.map((one) => ({ ...one, ...group })),
  };
  return { ...base, catalogue };
}

describe('settings of single services in the plan', () => {
  it('are none where all follow the rules', () => {
    expect(ownSettings(aConfiguration())).toEqual([]);
    expect(ownSettings(changed({ service: { lastsSeconds: { alone: 60 } } }))).toEqual([]);
  });

  it('say how much later a service with a longer span is told', () => {
    const { singleSeconds } = detectionBounds(aConfiguration());
    const [own, ...rest] = ownSettings(changed({ service: { lastsSeconds: { alone: 180 } } }));
    expect(rest).toEqual([]);
    expect(own).toEqual({
      service: 'eps',
      lastsSeconds: { together: 20, alone: 180 },
      singleSeconds: singleSeconds + 120,
    });
  });

  it('name every service of a group that has its own', () => {
    const all = ownSettings(changed({ group: { lastsSeconds: { together: 40 } } }));
    expect(all).toHaveLength(aConfiguration().catalogue.services.length);
    expect(all[0]?.lastsSeconds).toEqual({ together: 40, alone: 60 });
  });

  it('say of which service notices are only warnings', () => {
    expect(ownSettings(changed({ service: { severity: 'warning' } }))).toMatchObject([
      { service: 'eps', severity: 'warning' },
    ]);
  });
});

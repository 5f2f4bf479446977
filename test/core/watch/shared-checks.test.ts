import { describe, expect, it } from 'vitest';
import type { Catalogue } from '#core/watch/catalogue';
import { checkedWith, runningServices, withSharedChecks } from '#core/watch/shared-checks';
import { resolveConfiguration } from '#local/configuration';

function resolve(input: unknown): Catalogue {
  return resolveConfiguration(input, { file: '', stage: 'dev', now: 0 }).configuration.catalogue;
}

const sharers = (catalogue: Catalogue) =>
  Object.fromEntries(catalogue.services.map(({ id }) => [id, checkedWith(catalogue, id)] as const));

describe('services on the very same screens', () => {
  it('share the checks of the first of them, and have no runs of their own', () => {
    const catalogue = resolve({});
    expect(sharers(catalogue)).toEqual({
      work24: undefined,
      worknet: 'work24',
      'employment-insurance': 'work24',
      'employment-support': 'work24',
      'hrd-net': undefined,
      eps: undefined,
    });
    expect(runningServices(catalogue)).toEqual(['work24', 'hrd-net', 'eps']);
  });

  it('share those of the next when the first is switched off', () => {
    expect(sharers(resolve({ services: { work24: { enabled: false } } }))).toEqual({
      worknet: undefined,
      'employment-insurance': 'worknet',
      'employment-support': 'worknet',
      'hrd-net': undefined,
      eps: undefined,
    });
  });

  it.each([
    ['a page', { target: { pages: { main: '/cm/other.do' } } }],
    ['a marker', { target: { markers: { main: '로그인', data: '구인' } } }],
    ['a selector', { target: { selectors: { submit: '#other' } } }],
  ])('have runs of their own as soon as %s differs', (_, worknet) => {
    expect(checkedWith(resolve({ services: { worknet } }), 'worknet')).toBeUndefined();
  });

  it('have a run of their own where its pace differs, and share the other', () => {
    const { checks } = resolve({ services: { worknet: { probeSeconds: 300 } } });
    const own = checks.filter(({ service }) => service === 'worknet');
    expect(own.map(({ id, sharedWith }) => [id, sharedWith])).toEqual([
      ['worknet/probe', undefined],
      ['worknet/login', 'work24/login'],
    ]);
  });

  it('share nothing across groups, whose causes are told apart', () => {
    const { services, checks, ...rest } = resolve({});
    const away = <T extends { readonly group: string }>(one: T, service: string): T =>
      service === 'worknet' ? { ...one, group: 'other' } : one;
    const catalogue = withSharedChecks({
      ...rest,
      services: services.map((one) => away(one, one.id)),
      checks: checks.map((one) => away(one, one.service)),
    });
    expect(checkedWith(catalogue, 'worknet')).toBeUndefined();
    expect(checkedWith(catalogue, 'employment-insurance')).toBe('work24');
  });
});

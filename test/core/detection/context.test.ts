import { describe, expect, it } from 'vitest';
import { groupContext } from '#core/detection/context';
import { quick } from '../../support/watch.ts';

describe('the context of a group', () => {
  const subscriptions = [
    { services: [] },
    { services: ['eps'] },
    { services: ['eps', 'work24'], remindAfterSeconds: 600 },
    { services: ['work24', 'eps'], remindAfterSeconds: 600 },
  ];

  it('has each set of several services once, and no single service', () => {
    const { selections } = groupContext({ ...quick(), subscriptions }, 'moel', 'prod');
    expect(selections.map((services) => services.toSorted())).toEqual([['eps', 'work24']]);
  });

  it('has each delay of reminders once', () => {
    const { remindAfter } = groupContext({ ...quick(), subscriptions }, 'moel', 'prod');
    expect(remindAfter).toEqual([600]);
  });

  it('is made once for a configuration, a group and a stage', () => {
    const configuration = quick();
    const context = groupContext(configuration, 'moel', 'prod');
    expect(groupContext(configuration, 'moel', 'prod')).toBe(context);
    expect(groupContext(configuration, 'moel', 'dev').stage).toBe('dev');
    expect(groupContext(configuration, 'other', 'prod').services).toEqual([]);
  });

  it('knows the host of each service with its port, but not the path', () => {
    const { catalogue, ...rest } = quick();
    const [first, ...targets] = catalogue.targets;
    const moved = first ? [{ ...first, baseUrl: 'https://a.example:8443/one/two' }] : [];
    const changed = { ...rest, catalogue: { ...catalogue, targets: [...moved, ...targets] } };
    const { hosts } = groupContext(changed, 'moel', 'prod');
    expect(hosts.get(first?.service ?? '')).toBe('a.example:8443');
    expect(hosts.get('eps')).toBe('www.eps.go.kr');
  });

  it('knows which services run and which share the runs of another', () => {
    const base = quick();
    const checks = base.catalogue.checks.map((check) =>
      check.id === 'worknet/probe' ? { ...check, sharedWith: 'work24/probe' } : check,
    );
    const context = groupContext(
      { ...base, catalogue: { ...base.catalogue, checks } },
      'moel',
      'prod',
    );
    expect(context.followers.get('work24/probe')?.map(({ id }) => id)).toEqual(['worknet/probe']);
    expect(context.running).toContain('worknet');
    expect([...context.controls.keys()]).toEqual(['control/probe']);
    expect(context.severities.get('eps')).toBe('critical');
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EXIT } from '../../bin/command.ts';
import { doctorCommand } from '../../bin/commands/doctor.ts';
import { drillCommand } from '../../bin/commands/drill.ts';
import { planCommand } from '../../bin/commands/plan.ts';
import { secretCommand } from '../../bin/commands/secret.ts';
import { withoutAws } from '../support/no-aws.ts';

let printed: string[];

beforeEach(() => {
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => {
    printed.push(line);
  });
  withoutAws();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('bonghwa plan', () => {
  it('prints one JSON document with services, hosts, bounds and cost', async () => {
    expect(await planCommand.run(['--json'], 'en')).toBe(EXIT.good);
    const plan = JSON.parse(printed.join('\n'));
    expect(Object.keys(plan)).toEqual([
      'stage',
      'services',
      'hosts',
      'bounds',
      'ownSettings',
      'told',
      'concurrency',
      'cost',
      'warnings',
    ]);
    expect(plan.services).toHaveLength(6);
    expect(plan.cost.prices.date).toMatch(/^\d{4}-/);
  });

  it('tells a person the total, what was measured and what is assumed', async () => {
    await planCommand.run([], 'en');
    const text = printed.join('\n');
    expect(text).toMatch(/total\s+\d+\.\d\d\s+\d+\.\d\d/);
    expect(text.replace(/\s+/g, ' ')).toMatch(
      /browser .* processor time measured .* waiting for real portals is assumed/,
    );
    expect(text).toContain('not seen: what lies behind the login');
  });
});

describe('bonghwa doctor', () => {
  it('without credentials says what it did not look at, and what is bad all the same', async () => {
    expect(await doctorCommand.run(['--json'], 'en')).toBe(EXIT.bad);
    const { ready, findings } = JSON.parse(printed.join('\n'));
    expect(ready).toBe(false);
    const states = (wanted: string) =>
      findings
        .filter(({ state }: { state: string }) => state === wanted)
        .map(({ about }: { about: string }) => about);
    expect(states('unknown')).toEqual([
      'clock',
      'subscriptions',
      'SMS sandbox',
      'SMS spending',
      'SMS delivery',
      'drills',
      'secrets',
      'Lambda concurrency',
      'kept resources',
      'ticks',
    ]);
    expect(states('bad')).toEqual(['subscribers', 'operators']);
  });

  it('says once what it says about several parts', async () => {
    await doctorCommand.run([], 'en');
    const lines = printed.join('\n').split('\n');
    const unseen = lines.filter((line) => line.includes('not looked at'));
    expect(unseen).toEqual([
      expect.stringMatching(/clock, subscriptions, SMS sandbox, .*, ticks: /),
    ]);
  });
});

describe('bonghwa secret', () => {
  it('takes no value from the command line, where other users could read it', async () => {
    const given = secretCommand.run(['set', 'eps', 'my-password'], 'en');
    await expect(given).rejects.toThrow('secret takes: set SERVICE, and no value.');
  });

  it('has no use for a password where logging in is not permitted', async () => {
    await expect(secretCommand.run(['set', 'eps'], 'en')).rejects.toThrow(
      /No permission to log in to eps/,
    );
  });

  it('knows its services', async () => {
    await expect(secretCommand.run(['set', 'eqs'], 'en')).rejects.toMatchObject({
      name: 'UnknownNameError',
      remedy: expect.stringContaining('work24, worknet'),
    });
  });
});

describe('bonghwa drill', () => {
  it('knows its groups', async () => {
    await expect(drillCommand.run(['--group', 'mois'], 'en')).rejects.toThrow(
      'There is no group "mois".',
    );
  });
});

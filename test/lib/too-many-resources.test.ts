import { describe, expect, it } from 'vitest';
import { explained } from '#lib/too-many-resources';
import { added } from './options.ts';
import { synthesize } from './synthesize.ts';

describe('a stack that CloudFormation could not take', () => {
  it('is refused with its name, its size and what to do', () => {
    const groups = Array.from({ length: 100 }, (_, index) => `group-${index}`);
    const addGroups = groups.map((id) => ({ id, name: '기관', nameEn: 'Group' }));
    const addServices = groups.map((group, index) => ({ ...added(index), group }));
    const { template } = synthesize({ addGroups, addServices });
    let thrown: unknown;
    try {
      template('monitoring');
    } catch (error) {
      thrown = error;
    }
    expect(String(explained(thrown))).toMatch(
      /bonghwa-dev-monitoring would have \d{3} resources; CloudFormation takes 500/,
    );
  }, 60_000);

  it('is told apart from any other error, which stays as it is', () => {
    const other = new Error('other');
    expect(explained(other)).toBe(other);
  });
});

import { describe, expect, it } from 'vitest';
import { behaviours, compareAll } from './zoo.ts';

describe('the prober and the deployed browser', () => {
  it('agree on what is reached, except for documented differences', async () => {
    expect(behaviours.length).toBeGreaterThan(60);
    const compared = await compareAll(behaviours);
    const others = compared.filter(({ agree, behaviour }) => !agree && !behaviour.differs);
    expect(others.map(({ behaviour, ...rest }) => ({ name: behaviour.name, ...rest }))).toEqual([]);
  });
});

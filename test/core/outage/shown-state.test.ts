import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gravest, SHOWN_STATES } from '#core/outage/shown-state';

describe('the gravest of several states', () => {
  it('is unknown when there are none', () => {
    expect(gravest([])).toBe('unknown');
  });

  it('does not hide an unknown service behind working ones', () => {
    expect(gravest(['up', 'unknown', 'up'])).toBe('unknown');
    expect(gravest(['maintenance', 'unknown'])).toBe('unknown');
    expect(gravest(['unknown', 'degraded'])).toBe('degraded');
  });

  it('is the first of them in the one order, however they are listed', () => {
    const states = fc.array(fc.constantFrom(...SHOWN_STATES), { minLength: 1 });
    fc.assert(
      fc.property(states, (some) => {
        const order = some.map((state) => SHOWN_STATES.indexOf(state));
        expect(SHOWN_STATES.indexOf(gravest(some))).toBe(Math.min(...order));
      }),
    );
  });
});

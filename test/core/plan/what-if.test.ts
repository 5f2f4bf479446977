import { describe, expect, it } from 'vitest';
import { type Call, differences } from '#core/plan/what-if';

function call(outage: string, toldAt: number, rest: Partial<Call> = {}): Call {
  return { outage, services: ['a'], beganBy: 100, endedBy: 200, toldAt, messages: 2, ...rest };
}

describe('calls under two sets of rules', () => {
  it('pair where they share a service and a moment', () => {
    const was = call('x', 110);
    const would = call('y', 150, { services: ['b', 'a'], beganBy: 140 });
    expect(differences([was], [would])).toEqual([{ was, would }]);
  });

  it('are missed or added where nothing pairs', () => {
    const was = call('x', 110);
    const other = call('y', 120, { services: ['b'] });
    const later = call('z', 310, { beganBy: 300, endedBy: 400 });
    expect(differences([was], [other, later])).toEqual([
      { was },
      { would: other },
      { would: later },
    ]);
  });

  it('pair with one outage only, though two of the other rules meet it', () => {
    const was = call('x', 110, { endedBy: 400 });
    const first = call('y', 120, { endedBy: 150 });
    const second = call('z', 310, { beganBy: 300, endedBy: 400 });
    expect(differences([was], [first, second])).toEqual([{ was, would: first }, { would: second }]);
  });

  it('pair while an outage goes on', () => {
    const { endedBy: _, ...open } = call('x', 110);
    const would = call('y', 900, { beganBy: 800, endedBy: 950 });
    expect(differences([open], [would])).toEqual([{ was: open, would }]);
  });
});

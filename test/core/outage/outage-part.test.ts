import { describe, expect, it } from 'vitest';
import { partOf } from '#core/outage/outage-part';
import { MINUTE } from '#core/time/time';
import { incidentOf, outageOf, STARTED } from '../../support/outages.ts';

const later = { after: STARTED.by + MINUTE, by: STARTED.by + 2 * MINUTE };
const FAILS = { layer: 'static', kind: 'http-error', signature: 'other' } as const;

describe('the part of an outage that concerns some of its services', () => {
  const outage = {
    ...outageOf(['work24', 'hrd-net', 'eps']),
    incidents: [
      incidentOf('work24'),
      incidentOf('hrd-net', { startedBetween: later }),
      incidentOf('eps', { startedBetween: later, ...FAILS }),
    ],
  };

  it('has their begin and the cause of the outage, if one of them shows it', () => {
    const { startedBetween, incidents, cause } = partOf(outage, ['hrd-net', 'eps']);
    expect(startedBetween).toEqual(later);
    expect(incidents.map(({ service }) => service)).toEqual(['hrd-net', 'eps']);
    expect(cause).toEqual(outage.cause);
  });

  it('has their own symptom if none of them shows that of the outage', () => {
    const { layer, kind } = FAILS;
    expect(partOf(outage, ['eps']).cause).toMatchObject({ layer, kind, shared: false });
  });

  it('keeps the measured share where some requests fail, and one kind is one cause', () => {
    const partial = { ...outage, cause: { ...outage.cause, failedShare: 0.4 } };
    expect(partOf(partial, ['eps']).cause).toMatchObject({ ...FAILS, failedShare: 0.4 });
    expect(partOf(partial, ['hrd-net']).cause).toEqual(partial.cause);
  });

  it('is the outage itself for all of its services, and for none', () => {
    expect(partOf(outage, ['work24', 'hrd-net', 'eps'])).toEqual({
      ...outage,
      startedBetween: { after: STARTED.after, by: STARTED.by },
    });
    expect(partOf(outage, ['other'])).toBe(outage);
  });
});

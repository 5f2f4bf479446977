import { describe, expect, it } from 'vitest';
import { classify } from '#core/classify/classify';
import { FAULT_MODES, type FaultMode } from '#core/scenario/scenario';
import { DEFAULT_LIMITS } from '#core/watch/defaults';
import { observationOf } from '#local/simulate/seen';

type Said = readonly [journey: string, probe: string];

/** The result of both types of check for each fault, by the deployed classifier. */
const TABLE: Readonly<Record<Exclude<FaultMode, 'monitor-gap'>, Said>> = {
  ok: ['passed', 'passed'],
  slow: ['degraded slow', 'degraded slow'],
  hang: ['failed timeout', 'failed timeout'],
  refuse: ['failed connect', 'failed connect'],
  dns: ['failed dns', 'failed dns'],
  'tls-expired': ['failed tls', 'failed tls'],
  'http-500': ['failed http-error', 'failed http-error'],
  'http-503': ['failed http-error', 'failed http-error'],
  'db-error-page': ['failed error-page', 'failed error-page'],
  'generic-error-page': ['failed error-page', 'failed error-page'],
  'maintenance-page': ['failed maintenance', 'failed maintenance'],
  'waiting-room': ['passed', 'degraded waiting-room'],
  'blocked-page': ['inconclusive blocked', 'inconclusive blocked'],
  'login-rejected': ['inconclusive login-rejected', 'inconclusive login-rejected'],
  'login-option-absent': ['inconclusive login-unavailable', 'inconclusive login-unavailable'],
  'password-expired': ['inconclusive password-expired', 'inconclusive password-expired'],
  'changed-form': ['inconclusive changed', 'inconclusive changed'],
  'blank-page': ['failed blank', 'failed blank'],
  spinner: ['failed blank', 'failed blank'],
  'large-response-stall': ['failed timeout', 'failed timeout'],
  'monitor-crash': ['inconclusive monitor-fault', 'inconclusive monitor-fault'],
};

function said(mode: FaultMode, type: 'journey' | 'probe', service = 'work24') {
  const ms = mode === 'slow' ? 9_000 : 3_000;
  const seen = observationOf({ mode, type, service, layer: 'data', limits: DEFAULT_LIMITS, ms });
  return classify(seen);
}

describe('what a simulated check sees', () => {
  it.each(Object.entries(TABLE))('is in mode %s what the table says', (mode, [journey, probe]) => {
    const words = (type: 'journey' | 'probe') => {
      const { result, kind } = said(mode as FaultMode, type);
      return kind === undefined ? result : `${result} ${kind}`;
    };
    expect(words('journey')).toBe(journey);
    expect(words('probe')).toBe(probe);
  });

  it('covers every mode but the gap, which leaves no result at all', () => {
    expect(Object.keys(TABLE).toSorted()).toEqual(
      FAULT_MODES.filter((mode) => mode !== 'monitor-gap').toSorted(),
    );
  });

  it('says DB only of database text', () => {
    const databaseText = FAULT_MODES.filter((mode) => said(mode, 'journey').databaseText);
    expect(databaseText).toEqual(['db-error-page']);
  });

  it.each(['worknet', 'employment-insurance', 'employment-support', 'hrd-net', 'eps'])(
    'knows the database error of %s, whatever the product',
    (service) => {
      expect(said('db-error-page', 'probe', service)).toMatchObject({
        kind: 'error-page',
        databaseText: true,
      });
    },
  );

  it('signs one cause alike at every service', () => {
    for (const mode of ['hang', 'refuse', 'http-503', 'generic-error-page'] as const) {
      expect(said(mode, 'journey', 'work24').signature).toBe(
        said(mode, 'journey', 'eps').signature,
      );
    }
  });
});

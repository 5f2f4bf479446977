import { describe, expect, it } from 'vitest';
import { saySymptom } from '#core/notice/say-symptom';
import { symptomOf } from '#core/notice/symptom';
import { wordsOf } from '#core/notice/texts/languages';
import type { Cause } from '#core/outage/outage';

describe('the symptom that citizens see', () => {
  it('is that a site cannot be reached only where the host itself does not answer in time', () => {
    expect(symptomOf({ layer: 'host', kind: 'timeout' })).toBe('unreachable');
    expect(symptomOf({ layer: 'data', kind: 'timeout' })).toBe('silent');
    expect(symptomOf({ layer: 'host', kind: 'http-error' })).toBe('error-page');
  });

  it('is a failed login where the login fails, unless the kind says more', () => {
    expect(symptomOf({ layer: 'session', kind: 'timeout' })).toBe('login-failed');
    expect(symptomOf({ layer: 'session', kind: 'waiting-room' })).toBe('queue');
    expect(symptomOf({ layer: 'login-page', kind: 'timeout' })).toBe('silent');
  });

  it('says the share of failed requests in percent, if only some fail', () => {
    const sure = { confidence: 'likely', shared: false, databaseText: false } as const;
    const cause: Cause = { layer: 'data', kind: 'timeout', ...sure };
    const partly = { ...cause, failedShare: 0.254 };
    expect(saySymptom(partly, wordsOf('en'))).toBe('some requests fail (about 25%)');
    expect(saySymptom(cause, wordsOf('en'))).toBe(wordsOf('en').symptoms.silent);
  });
});

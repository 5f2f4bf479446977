import { describe, expect, it } from 'vitest';
import { symptomOf } from '#core/notice/symptom';

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
});

import { describe, expect, it } from 'vitest';
import { judged } from '#core/classify/judged';
import { failedByDate, failedToReach, isThisMachine } from '#core/classify/reaching';
import type { Fault, Observation } from '#core/run/observation';
import { anObservation } from '../../support/builders.ts';

function unanswered(fault: Partial<Fault>, over: Partial<Observation> = {}): Observation {
  const { status: _, ...rest } = anObservation({ layer: 'host', text: '', title: '' });
  const full: Fault = { phase: 'connect', message: 'failed', timedOut: false, ...fault };
  return { ...rest, fault: full, ...over };
}

describe('a run that failed to reach the service', () => {
  it.each<Partial<Fault>>([
    { phase: 'dns', code: 'ENOTFOUND' },
    { phase: 'dns', code: 'net::ERR_NAME_NOT_RESOLVED' },
    { phase: 'connect', code: 'ECONNREFUSED' },
    { phase: 'dns', code: 'ERR_PRIVATE_ADDRESS' },
    { phase: 'connect', code: 'ENETUNREACH' },
    { phase: 'connect', code: 'net::ERR_INTERNET_DISCONNECTED' },
    { phase: 'connect', code: 'ETIMEDOUT', timedOut: true },
    { phase: 'tls', code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    { phase: 'response', code: 'ECONNRESET' },
    { phase: 'response', code: 'ETIMEDOUT', timedOut: true },
  ])('could be our own network: %o', (fault) => {
    const seen = unanswered(fault);
    expect(failedToReach(seen, judged(seen))).toBe(true);
  });

  it.each<readonly [string, Observation]>([
    ['an answer came', unanswered({ phase: 'body', code: 'ECONNRESET' }, { status: 200 })],
    ['it passed', anObservation()],
    ['the browser died', unanswered({ phase: 'browser', message: 'Browser closed' })],
    ['a step failed', unanswered({ phase: 'step' })],
    [
      'it is on this machine',
      unanswered({}, { url: 'http://127.0.0.1:8080/', finalUrl: 'http://127.0.0.1:8080/' }),
    ],
  ])('is not our own network if %s', (_why, seen) => {
    expect(failedToReach(seen, judged(seen))).toBe(false);
  });

  it.each([
    ['CERT_HAS_EXPIRED', true],
    ['net::ERR_CERT_DATE_INVALID', true],
    ['CERT_NOT_YET_VALID', true],
    ['ERR_TLS_CERT_ALTNAME_INVALID', false],
  ])('by %s could be our clock: %s', (code, could) => {
    expect(failedByDate(unanswered({ phase: 'tls', code }))).toBe(could);
  });
});

describe('this machine', () => {
  it.each([
    ['http://127.0.0.1/', true],
    ['https://127.8.9.1:8443/a?b', true],
    ['http://[::1]:80/', true],
    ['http://LOCALHOST:3000', true],
    ['http://a.localhost/', true],
    ['http://127.0.0.1.example.org/', false],
    ['http://localhost@example.org/', false],
    ['http://notlocalhost/', false],
    ['https://www.work24.go.kr/127.0.0.1/', false],
    ['', false],
  ])('is where %s leads: %s', (address, is) => {
    expect(isThisMachine(address)).toBe(is);
  });
});

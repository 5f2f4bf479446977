import { describe, expect, it } from 'vitest';
import { DeadlineError } from '#adapters/chromium/deadline';
import { faultOf, StepFailedError } from '#adapters/chromium/faults';
import { aMonitorFault } from '../../support/builders.ts';

const phaseOf = (message: string) => faultOf(new Error(message), 'response').phase;

describe('an error of a step', () => {
  it.each([
    ['page.goto: net::ERR_NAME_NOT_RESOLVED at https://a/', 'dns'],
    ['page.goto: net::ERR_CONNECTION_REFUSED at https://a/', 'connect'],
    ['page.goto: net::ERR_ADDRESS_UNREACHABLE at https://a/', 'connect'],
    ['page.goto: net::ERR_CERT_COMMON_NAME_INVALID at https://a/', 'tls'],
    ['page.goto: net::ERR_SSL_PROTOCOL_ERROR at https://a/', 'tls'],
    ['page.goto: net::ERR_CONNECTION_RESET at https://a/', 'response'],
    ['page.goto: net::ERR_EMPTY_RESPONSE at https://a/', 'response'],
    ['page.goto: net::ERR_INCOMPLETE_CHUNKED_ENCODING at https://a/', 'body'],
    ['page.goto: net::ERR_TOO_MANY_REDIRECTS at https://a/', 'navigation'],
    ['page.goto: Target page, context or browser has been closed', 'browser'],
    ['locator.click: Unexpected token "=" while parsing css selector "a=="', 'monitor'],
    ['page.goto: Download is starting', 'step'],
  ])('%s is of phase %s', (message, phase) => {
    expect(phaseOf(message)).toBe(phase);
  });

  it('keeps the code of the browser', () => {
    const { code } = faultOf(new Error('page.goto: net::ERR_CONNECTION_REFUSED at x'), undefined);
    expect(code).toBe('net::ERR_CONNECTION_REFUSED');
  });

  it('of a time-out says what the step waited for', () => {
    const late = new DeadlineError('data: 20000 ms');
    expect(faultOf(late, 'body')).toMatchObject({ phase: 'body', timedOut: true });
    expect(faultOf(late, undefined)).toMatchObject({ phase: 'step', timedOut: true });
  });

  it('of a page without its marker is no time-out', () => {
    const fault = faultOf(
      new StepFailedError('the page came to rest without data', false),
      undefined,
    );
    expect(fault).toEqual({
      phase: 'step',
      message: 'the page came to rest without data',
      timedOut: false,
    });
  });

  it('from a bug of ours never counts against the service', () => {
    expect(faultOf(new TypeError('x is not a function'), undefined).phase).toBe('monitor');
  });

  it('of our own names the remedy', () => {
    const fault = faultOf(aMonitorFault('no browser', 'run npm ci'), undefined);
    expect(fault).toMatchObject({ phase: 'browser', message: 'no browser: run npm ci' });
  });
});

import type { Response } from 'playwright-core';
import { settled } from '#adapters/chromium/deadline';
import type { PhaseTimings } from '#core/run/result';
import { DAY, SECOND } from '#core/time/time';

/** Phases of a document's exchange as the browser timed them; connections that were reused have none. */
export function phasesOf(response: Response | undefined): { readonly phases?: PhaseTimings } {
  if (!response) return {};
  const timing = response.request().timing();
  const secure = timing.secureConnectionStart >= 0;
  const phases = {
    ...span('dns', timing.domainLookupStart, timing.domainLookupEnd),
    ...span(
      'connect',
      timing.connectStart,
      secure ? timing.secureConnectionStart : timing.connectEnd,
    ),
    ...span('tls', timing.secureConnectionStart, timing.connectEnd),
    ...span('firstByte', timing.requestStart, timing.responseStart),
    ...span('body', timing.responseStart, timing.responseEnd),
  };
  return { phases };
}

function span(phase: keyof PhaseTimings, from: number, to: number): PhaseTimings {
  return from < 0 || to < from ? {} : { [phase]: Math.round(to - from) };
}

/** Whole days until the certificate expires; undefined without TLS. */
export async function certificateDays(response: Response | undefined): Promise<number | undefined> {
  if (!response?.url().startsWith('https:')) return undefined;
  const details = await settled(500, response.securityDetails(), null);
  if (!details?.validTo) return undefined;
  return Math.floor((details.validTo * SECOND - Date.now()) / DAY);
}

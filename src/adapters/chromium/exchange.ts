import type { Response } from 'playwright-core';
import { settled } from '#adapters/chromium/deadline';
import { type Certificates, noteCertificate } from '#core/run/certificates';
import type { PhaseTimings } from '#core/run/result';
import { DAY, SECOND } from '#core/time/time';

/** Phases of a document's exchange, timed by the browser. Reused connections have none. */
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

/** Certificates of the hosts that answered over TLS. */
export async function certificatesOf(
  answers: ReadonlyMap<string, Response>,
): Promise<Certificates> {
  const certificates: Record<string, number> = {};
  const asking = [...answers].map(async ([host, response]) => {
    const details = await settled(500, response.securityDetails(), null);
    if (!details?.validTo) return;
    noteCertificate(certificates, host, Math.floor((details.validTo * SECOND - Date.now()) / DAY));
  });
  await Promise.all(asking);
  return certificates;
}

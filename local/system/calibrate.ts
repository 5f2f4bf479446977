import { namedBrowser } from '#adapters/chromium/browser-files';
import { createJourneyRunner } from '#adapters/chromium/journey-runner';
import type { WayOut } from '#adapters/way-out/way-out';
import { MonitorFaultError } from '#core/errors';
import type { RunRecord } from '#core/run/run-record';
import { credentialsFrom } from '#core/run/secret';
import type { Configuration, Limits } from '#core/watch/configuration';
import { DEFAULT_LIMITS } from '#core/watch/defaults';
import type { Portals } from '#local/portals/portals';
import { journeys } from '#portals/registry';

/**
 * Length of a warm login journey on the machine that set the replay's limits (2 idle cores), ms.
 */
const REFERENCE_MS = 700;

const MAX_SLOWNESS = 12;

/**
 * How many times slower this machine is, at least 1. Without it, the limits of an idle machine
 * would turn its own slowness into failures of the portals. The first journey unpacks the browser.
 */
export async function measureSlowness(
  portals: Portals,
  texts: Configuration['texts'],
  wayOut: WayOut,
) {
  const [target] = portals.catalogue.targets;
  if (!target) return 1;
  const runner = createJourneyRunner({ journeys, wayOut });
  const run = () =>
    runner.run({
      target,
      journey: 'login',
      depth: 'session',
      credentials: credentialsFrom(portals.credentials(target.service)),
      limits: DEFAULT_LIMITS,
      userAgentContact: texts.contactUrl,
      blockedHosts: [],
    });
  needBrowser(await run(), await namedBrowser());
  // The best of three, because other work may disturb one of them.
  const durations = [await run(), await run(), await run()].map(({ durationMs }) => durationMs);
  return Math.min(Math.max(Math.min(...durations) / REFERENCE_MS, 1), MAX_SLOWNESS);
}

/** Without a browser every journey would be a fault of the monitor, so this fails at once. */
function needBrowser({ observation: { fault } }: RunRecord, named: string | undefined): void {
  if (fault?.phase !== 'browser' && fault?.phase !== 'monitor') return;
  const which = named ? ` ${named}` : '';
  const why = fault.message.replace(/\.$/, '');
  throw new MonitorFaultError(
    {
      en: `The browser${which} cannot be started: ${why}.`,
      ko: `브라우저${which}를 시작할 수 없습니다(원문: ${why}).`,
    },
    {
      en: 'BONGHWA_DEBUG=1 shows where.',
      ko: 'BONGHWA_DEBUG=1을 주면 위치가 나옵니다.',
    },
  );
}

export function slowedDown(limits: Limits, slowness: number): Limits {
  const { probe } = limits;
  const times = (ms: number) => Math.round(ms * slowness);
  return {
    ...limits,
    stepMs: times(limits.stepMs),
    journeyMs: times(limits.journeyMs),
    slowAfterMs: times(limits.slowAfterMs),
    probe: {
      ...probe,
      dnsMs: times(probe.dnsMs),
      connectMs: times(probe.connectMs),
      tlsMs: times(probe.tlsMs),
      firstByteMs: times(probe.firstByteMs),
      bodyMs: times(probe.bodyMs),
    },
  };
}

import * as z from 'zod';
import { MonitorFaultError } from '#core/errors';
import type { PublicPage } from '#core/ports/public-site';

const TIMEOUT_MS = 5_000;
const statusFile = z.object({ writtenAt: z.iso.datetime({ offset: true }) });

/** Requests the page's public address as a browser does. `url` has no trailing slash. */
export function createPublicPage(url: string): PublicPage {
  return {
    async writtenAt() {
      const address = `${url}/status.json`;
      try {
        const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
        return Date.parse(statusFile.parse(await response.json()).writtenAt);
      } catch (cause) {
        throw new MonitorFaultError(
          `The page at ${address} cannot be read.`,
          'Open it in a browser; docs/runbook.md has an entry PageStale.',
          { cause },
        );
      }
    },
  };
}

import * as z from 'zod';
import { MonitorFaultError } from '#core/errors';
import type { PublicPage } from '#core/ports/public-site';

const TIMEOUT_MS = 5_000;
const statusFile = z.object({ writtenAt: z.iso.datetime({ offset: true }) });

/** Asks the public address of the page, `url` without a slash at its end, as a browser would. */
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

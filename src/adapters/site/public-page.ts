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
          {
            en: `The page at ${address} cannot be read.`,
            ko: `${address}의 상황판을 읽을 수 없습니다.`,
          },
          {
            en: 'Open it in a browser; docs/runbook.md has an entry PageStale.',
            ko: '브라우저로 열어 보십시오. docs/runbook.md의 PageStale 항목을 참고하십시오.',
          },
          { cause },
        );
      }
    },
  };
}

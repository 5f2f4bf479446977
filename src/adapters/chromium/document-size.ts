import type { CDPSession, Page, Response } from 'playwright-core';
import { StepFailedError } from '#adapters/chromium/faults';
import type { Recorder } from '#adapters/chromium/recorder';
import { TOO_LARGE } from '#core/run/observation';

/** A larger page is given up. The pages of real portals have less than 5 MB. */
const MOST_BYTES = 30_000_000;
/** Most documents are complete before, so most runs count nothing. */
const COUNT_AFTER_MS = 400;

class PageTooLargeError extends StepFailedError {
  override readonly code = TOO_LARGE;

  constructor() {
    super(`the page has more than ${MOST_BYTES / 1_000_000} MB`, false);
  }
}

/** Ends the step when the document is, or grows, larger than any page. */
export function boundDocument(
  page: Page,
  recorder: Recorder,
  session: () => Promise<CDPSession | undefined>,
): void {
  let timer: NodeJS.Timeout | undefined;
  page.on('response', (response) => {
    if (!isDocumentOf(page, response)) return;
    clearTimeout(timer);
    if (Number(response.headers()['content-length'] ?? 0) > MOST_BYTES) {
      recorder.giveUp(new PageTooLargeError());
      return;
    }
    timer = setTimeout(() => {
      if (recorder.documentPending()) void count(recorder, session);
    }, COUNT_AFTER_MS);
  });
  page.once('close', () => clearTimeout(timer));
}

function isDocumentOf(page: Page, response: Response): boolean {
  const request = response.request();
  return request.isNavigationRequest() && request.frame() === page.mainFrame();
}

/** Counts what comes while the document is not complete. */
async function count(
  recorder: Recorder,
  open: () => Promise<CDPSession | undefined>,
): Promise<void> {
  const session = await open();
  if (!session) return;
  let bytes = 0;
  session.on('Network.dataReceived', ({ dataLength }) => {
    bytes += dataLength;
    if (bytes <= MOST_BYTES || !recorder.documentPending()) return;
    recorder.giveUp(new PageTooLargeError());
    session.send('Page.stopLoading').catch(() => undefined);
  });
  const nothingKept = { maxTotalBufferSize: 0, maxResourceBufferSize: 0 };
  await session.send('Network.enable', nothingKept).catch(() => undefined);
}

import type { PageLook } from '#adapters/chromium/page-look';
import type { Recorder } from '#adapters/chromium/recorder';
import { classify } from '#core/classify/classify';
import { defined } from '#core/defined';
import type { SeenMarker } from '#core/run/observation';
import type { Target } from '#core/watch/catalogue';

interface Shown {
  readonly url: string;
  readonly target: Target;
  readonly markers: ReadonlyMap<string, SeenMarker>;
}

/**
 * Why a page does not work although its marker was found. Undefined if it works. A journey
 * continues to other pages, and only the last one is judged as a whole.
 */
export function refutedBy(
  look: PageLook | undefined,
  { url, target, markers }: Shown,
  recorder: Recorder,
): string | undefined {
  if (!look) return undefined;
  const { document, dialogs, failedRequests } = recorder;
  const { result, kind, reason } = classify({
    layer: 'static',
    url,
    allowedHosts: [new URL(target.baseUrl).hostname, ...target.alsoHosts],
    ...(document ? { status: document.status } : {}),
    headers: document?.headers ?? {},
    title: look.title,
    text: look.text,
    elements: look.elements,
    ...defined({ outline: look.outline }),
    dialogs,
    markers: [...markers.values()],
    pending: [],
    failedRequests,
    elapsedMs: 0,
    contentType: look.contentType,
  });
  return result === 'failed' || kind === 'blocked' ? reason : undefined;
}

import type { PageLook } from '#adapters/chromium/page-look';
import type { Recorder } from '#adapters/chromium/recorder';
import { looksCalm } from '#core/classify/first-sight';
import { reader } from '#core/classify/reader';
import { defined } from '#core/defined';
import type { Observation, SeenMarker } from '#core/run/observation';
import { endsJourney } from '#core/run/verdict';
import type { Target } from '#core/watch/catalogue';

interface Shown {
  readonly url: string;
  readonly target: Target;
  readonly markers: ReadonlyMap<string, SeenMarker>;
}

/**
 * Why a page does not work although its marker was found. Undefined if it works, or if the caller
 * finds out. A journey continues to other pages, and only the last one is judged as a whole.
 */
export async function refutedBy(
  look: PageLook | undefined,
  shown: Shown,
  recorder: Recorder,
): Promise<string | undefined> {
  if (!look) return undefined;
  const seen = onTheWay(look, shown, recorder);
  if (recorder.unread && looksCalm(seen)) {
    recorder.unread.push(seen);
    return undefined;
  }
  const { judged } = await reader();
  const verdict = judged(seen);
  return endsJourney(verdict) ? verdict.reason : undefined;
}

function onTheWay(
  look: PageLook,
  { url, target, markers }: Shown,
  recorder: Recorder,
): Observation {
  const { document, dialogs, failedRequests } = recorder;
  return {
    layer: 'static',
    url,
    allowedHosts: [new URL(target.baseUrl).hostname, ...target.alsoHosts],
    ...(document ? { status: document.status } : {}),
    headers: document?.headers ?? {},
    title: look.title,
    text: look.text,
    elements: look.elements,
    ...defined({ outline: look.outline }),
    dialogs: [...dialogs],
    markers: [...markers.values()],
    pending: [],
    failedRequests: [...failedRequests],
    elapsedMs: 0,
    contentType: look.contentType,
  };
}

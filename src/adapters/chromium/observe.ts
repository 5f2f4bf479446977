import { faultOf } from '#adapters/chromium/faults';
import type { PageLook } from '#adapters/chromium/page-look';
import type { PageTools } from '#adapters/chromium/page-tools';
import type { Recorder } from '#adapters/chromium/recorder';
import { RunCutShortError, type StepsRun } from '#adapters/chromium/run-steps';
import { defined } from '#core/defined';
import type { JourneyOrder } from '#core/ports/checks';
import { LAYERS, type Layer } from '#core/run/layer';
import type { Fault, Observation, PendingRequest } from '#core/run/observation';
import { type RunRecord, recordOfNothing } from '#core/run/run-record';

export interface Sight {
  readonly order: JourneyOrder;
  readonly tools: PageTools;
  readonly recorder: Recorder;
  readonly run: StepsRun;
  readonly look: PageLook | undefined;
  /** Taken before the page was stopped. */
  readonly pending: readonly PendingRequest[];
}

/** The observation where the run stopped or ended. Not redacted yet. */
export function observe({ order, tools, recorder, run, look, pending }: Sight): Observation {
  const fault = run.stopped && faultAt(run.stopped.error, tools);
  const finalUrl = tools.page.url();
  // A document that never arrived says nothing. The page still shows the previous one.
  const came = tools.opening !== 'response';
  // Chromium's own error page does not count as text of the service.
  const page = came && !finalUrl.startsWith('chrome-error:') ? look : undefined;
  const document = came ? recorder.document : undefined;
  const judged = judgedStep(run, order);
  const contentType = mediaType(document?.headers['content-type']) ?? page?.contentType;
  return {
    layer: judged.layer,
    url: tools.url,
    ...(came && /^https?:/.test(finalUrl) ? { finalUrl } : {}),
    allowedHosts: allowedHosts(order.target),
    ...(document ? { status: document.status } : {}),
    headers: document?.headers ?? {},
    title: page?.title ?? '',
    text: page?.text ?? '',
    elements: page?.elements ?? [],
    ...defined({ outline: page?.outline }),
    dialogs: recorder.dialogs,
    markers: [...tools.markers.values()],
    pending,
    ...defined({ failedRequests: came ? failedOf(recorder) : undefined, fault }),
    elapsedMs: Math.round(judged.elapsedMs),
    slowAfterMs: order.limits.slowAfterMs,
    ...(tools.waitedInQueueMs > 0
      ? {
          waitedInQueueMs: tools.waitedInQueueMs,
          queueText: tools.queueText,
          queueBudgetMs: order.limits.queueBudgetMs,
        }
      : {}),
    ...(page && page.bodyBytes > 0 ? { bodyBytes: page.bodyBytes } : {}),
    ...defined({ contentType: contentType || undefined }),
  };
}

function failedOf({ failedRequests }: Recorder): Observation['failedRequests'] {
  return failedRequests.length > 0 ? [...failedRequests] : undefined;
}

/** Nothing was seen, because there was no browser. */
export function sawNothing({ target }: JourneyOrder, fault: Fault): RunRecord {
  const url = new URL(target.pages.main, target.baseUrl).href;
  return recordOfNothing({ fault, url, allowedHosts: allowedHosts(target) });
}

function faultAt(error: unknown, tools: PageTools): Fault {
  if (error instanceof RunCutShortError) {
    return { phase: 'monitor', message: error.message, timedOut: true };
  }
  return faultOf(error, tools.opening);
}

/** The step that stopped. Otherwise the step of the deepest layer, unless a slow step says more. */
function judgedStep(
  { stopped, slowest, passedLayers }: StepsRun,
  { limits }: JourneyOrder,
): { readonly layer: Layer; readonly elapsedMs: number } {
  if (stopped) return stopped;
  const deepest = LAYERS.findLast((layer) => passedLayers.includes(layer)) ?? 'host';
  const elapsedMs = slowest?.elapsedMs ?? 0;
  return {
    layer: elapsedMs > limits.slowAfterMs ? (slowest?.layer ?? deepest) : deepest,
    elapsedMs,
  };
}

/** Hosts that the user named: the target's own hosts, and those it may lead to. */
export function allowedHosts(target: JourneyOrder['target']): readonly string[] {
  return [new URL(target.baseUrl).hostname, ...target.alsoHosts].map((host) => host.toLowerCase());
}

function mediaType(header: string | undefined): string | undefined {
  return header?.split(';')[0]?.trim().toLowerCase();
}

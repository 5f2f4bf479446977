import { decodePage } from '#adapters/network/charset';
import { readHtml } from '#adapters/network/html-text';
import { isPattern, type MarkedPage, showsMarker } from '#adapters/network/marker';
import type { Visit } from '#adapters/network/visit';
import { WATCHED_ELEMENTS } from '#core/classify/elements';
import { defined } from '#core/defined';
import type { ProbeOrder } from '#core/ports/checks';
import type { Layer } from '#core/run/layer';
import type { Fault, Observation, PendingRequest, SeenMarker } from '#core/run/observation';
import type { Target } from '#core/watch/catalogue';

const MAX_TEXT = 20_000;
const MAX_TITLE = 500;

/**
 * A loading sign in plain markup is usually hidden by a style sheet. blockUI's sign is really
 * shown.
 */
const WATCHED: readonly string[] = [
  ...WATCHED_ELEMENTS.queue,
  '.blockMsg',
  '.blockUI',
  ...WATCHED_ELEMENTS.password,
  ...WATCHED_ELEMENTS.form,
  ...WATCHED_ELEMENTS.picture,
  ...WATCHED_ELEMENTS.challenge,
];

/** A page that the probe requests. */
export interface ProbedPage {
  readonly name: 'main' | 'data';
  readonly layer: Layer;
  readonly url: URL;
  readonly marker?: string;
}

/** Turns what the sockets saw into the input of the classifier. */
export function observe(order: ProbeOrder, page: ProbedPage, seen: Visit): Observation {
  const { finalUrl, headers, status } = seen;
  const view = viewOf(seen);
  const contentType = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  return {
    layer: layerOf(page, seen),
    url: page.url.href,
    finalUrl: finalUrl.href,
    allowedHosts: allowedHosts(order.target),
    ...defined({ status }),
    headers,
    title: view.title.slice(0, MAX_TITLE),
    text: view.text.slice(0, MAX_TEXT),
    elements: view.elements,
    dialogs: [],
    markers: page.marker ? [markerIn(view, page.name, page.marker)] : [],
    pending: pendingOf(seen),
    ...defined({ fault: seen.fault }),
    elapsedMs: seen.elapsedMs,
    slowAfterMs: order.limits.slowAfterMs,
    ...(view.scripted ? { unrunScripts: true } : {}),
    bodyBytes: seen.body.byteLength,
    ...defined({ contentType: contentType || undefined }),
  };
}

function markerIn(view: MarkedPage, name: string, marker: string): SeenMarker {
  const sought = isPattern(marker) ? { place: 'script' as const } : { text: marker };
  return { name, expected: true, found: showsMarker(marker, view), ...sought };
}

/** The whole text, because a marker may be far down a long page. */
function viewOf({ body, headers }: Visit) {
  const contentType = headers['content-type'] ?? '';
  if (!isText(contentType))
    return { markup: '', title: '', text: '', elements: [], scripted: false };
  const markup = decodePage(body, contentType);
  return { markup, ...readHtml(markup, { watched: WATCHED, maxText: markup.length }) };
}

/** Some servers send no type. Their content is a page. */
function isText(contentType: string): boolean {
  return contentType === '' || /^\s*(text\/|[^;]*(html|xml|json|javascript))/i.test(contentType);
}

/** A failing name, port or certificate of the service belongs to the host layer. */
function layerOf(page: ProbedPage, { connected, fault, finalUrl }: Visit): Layer {
  const unconnected = fault && ['dns', 'connect', 'tls'].includes(fault.phase);
  if (!unconnected) return page.layer;
  const ownHost = finalUrl.host === page.url.host || !connected;
  return ownHost || page.layer === 'static' ? 'host' : page.layer;
}

function pendingOf({ elapsedMs, fault, finalUrl }: Visit): readonly PendingRequest[] {
  const hangs = fault?.timedOut && isWaiting(fault);
  return hangs ? [{ url: finalUrl.href, waitedMs: elapsedMs, resource: 'document' }] : [];
}

function isWaiting({ phase }: Fault): boolean {
  return phase === 'response' || phase === 'body';
}

/** With and without the port, because simulated portals differ only in the port. */
function allowedHosts({ alsoHosts, baseUrl }: Target): readonly string[] {
  const own = URL.parse(baseUrl);
  const hosts = own ? [own.host, own.hostname, ...alsoHosts] : alsoHosts;
  return [...new Set(hosts.map((host) => host.toLowerCase()))];
}

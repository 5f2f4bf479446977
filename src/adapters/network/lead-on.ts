import { decodePage } from '#adapters/network/charset';
import { readHtml } from '#adapters/network/html-text';

/** A page with a longer delay is meant to be read, so its refresh is not followed. */
const MOST_SECONDS = 3;

/** A complete answer. */
export interface WholeAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** True if it set cookies, because the same address may then show another page next time. */
  readonly gaveCookies: boolean;
}

/**
 * Where a page leads without an HTTP redirect: its `Refresh` header, or the equivalent meta
 * element. Source: HTML standard, shared declarative refresh steps.
 */
export function refreshOf(answer: WholeAnswer, from: URL): URL | undefined {
  const said = answer.headers.refresh ?? metaRefresh(answer);
  const parts = /^\s*(\d+)(?:\.\d*)?\s*(?:(?:[;,]\s*|\s+)(?:url\s*=\s*)?(.*))?$/is.exec(said ?? '');
  if (!parts || Number(parts[1]) > MOST_SECONDS) return undefined;
  const target = (parts[2] ?? '').trim().replace(/^(["'])(.*?)\1.*$/s, '$2');
  const next = target === '' ? from : URL.parse(target, from.href);
  if (!next || !/^https?:$/.test(next.protocol)) return undefined;
  const same = next.href.split('#')[0] === from.href.split('#')[0];
  return same && !answer.gaveCookies ? undefined : next;
}

/** Parses the page only if it may contain one. */
function metaRefresh({ body, headers }: WholeAnswer): string | undefined {
  if (!/http-equiv\s*=\s*["']?\s*refresh/i.test(body.toString('latin1'))) return undefined;
  const markup = decodePage(body, headers['content-type']);
  return readHtml(markup, { watched: [], maxText: 0 }).refresh;
}

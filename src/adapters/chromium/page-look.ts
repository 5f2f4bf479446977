import type { PageOutline } from '#core/run/observation';

/** The visible content of a page, read inside the page in one call. */
export interface PageLook {
  readonly title: string;
  /** Visible text, frames of the same origin included; at most `maxText` characters. */
  readonly text: string;
  /** Those of the watched selectors that are visible. */
  readonly elements: readonly string[];
  /** Only where its parts were asked for. */
  readonly outline?: PageOutline;
  readonly contentType: string;
  /** Size of the decoded main document; 0 while unknown. */
  readonly bodyBytes: number;
  /** Whether `marker` shows; true when none was asked for. */
  readonly found: boolean;
  readonly complete: boolean;
}

export interface PageLookOrder {
  readonly watched: readonly string[];
  readonly maxText: number;
  /** Selectors of the parts that the outline tells apart; it takes a while on a large page. */
  readonly parts?: Readonly<Record<keyof PageOutline, string>>;
  /** How many lines of a part, and elements, are looked at. */
  readonly maxParts: number;
  /** Text that must be readable, or `/pattern/` that the markup must match. */
  readonly marker?: string;
}

/** The few parts of the DOM used below; the program itself has no DOM. */
interface ElementInPage {
  readonly tagName: string;
  readonly outerHTML: string;
  readonly innerText?: string;
  /** Labels of buttons made from an `input`. */
  readonly value?: string;
  readonly alt?: string;
  readonly contentDocument?: DocumentInPage | null;
  closest(selector: string): ElementInPage | null;
  checkVisibility(options: { visibilityProperty: boolean }): boolean;
}

interface DocumentInPage {
  readonly title: string;
  readonly body: ElementInPage | null;
  readonly documentElement: ElementInPage | null;
  readonly contentType: string;
  readonly readyState: string;
  querySelectorAll(selector: string): Iterable<ElementInPage>;
}

declare const document: DocumentInPage;
declare const performance: {
  getEntriesByType(type: string): readonly { readonly decodedBodySize?: number }[];
};

/** Runs inside the page: uses nothing from outside its own body. */
export function lookAtPage(order: PageLookOrder): PageLook {
  const isShown = (element: ElementInPage) => element.checkVisibility({ visibilityProperty: true });
  const textOf = (doc: DocumentInPage | null | undefined, depth: number): string => {
    if (!doc?.body) return '';
    const frames = depth > 2 ? [] : [...doc.querySelectorAll('iframe, frame')];
    const inner = frames.map((frame) => {
      try {
        return textOf(frame.contentDocument, depth + 1);
      } catch {
        return '';
      }
    });
    // Chromium gives the text of a hidden body all the same.
    const own = isShown(doc.body) ? doc.body.innerText : '';
    // Not textContent: only what a person can see counts.
    return [own ?? '', ...inner].filter((part) => part !== '').join('\n');
  };
  // A frame that could be read and says nothing shows nothing.
  const isEmpty = ({ contentDocument: inner }: ElementInPage) =>
    inner ? (inner.body?.innerText ?? '').trim() === '' : false;
  const isVisible = (selector: string) =>
    [...document.querySelectorAll(selector)].some((one) => isShown(one) && !isEmpty(one));
  const visible = (selector: string) =>
    [...document.querySelectorAll(selector)].slice(0, order.maxParts).filter(isShown);
  const linesOf = (selector: string) => {
    const lines = visible(selector).flatMap((element) => (element.innerText ?? '').split('\n'));
    return [...new Set(lines.map((line) => line.trim()))].filter(Boolean).slice(0, order.maxParts);
  };
  const written = textOf(document, 0).trim();
  // Labels of buttons and pictures are read too; innerText lacks them.
  const labels = visible('input[type=button], input[type=submit]').map(({ value }) => value ?? '');
  const pictured = written.length < 200 ? visible('img[alt]').map(({ alt }) => alt ?? '') : [];
  const text = [written, ...labels, ...pictured].filter(Boolean).join('\n');
  const { marker, parts } = order;
  const pattern = marker === undefined ? null : /^\/(.*)\/$/s.exec(marker);
  const shows = () => {
    if (marker === undefined) return true;
    if (!pattern) return text.includes(marker) || document.title.includes(marker);
    return new RegExp(pattern[1] ?? '', 'u').test(document.documentElement?.outerHTML ?? '');
  };
  return {
    title: document.title,
    text: text.slice(0, order.maxText),
    elements: order.watched.filter(isVisible),
    ...(parts
      ? {
          outline: {
            frame: linesOf(parts.frame),
            headings: linesOf(parts.headings),
            links: linesOf(parts.links),
            entries: linesOf(parts.entries),
            fields: visible(parts.fields).filter((field) => !field.closest(parts.frame)).length,
            layers: linesOf(parts.layers),
          },
        }
      : {}),
    contentType: document.contentType,
    bodyBytes: performance.getEntriesByType('navigation')[0]?.decodedBodySize ?? 0,
    found: shows(),
    complete: document.readyState === 'complete',
  };
}

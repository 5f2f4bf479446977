import type { PageOutline } from '#core/run/observation';

/** The visible content of a page, read inside the page in one call. */
export interface PageLook {
  readonly title: string;
  /** Visible text, including frames of the same origin. At most `maxText` characters. */
  readonly text: string;
  /** The watched selectors that are visible. */
  readonly elements: readonly string[];
  /** Only if its parts were requested. */
  readonly outline?: PageOutline;
  readonly contentType: string;
  /** Size of the decoded main document. 0 while unknown. */
  readonly bodyBytes: number;
  /** True if `marker` shows, or if no marker was given. */
  readonly found: boolean;
  readonly complete: boolean;
}

export interface PageLookOrder {
  readonly watched: readonly string[];
  readonly maxText: number;
  /** Selectors for the parts of the outline. Slow on a large page. */
  readonly parts?: Readonly<Record<keyof PageOutline, string>>;
  /** Maximum number of lines of a part, and of elements. */
  readonly maxParts: number;
  /** Text that must be visible, or a `/pattern/` that must match the markup. */
  readonly marker?: string;
}

/** The few parts of the DOM that are used below. The program itself has no DOM. */
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
    // Chromium returns the text of a hidden body too.
    const own = isShown(doc.body) ? doc.body.innerText : '';
    // Not textContent, because only visible text counts.
    return [own ?? '', ...inner].filter((part) => part !== '').join('\n');
  };
  // A readable frame without text shows nothing.
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
  // Labels of buttons and pictures count too. innerText lacks them.
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

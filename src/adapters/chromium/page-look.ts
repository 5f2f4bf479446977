/** What a page shows, read inside the page in one go. */
export interface PageLook {
  readonly title: string;
  /** What a person can read, frames of the same origin included; at most `maxText` characters. */
  readonly text: string;
  /** Those of the watched selectors that are visible. */
  readonly elements: readonly string[];
  readonly contentType: string;
  /** Of the decoded main document; 0 while unknown. */
  readonly bodyBytes: number;
  /** Whether `marker` shows; true when none was asked for. */
  readonly found: boolean;
  readonly complete: boolean;
}

export interface PageLookOrder {
  readonly watched: readonly string[];
  readonly maxText: number;
  /** Text that must be readable, or `/pattern/` that the markup must match. */
  readonly marker?: string;
}

/** The few parts of the DOM used below; the program itself has no DOM. */
interface ElementInPage {
  readonly tagName: string;
  readonly outerHTML: string;
  readonly innerText?: string;
  readonly contentDocument?: DocumentInPage | null;
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
    // Not textContent: only what a person can see counts.
    return [doc.body.innerText ?? '', ...inner].filter((part) => part !== '').join('\n');
  };
  const isVisible = (selector: string) => {
    for (const element of document.querySelectorAll(selector)) {
      if (element.checkVisibility({ visibilityProperty: true })) return true;
    }
    return false;
  };
  const text = textOf(document, 0).trim();
  const { marker } = order;
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
    contentType: document.contentType,
    bodyBytes: performance.getEntriesByType('navigation')[0]?.decodedBodySize ?? 0,
    found: shows(),
    complete: document.readyState === 'complete',
  };
}

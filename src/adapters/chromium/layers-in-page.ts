import type { MarkerPlace, Obstacle } from '#core/run/observation';

/** The few parts of the DOM that are used below. The program itself has no DOM. */
interface ElementInPage {
  readonly innerText?: string;
  readonly className: unknown;
  readonly id: string;
  readonly parentElement: ElementInPage | null;
  readonly ownerDocument: DocumentInPage;
  getAttribute(name: string): string | null;
  matches(selector: string): boolean;
  closest(selector: string): ElementInPage | null;
  contains(other: ElementInPage | null): boolean;
  scrollIntoView(options: { block: 'center' }): void;
  getBoundingClientRect(): { x: number; y: number; width: number; height: number };
  querySelectorAll(selector: string): Iterable<ElementInPage>;
  checkVisibility(options: { visibilityProperty: boolean }): boolean;
}

interface DocumentInPage {
  readonly defaultView: {
    getComputedStyle(element: ElementInPage): { readonly position: string };
  };
  elementFromPoint(x: number, y: number): ElementInPage | null;
}

/*
 * Each function runs inside the page and uses nothing from outside its own body.
 */

/** True if a click on the middle of an element would reach it. */
export function isReached(element: ElementInPage): boolean {
  const { x, y, width, height } = element.getBoundingClientRect();
  const top = element.ownerDocument.elementFromPoint(x + width / 2, y + height / 2);
  return top !== null && element.contains(top);
}

/** Why a visible element cannot be used. */
export function obstacleAt(element: ElementInPage): Obstacle {
  if (element.matches(':disabled') || element.getAttribute('aria-disabled') === 'true') {
    return 'disabled';
  }
  element.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = element.getBoundingClientRect();
  const top = element.ownerDocument.elementFromPoint(x + width / 2, y + height / 2);
  return top === null || element.contains(top) || top.contains(element) ? 'stuck' : 'covered';
}

/** Buttons that may close the layer over an element, the most likely first. */
export function closersOver(element: ElementInPage): readonly ElementInPage[] {
  const { x, y, width, height } = element.getBoundingClientRect();
  let layer = element.ownerDocument.elementFromPoint(x + width / 2, y + height / 2);
  const isLayer = (one: ElementInPage) =>
    /fixed|absolute|sticky/.test(one.ownerDocument.defaultView.getComputedStyle(one).position) ||
    one.matches('dialog, [role=dialog], [role=alertdialog], [aria-modal=true]');
  while (layer && !isLayer(layer)) layer = layer.parentElement;
  // A dim sheet behind a box: finds the outermost part that does not contain the element.
  while (layer?.parentElement && isLayer(layer.parentElement)) layer = layer.parentElement;
  if (!layer || layer.contains(element)) return [];
  const labelOf = (one: ElementInPage) =>
    [
      one.innerText,
      one.getAttribute('aria-label'),
      one.getAttribute('title'),
      one.getAttribute('value'),
      one.getAttribute('alt'),
      one.id,
      String(one.className),
    ].join(' ');
  const leadsAway = (one: ElementInPage) => {
    const href = one.getAttribute('href');
    return href !== null && !/^(#|javascript:|$)/.test(href);
  };
  const buttons = [
    ...layer.querySelectorAll('button, a, input[type=button], input[type=image], [role=button]'),
  ].filter((one) => one.checkVisibility({ visibilityProperty: true }) && !leadsAway(one));
  const closing = buttons.filter((one) => /닫기|close|[×✕✖]|^\s*x\s*$/i.test(labelOf(one)));
  const dismissing = buttons.filter((one) => /확인|보지 ?않|열지 ?않|그만 ?보/.test(labelOf(one)));
  return [...new Set([...closing, ...dismissing])].slice(0, 4);
}

/** The part of the page that contains an element. Input fields and buttons count as content. */
export function placeOf(
  element: ElementInPage,
  { frame, layers }: { readonly frame: string; readonly layers: string },
): MarkerPlace {
  if (element.closest(frame)) return 'frame';
  const control = element.matches('input:enabled, select:enabled, textarea:enabled');
  return !control && element.closest(layers) ? 'layer' : 'content';
}

import type { PageOutline } from '#core/run/observation';

/**
 * Selectors that an adapter looks for. Visible ones go into `Observation.elements` under the same
 * name. Source: work24's pages and NetFUNNEL's script; the rest heuristic.
 */
export const WATCHED_ELEMENTS = {
  queue: [
    '#NetFunnel_Loading_Popup',
    '#NetFunnel_Skin_Top',
    '#NetFunnel_Loading_Popup_Count',
    '#NetFunnel_Countdown_Stop',
  ],
  spinner: [
    '#spin',
    '.blockMsg',
    '.blockUI',
    '.loading',
    '#loading',
    '.spinner',
    '[aria-busy=true]',
    '[role=progressbar]',
  ],
  password: ['input[type=password]'],
  form: ['input[type=text]', 'input[type=search]', 'select', 'textarea'],
  picture: ['img', 'canvas', 'video', 'iframe', 'frame'],
  challenge: [
    '#challenge-form',
    '#cf-wrapper',
    'iframe[src*=captcha]',
    '.g-recaptcha',
    '.h-captcha',
  ],
} as const;

/**
 * Where an adapter finds the parts of `Observation.outline`. Heuristic: HTML5, ARIA, usual names.
 */
export const PARTS: Readonly<Record<keyof PageOutline, string>> = {
  frame: [
    'nav, header, footer, aside, [role=navigation], [role=banner], [role=contentinfo], [role=complementary]',
    '#header, #footer, #gnb, #lnb, #nav, .header, .footer, .gnb',
    '.lnb, .nav, .menu, .breadcrumb, .navbar, .navbar-nav, .copyright',
    '[id*=gnb i], [class*=gnb i], [id*=topmenu i], [class*=topmenu i], [id*=footer i], [class*=footer i]',
  ].join(', '),
  headings: 'h1, h2, h3, h4, h5, h6, [role=heading], legend, caption',
  // Three buttons side by side are tabs or a menu.
  links: [
    'a[href], [role=link], [role=tab], [onclick]:not(body, form, input, button, table)',
    'button:has(~ button ~ button), button ~ button:has(~ button), button ~ button ~ button',
  ].join(', '),
  entries: 'li, dt, dd, select, tr:not(:has(table, p, br, div, input)):has(th, td + td)',
  layers: [
    'dialog[open], [role=dialog], [role=alertdialog], [aria-modal=true]',
    '.layer-popup, .layer_popup, .layerPopup, .popup, .modal, .blockMsg',
  ].join(', '),
  fields:
    'input:not([type=hidden]):not([type=button]):not([type=submit]):not([type=image]), select, textarea',
};

export type ElementClass = keyof typeof WATCHED_ELEMENTS;

/** Each selector of the list once. */
export const WATCHED_SELECTORS: readonly string[] = Object.values(WATCHED_ELEMENTS).flat();

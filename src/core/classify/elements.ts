/**
 * Selectors that an adapter looks for and, where visible, puts into `Observation.elements` under
 * this very name. Source: reference 1.1 (work24) and 1.7 (NetFUNNEL); the rest heuristic.
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
  picture: ['img', 'svg', 'canvas', 'video', 'iframe', 'frame'],
  challenge: [
    '#challenge-form',
    '#cf-wrapper',
    'iframe[src*=captcha]',
    '.g-recaptcha',
    '.h-captcha',
  ],
} as const;

export type ElementClass = keyof typeof WATCHED_ELEMENTS;

/** Every selector of the list, once. */
export const WATCHED_SELECTORS: readonly string[] = Object.values(WATCHED_ELEMENTS).flat();

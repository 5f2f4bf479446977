import type { Layer } from '#core/run/layer';

/** Where an error came from; a closed list, filled by the adapter that saw it. */
export const FAULT_PHASES = [
  'dns',
  'connect',
  'tls',
  /** Waiting for the first byte of the response. */
  'response',
  /** Reading the rest of it: a stalled large response. */
  'body',
  /** The browser navigated and did not get there. */
  'navigation',
  /** The page was there; an action or a wait on it failed. */
  'step',
  /** The browser died or never came up. */
  'browser',
  /** Ours: missing secret, our deadline, script error. */
  'monitor',
] as const;

export type FaultPhase = (typeof FAULT_PHASES)[number];

export interface Fault {
  readonly phase: FaultPhase;
  /** Stable code where there is one: `ENOTFOUND`, `ECONNREFUSED`, `net::ERR_TIMED_OUT`, `CERT_HAS_EXPIRED`. */
  readonly code?: string;
  /** Already redacted. */
  readonly message: string;
  readonly timedOut: boolean;
  /** For a failed action: the reason why the control could not be used. */
  readonly obstacle?: Obstacle;
}

/**
 * `disabled`: visible but not usable. `covered`: a layer without a working close button lies over
 * it. `stuck`: it does not react, for no visible reason.
 */
export const OBSTACLES = ['missing', 'disabled', 'covered', 'stuck'] as const;

export type Obstacle = (typeof OBSTACLES)[number];

export interface SeenDialog {
  readonly type: 'alert' | 'confirm' | 'prompt' | 'beforeunload';
  readonly message: string;
}

/** Where a found element stands; `script`: a pattern that the markup matches. */
export type MarkerPlace = 'content' | 'frame' | 'layer' | 'script';

/** Something looked for on the page. `expected` markers count; others only inform. */
export interface SeenMarker {
  readonly name: string;
  readonly expected: boolean;
  readonly found: boolean;
  /** The text that was looked for. Absent for elements and patterns. */
  readonly text?: string;
  /** Place of the element or pattern that was found. */
  readonly place?: MarkerPlace;
}

/** A request of the page itself (XHR, fetch) that was answered with an error. */
export interface FailedRequest {
  readonly url: string;
  /** Absent: the connection broke. */
  readonly status?: number;
  /** Text of an answer with a good status, at most 300 characters. */
  readonly body?: string;
}

/** A request the page still waited for when the run stopped. */
export interface PendingRequest {
  readonly url: string;
  /** How long it had been waiting, ms. */
  readonly waitedMs: number;
  /** `document`, `xhr`, `fetch`, `script` … */
  readonly resource: string;
}

/**
 * Which part of the page the lines of its text stand in. A line may be in several lists, and only
 * so many are kept.
 */
export interface PageOutline {
  /** Menus, header, footer, side bars. */
  readonly frame: readonly string[];
  readonly headings: readonly string[];
  readonly links: readonly string[];
  /** Cells of tables and entries of lists. */
  readonly entries: readonly string[];
  /** Places to type or to choose, outside menus, header and footer. */
  readonly fields: number;
  /** Lines of layers that lie over the page. Absent: not known. */
  readonly layers?: readonly string[];
}

/**
 * Everything a run saw at the step where it stopped, or at its last step: the whole input of the
 * classifier. Text is what a person could read, without markup.
 */
export interface Observation {
  /** The layer being reached for. */
  readonly layer: Layer;
  readonly url: string;
  readonly finalUrl?: string;
  /** Hosts the service may end up on without being `changed`. Lower case. */
  readonly allowedHosts: readonly string[];
  readonly status?: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly title: string;
  /** Visible text, at most 20,000 characters. */
  readonly text: string;
  /**
   * Visible elements worth knowing, e.g. `#NetFunnel_Loading_Popup`, `.blockMsg`,
   * `input[type=password]`.
   */
  readonly elements: readonly string[];
  /** Absent: not known, as of a page that was read without a browser. */
  readonly outline?: PageOutline;
  readonly dialogs: readonly SeenDialog[];
  readonly markers: readonly SeenMarker[];
  readonly pending: readonly PendingRequest[];
  /** Absent: none, or not known. */
  readonly failedRequests?: readonly FailedRequest[];
  readonly fault?: Fault;
  /** Length of the step, ms. */
  readonly elapsedMs: number;
  /** Above this the step counts as slow, ms. Absent: not judged. */
  readonly slowAfterMs?: number;
  /** Time spent in a waiting room, ms, and the budget for it. */
  readonly waitedInQueueMs?: number;
  /** Text of the waiting room on entry, at most 2,000 characters. */
  readonly queueText?: string;
  readonly queueBudgetMs?: number;
  /** Whether the page holds scripts that this run did not run. Absent: a browser ran them, or none. */
  readonly unrunScripts?: boolean;
  /** Size of the decoded main document, bytes. */
  readonly bodyBytes?: number;
  /** `text/html` and the like, without parameters. */
  readonly contentType?: string;
}

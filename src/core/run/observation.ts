import type { Layer } from '#core/run/layer';

/** Origin of an error: a closed list, set by the adapter that saw it. */
export const FAULT_PHASES = [
  'dns',
  'connect',
  'tls',
  /** Waiting for the first byte of the response. */
  'response',
  /** Reading the rest of it: a stalled large response. */
  'body',
  /** The browser's navigation failed. */
  'navigation',
  /** The page was there, but an action or a wait on it failed. */
  'step',
  /** The browser died or never started. */
  'browser',
  /** Our fault: missing secret, our deadline, script error. */
  'monitor',
] as const;

export type FaultPhase = (typeof FAULT_PHASES)[number];

/** Code of a page that is larger than the monitor reads. */
export const TOO_LARGE = 'TOO_LARGE';

/** Code of a missing intermediate certificate whose file could not be read. */
export const ISSUER_NOT_FETCHED = 'ISSUER_NOT_FETCHED';

export interface Fault {
  readonly phase: FaultPhase;
  /** Stable code, if any: `ENOTFOUND`, `ECONNREFUSED`, `net::ERR_TIMED_OUT`, `CERT_HAS_EXPIRED`. */
  readonly code?: string;
  /** Already redacted. */
  readonly message: string;
  readonly timedOut: boolean;
  /** For a failed action: why the control could not be used. */
  readonly obstacle?: Obstacle;
}

/**
 * `disabled`: visible but not usable. `covered`: below a layer without a working close button.
 * `stuck`: no reaction, without a visible reason.
 */
export const OBSTACLES = ['missing', 'disabled', 'covered', 'stuck'] as const;

export type Obstacle = (typeof OBSTACLES)[number];

export interface SeenDialog {
  readonly type: 'alert' | 'confirm' | 'prompt' | 'beforeunload';
  readonly message: string;
}

/** Place of a found element. `script`: a pattern that matched the markup. */
export type MarkerPlace = 'content' | 'frame' | 'layer' | 'script';

/** Something that the run looked for. `expected` markers count, the others only inform. */
export interface SeenMarker {
  readonly name: string;
  readonly expected: boolean;
  readonly found: boolean;
  /** The text that was looked for. Absent for elements and patterns. */
  readonly text?: string;
  /** Place of the element or pattern that was found. */
  readonly place?: MarkerPlace;
}

/** A request of the page itself (XHR, fetch) that got an error. */
export interface FailedRequest {
  readonly url: string;
  /** Absent: the connection broke. */
  readonly status?: number;
  /** Text of an answer with a good status, at most 300 characters. */
  readonly body?: string;
}

/** A request that was still pending when the run stopped. */
export interface PendingRequest {
  readonly url: string;
  /** Time in waiting, ms. */
  readonly waitedMs: number;
  /** `document`, `xhr`, `fetch`, `script` … */
  readonly resource: string;
}

/**
 * The part of the page for each line of its text. A line may be in several lists, and the lists are
 * limited.
 */
export interface PageOutline {
  /** Menus, header, footer, side bars. */
  readonly frame: readonly string[];
  readonly headings: readonly string[];
  readonly links: readonly string[];
  /** Cells of tables and entries of lists. */
  readonly entries: readonly string[];
  /** Input fields outside menus, header and footer. */
  readonly fields: number;
  /** Lines of layers over the page. Absent: unknown. */
  readonly layers?: readonly string[];
}

/**
 * Everything that a run saw at the step where it stopped, or at its last step: the complete input
 * of the classifier. Text is visible text, without markup.
 */
export interface Observation {
  /** The layer that the step tries to reach. */
  readonly layer: Layer;
  readonly url: string;
  readonly finalUrl?: string;
  /** Hosts where the service may end without being `changed`. Lower case. */
  readonly allowedHosts: readonly string[];
  readonly status?: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly title: string;
  /** Visible text, at most 20,000 characters. */
  readonly text: string;
  /**
   * Visible elements of interest, e.g. `#NetFunnel_Loading_Popup`, `.blockMsg`,
   * `input[type=password]`.
   */
  readonly elements: readonly string[];
  /** Absent: unknown, for example without a browser. */
  readonly outline?: PageOutline;
  readonly dialogs: readonly SeenDialog[];
  readonly markers: readonly SeenMarker[];
  readonly pending: readonly PendingRequest[];
  /** Absent: none, or unknown. */
  readonly failedRequests?: readonly FailedRequest[];
  readonly fault?: Fault;
  /** Length of the step, ms. */
  readonly elapsedMs: number;
  /** A longer step counts as slow, ms. Absent: not judged. */
  readonly slowAfterMs?: number;
  /** Time spent in a waiting room, ms, and its budget. */
  readonly waitedInQueueMs?: number;
  /** Text of the waiting room on entry, at most 2,000 characters. */
  readonly queueText?: string;
  readonly queueBudgetMs?: number;
  /**
   * True if the page has scripts that this run did not run. Absent: a browser ran them, or there
   * are none.
   */
  readonly unrunScripts?: boolean;
  /** Size of the decoded main document, bytes. */
  readonly bodyBytes?: number;
  /** `text/html` and the like, without parameters. */
  readonly contentType?: string;
}

import type { Layer } from '#core/run/layer';
import type { Credentials, Secret } from '#core/run/secret';
import type { Target } from '#core/watch/catalogue';

/**
 * Actions of a step. Every call ends before the step's time-out and throws if it did not succeed.
 * The observation keeps what was seen. `Page` is the page type of the browser library.
 */
export interface StepTools<Page> {
  /** For actions without a method below. */
  readonly page: Page;
  readonly target: Target;
  /** Present in every step of layer `session`. */
  readonly credentials?: Credentials;
  /** Opens a path below the target's base URL. Returns when the headers of the answer are in. */
  open(path: string): Promise<void>;
  /**
   * Waits until the target's marker `name` shows. Waits in a waiting room within its budget. Gives
   * up early if the page is at rest without the marker.
   */
  see(name: keyof Target['markers']): Promise<void>;
  /** The same for an element: visible, by the role of its selector. */
  seeElement(role: string): Promise<void>;
  /** True if an element is visible now. False without such a selector. */
  shows(role: string): Promise<boolean>;
  /** Waits until one of these roles is visible. Returns that role. */
  seeOneOf(roles: readonly string[]): Promise<string>;
  /** Waits until the page is at rest, with any content. */
  rest(): Promise<void>;
  /** Clicks the element of a role. */
  click(role: string): Promise<void>;
  /** Types a secret into the field of a role. */
  type(role: string, value: Secret): Promise<void>;
  /** From now on, answers matching questions of the page (`confirm`) with yes, not no. */
  agreeTo(question: RegExp): void;
  /** Closes layers that cover the page (selector role `popupClose`), if any. */
  closeLayers(): Promise<void>;
}

export interface Step<Page> {
  readonly name: string;
  readonly layer: Layer;
  /** The failure of a soft step is recorded, and the journey continues. */
  readonly soft: boolean;
  /** Milliseconds. Default: `limits.stepMs`. */
  readonly timeoutMs?: number;
  readonly run: (tools: StepTools<Page>) => Promise<void>;
}

/** Where a runner finds its journeys. */
export interface Journeys<Page> {
  find(target: Target, name: string): Journey<Page> | undefined;
}

/** A citizen's steps at one service, outermost layer first. */
export interface Journey<Page> {
  readonly service: string;
  readonly name: string;
  steps(target: Target): readonly Step<Page>[];
}

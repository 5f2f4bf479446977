import type { Layer } from '#core/run/layer';
import type { Credentials, Secret } from '#core/run/secret';
import type { Target } from '#core/watch/catalogue';

/**
 * What a step may do. Every call ends before the step's time-out and throws if it did not succeed.
 * The observation keeps what was seen. `Page` is the browser library's page.
 */
export interface StepTools<Page> {
  /** For what the verbs below cannot say. */
  readonly page: Page;
  readonly target: Target;
  /** Present whenever a step of layer `session` runs. */
  readonly credentials?: Credentials;
  /** Opens a path below the target's base URL and returns once the answer's headers are in. */
  open(path: string): Promise<void>;
  /**
   * Waits until the target's marker `name` shows, sitting out a waiting room within its budget.
   * Gives up early when the page has come to rest without it.
   */
  see(name: keyof Target['markers']): Promise<void>;
  /** The same for an element: visible, by the role of its selector. */
  seeElement(role: string): Promise<void>;
  /** Whether an element is visible right now; false without such a selector. */
  shows(role: string): Promise<boolean>;
  /** Waits until one of these roles is visible and says which. */
  seeOneOf(roles: readonly string[]): Promise<string>;
  /** Waits until the page has come to rest, with any content. */
  rest(): Promise<void>;
  /** Clicks the element of a role. */
  click(role: string): Promise<void>;
  /** Types a secret into the field of a role. */
  type(role: string, value: Secret): Promise<void>;
  /** From now on the page's questions (`confirm`) that match are answered with yes, not no. */
  agreeTo(question: RegExp): void;
  /** Closes the layers that cover the page (selector role `popupClose`), if there are any. */
  closeLayers(): Promise<void>;
}

export interface Step<Page> {
  readonly name: string;
  readonly layer: Layer;
  /** A soft step's failure is recorded and the journey goes on. */
  readonly soft: boolean;
  /** Milliseconds; default `limits.stepMs`. */
  readonly timeoutMs?: number;
  readonly run: (tools: StepTools<Page>) => Promise<void>;
}

/** Where a runner finds what to run. */
export interface Journeys<Page> {
  find(target: Target, name: string): Journey<Page> | undefined;
}

/** Steps of a citizen at one service, outermost layer first. */
export interface Journey<Page> {
  readonly service: string;
  readonly name: string;
  steps(target: Target): readonly Step<Page>[];
}

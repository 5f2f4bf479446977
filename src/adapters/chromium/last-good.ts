import type { CDPSession } from 'playwright-core';
import { settled } from '#adapters/chromium/deadline';
import type { Layer } from '#core/layer';

const PICTURE = { format: 'jpeg', quality: 50, optimizeForSpeed: true } as const;
/** `host` has shown nothing yet; `session` shows a person's data. */
const KEPT: readonly Layer[] = ['static', 'data', 'login-page'];
const PATIENCE_MS = 300;

/**
 * The last page that was as it should be, as a small picture. It is taken while the next page is
 * on its way; one that comes too late is dropped. Waiting for each would cost a good run 30 ms a
 * step, a screencast a quarter more CPU.
 */
export class LastGood {
  image: Uint8Array | undefined;
  readonly #session: CDPSession | undefined;
  #document = 0;
  #taking: Promise<void> | undefined;

  constructor(session: CDPSession | undefined) {
    this.#session = session;
  }

  /** Secrets are typed from the first step with a session on: no picture may be under way then. */
  async starting(layer: Layer): Promise<void> {
    if (layer !== 'session' || !this.#taking) return;
    await settled(PATIENCE_MS, this.#taking, undefined);
    this.navigated();
  }

  passed(layer: Layer): void {
    if (!KEPT.includes(layer) || !this.#session || this.#taking) return;
    this.#taking = this.#take(this.#session, this.#document).catch(() => undefined);
    this.#taking.finally(() => {
      this.#taking = undefined;
    });
  }

  /** Another document has taken the page's place; a picture now would be of that one. */
  navigated(): void {
    this.#document += 1;
  }

  async #take(session: CDPSession, document: number): Promise<void> {
    const { data } = await session.send('Page.captureScreenshot', PICTURE);
    if (document === this.#document) this.image = Buffer.from(data, 'base64');
  }
}

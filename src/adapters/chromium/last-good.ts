import type { CDPSession } from 'playwright-core';
import { settled } from '#adapters/chromium/deadline';
import type { Layer } from '#core/layer';

const PICTURE = { format: 'jpeg', quality: 50, optimizeForSpeed: true } as const;
/**
 * The first layer with something to see. One picture costs a good run some 30 ms and the budget is
 * 40; one under way while the next page loads stalls both, and a screencast costs a quarter of CPU.
 */
const KEPT: Layer = 'static';
const PATIENCE_MS = 300;

/** The last page that was as it should be before anything is typed, as a small picture. */
export class LastGood {
  image: Uint8Array | undefined;
  readonly #session: CDPSession | undefined;

  constructor(session: CDPSession | undefined) {
    this.#session = session;
  }

  async passed(layer: Layer): Promise<void> {
    if (layer !== KEPT || !this.#session) return;
    const taking = this.#session.send('Page.captureScreenshot', PICTURE);
    const taken = await settled(PATIENCE_MS, taking, undefined);
    if (taken) this.image = Buffer.from(taken.data, 'base64');
  }
}

import type { CDPSession } from 'playwright-core';
import type { Layer } from '#core/layer';

const PICTURE = { format: 'jpeg', quality: 50, maxWidth: 800, maxHeight: 600 } as const;

/**
 * The last page that was as it should be, as a small picture. The browser pushes a frame whenever
 * it has painted; asking for a screenshot after each step instead cost some 30 ms a time.
 */
export class LastGood {
  #image: string | undefined;
  #latest: string | undefined;
  /** Whether what is being painted still belongs to a page that has passed. */
  #good = false;
  #private = false;

  constructor(session: CDPSession | undefined) {
    session?.on('Page.screencastFrame', ({ data, sessionId }) => {
      this.#painted(data);
      session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
    });
    session?.send('Page.startScreencast', PICTURE).catch(() => undefined);
  }

  image(): Uint8Array | undefined {
    return this.#image === undefined ? undefined : Buffer.from(this.#image, 'base64');
  }

  /** What was painted last, for a page that no longer answers. */
  latest(): Uint8Array | undefined {
    return this.#latest === undefined ? undefined : Buffer.from(this.#latest, 'base64');
  }

  /** From the first step with a session on the page shows what a person types or sees. */
  starting(layer: Layer): void {
    if (layer !== 'session') return;
    this.#private = true;
    this.#latest = undefined;
  }

  passed(layer: Layer): void {
    // At `host` the answer has begun; whether its content is good is not known yet.
    if (this.#private || layer === 'host') return;
    this.#good = true;
    // A page that passed before it was painted has its picture still to come.
    this.#image = this.#latest ?? this.#image;
  }

  /** Another document has taken the page's place. */
  navigated(): void {
    this.#good = false;
    this.#latest = undefined;
  }

  #painted(data: string): void {
    if (this.#private) return;
    this.#latest = data;
    if (this.#good) this.#image = data;
  }
}

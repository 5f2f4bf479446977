import type { CDPSession, Page } from 'playwright-core';
import { settled } from '#adapters/chromium/deadline';
import { maskSecrets, secretValues } from '#adapters/chromium/mask-secrets';
import type { JourneyOrder } from '#core/ports/checks';
import type { Instant } from '#core/time/time';
import type { Step } from '#core/watch/journey';

const PICTURE = { format: 'jpeg', quality: 50, optimizeForSpeed: true } as const;
const MASK_MS = 300;
/** A picture that is still being taken while the next page loads stalls both. */
const PATIENCE_MS = 500;

/** A small JPEG of a successful step. */
export interface StepPicture {
  readonly step: string;
  /** Scheduled time of the run. */
  readonly at: Instant;
  readonly body: Uint8Array;
}

/** The last good picture of each step of each journey, as long as the process lives. */
export class LastGood {
  readonly #journeys = new Map<string, Map<string, StepPicture>>();

  keep(journey: string, picture: StepPicture): void {
    const pictures = this.#journeys.get(journey) ?? new Map<string, StepPicture>();
    this.#journeys.set(journey, pictures.set(picture.step, picture));
  }

  of(journey: string): readonly StepPicture[] {
    return [...(this.#journeys.get(journey)?.values() ?? [])];
  }
}

export interface StepCameraOptions {
  readonly page: Page;
  readonly session: () => Promise<CDPSession | undefined>;
  readonly order: JourneyOrder;
}

/**
 * Takes a picture of every successful step if the order asks for it. Each picture costs 30 to 60
 * ms, so most runs take none.
 */
export class StepCamera {
  readonly taken: StepPicture[] = [];
  readonly #options: StepCameraOptions;

  constructor(options: StepCameraOptions) {
    this.#options = options;
  }

  async passed(step: Step<Page>): Promise<void> {
    const { order, session } = this.#options;
    // At `host` the answer has only begun. Soft steps leave the page.
    const { pictures } = order;
    if (!pictures || step.soft || step.layer === 'host') return;
    if (step.layer === 'session' && !(await this.#masked())) return;
    const taking = (await session())?.send('Page.captureScreenshot', PICTURE);
    const picture = taking && (await settled(PATIENCE_MS, taking, undefined));
    if (!picture) return;
    const body = Buffer.from(picture.data, 'base64');
    this.taken.push({ step: step.name, at: pictures.at, body });
  }

  /** Before that layer no typed secret can show. */
  async #masked(): Promise<boolean> {
    const { page, order } = this.#options;
    const values = secretValues(order.credentials);
    return settled(MASK_MS, page.evaluate(maskSecrets, { values }), false);
  }
}

import { randomFill } from 'node:crypto';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';

/** A time in which no answer came that normally comes at once. */
interface Gap {
  readonly from: number;
  readonly to: number;
  readonly lostMs: number;
}

export interface PulseOptions {
  /** Answers at once if nothing stands still. A rejection is an answer. */
  readonly beat: () => Promise<unknown>;
  /** Between an answer and the next question. */
  readonly pauseMs: number;
  /** An answer that is later is a gap. Shorter delays are a normal part of our own work. */
  readonly leastGapMs: number;
}

/**
 * Asks the same question again and again, and keeps how late the answers are. Finds every way in
 * which this process stands still: a blocked event loop, garbage collection, SIGSTOP, a container
 * without processor time, a machine that sleeps. All times are ms of `performance.now()`.
 */
export class Pulse {
  readonly #options: PulseOptions;
  #gaps: readonly Gap[] = [];
  #dueAt = 0;
  #dueOnTheWall = 0;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(options: PulseOptions) {
    this.#options = options;
    this.#next();
  }

  /** An answer that is missing by now is a gap too. */
  stop(): void {
    if (!this.#stopped) this.#note();
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** Lost between `from` and `stop`, ms. */
  lostSince(from: number): number {
    const parts = this.#gaps.map((gap) => {
      if (gap.to < from) return 0;
      // The monotonic clock does not run while the machine sleeps, so a gap may exceed its ends.
      return gap.from >= from ? gap.lostMs : Math.min(gap.lostMs, gap.to - from);
    });
    return parts.reduce((sum, part) => sum + part, 0);
  }

  #next(): void {
    const { beat, pauseMs } = this.#options;
    this.#dueAt = performance.now() + pauseMs;
    this.#dueOnTheWall = Date.now() + pauseMs;
    this.#timer = setTimeout(async () => {
      await beat().catch(() => undefined);
      if (this.#stopped) return;
      this.#note();
      this.#next();
    }, pauseMs).unref();
  }

  #note(): void {
    const to = performance.now();
    const lostMs = Math.max(to - this.#dueAt, Date.now() - this.#dueOnTheWall);
    if (lostMs <= this.#options.leastGapMs) return;
    this.#gaps = [...this.#gaps, { from: this.#dueAt, to, lostMs }];
  }
}

/** A gap of this share of the limit that it may break. A slow machine has longer limits. */
const SHARE = 1 / 5;

/**
 * Of the browser and of this process. A page that hangs does not stop it. `limitMs`: of a step.
 */
export function browserPulse(browser: Browser, limitMs: number): Pulse {
  const opening = browser.newBrowserCDPSession();
  opening.catch(() => undefined);
  const beat = async () => (await opening).send('Browser.getVersion');
  return new Pulse({ beat, pauseMs: 100, leastGapMs: between(250, SHARE * limitMs, 1_000) });
}

const fill = promisify(randomFill);

/**
 * The pulse of this process, with its thread pool, where names are resolved and files are read.
 * `limitMs`: the shortest time-out that matters.
 */
export function ownPulse(limitMs: number): Pulse {
  const beat = () => fill(Buffer.alloc(1));
  return new Pulse({ beat, pauseMs: 25, leastGapMs: between(50, SHARE * limitMs, 250) });
}

function between(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

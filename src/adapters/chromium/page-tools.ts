import type { Page } from 'playwright-core';
import { closeAll, useControl } from '#adapters/chromium/controls';
import { settled, sleep, sleepUnlessLoaded, within } from '#adapters/chromium/deadline';
import { isTimeout, StepFailedError } from '#adapters/chromium/faults';
import { framesOf, withFrames } from '#adapters/chromium/frame-look';
import { placeOf } from '#adapters/chromium/layers-in-page';
import { lookAtPage, type PageLook, type PageLookOrder } from '#adapters/chromium/page-look';
import type { Recorder } from '#adapters/chromium/recorder';
import { refutedBy } from '#adapters/chromium/refutation';
import type { StepClock } from '#adapters/chromium/step-clock';
import { PARTS, WATCHED_ELEMENTS, WATCHED_SELECTORS } from '#core/classify/elements';
import type { JourneyOrder } from '#core/ports/checks';
import type { SeenMarker } from '#core/run/observation';
import type { Credentials, Secret } from '#core/run/secret';
import type { Target } from '#core/watch/catalogue';
import type { StepTools } from '#core/watch/journey';

/** A page without requests and spinners for this long is finished. */
const REST_MS = 1_500;
/** If the step waits for nothing in particular. */
const REST_UNEXPECTING_MS = 700;
/** An almost empty page may be an application that has not rendered yet. */
const REST_SCANT_MS = 2_500;
const SCANT_TEXT = 60;
/** After an error status a short wait is enough. */
const REST_AFTER_ERROR_MS = 200;
const POLL_MS: { readonly first: number; readonly most: number } = { first: 10, most: 200 };
const LONG_ENOUGH_MS = 5_000;
const LOOK_MS = 2_000;
const SETTLE_MS = 1_500;
/** Longest time of one step's own looks: each waits for a marker, and for elements. */
export const MOST_ASIDE_MS: number = 3 * (LOOK_MS + SETTLE_MS);
const QUEUE_POLL_MS = 500;
const MOST_QUEUE_TEXT = 2_000;
const MOST_TEXT = 20_000;
const MOST_PARTS = 300;
/** A page with so little own text may have the rest in frames of other origins. */
const LITTLE_TEXT = 200;
/** "접속대기 중 새로고침을 하시면 …" is advice that a page gives before there is a queue. */
const QUEUE_TEXT = /접속\s*대기\s*중(입니다|이오니|이니|[\s.…]*$)/m;

export interface PageToolsOptions {
  readonly page: Page;
  readonly order: JourneyOrder;
  readonly recorder: Recorder;
}

/** The actions of a step on a real page. One object per run. `clock` is set for each step. */
export class PageTools implements StepTools<Page> {
  readonly page: Page;
  readonly target: Target;
  readonly credentials?: Credentials;
  readonly markers = new Map<string, SeenMarker>();
  waitedInQueueMs = 0;
  /** The first text of the waiting room. */
  queueText = '';
  /** What the run waited for when it stopped: a document's answer, its rest, or neither. */
  opening: 'response' | 'body' | undefined;
  /** The last requested address. */
  url: string;
  clock: StepClock;
  readonly #recorder: Recorder;
  readonly #queueBudgetMs: number;

  constructor({ page, order, recorder }: PageToolsOptions, clock: StepClock) {
    this.page = page;
    this.target = order.target;
    if (order.credentials) this.credentials = order.credentials;
    this.url = order.target.baseUrl;
    this.clock = clock;
    this.#recorder = recorder;
    this.#queueBudgetMs = order.limits.queueBudgetMs;
  }

  async open(path: string): Promise<void> {
    this.url = new URL(path, this.target.baseUrl).href;
    this.opening = 'response';
    this.markers.clear();
    this.#recorder.leaving = true;
    const patience = this.#patience();
    try {
      await this.page.goto(this.url, { waitUntil: 'commit', timeout: patience });
    } catch (error) {
      if (!isTimeout(error)) throw error;
      throw new StepFailedError(`no answer within ${patience} ms`, true);
    } finally {
      this.#recorder.leaving = false;
    }
    this.opening = undefined;
  }

  async see(name: keyof Target['markers']): Promise<void> {
    const marker = this.target.markers[name];
    if (marker === undefined) return;
    const sought = /^\/.*\/$/s.test(marker) ? { place: 'script' as const } : { text: marker };
    await this.#until(name, async () => (await this.look(marker))?.found ?? false);
    this.markers.set(name, { name, expected: true, found: true, ...sought });
    // An error page within the portal's frame also shows the names of its menus.
    const refuted = await this.clock.aside(() => this.#refuted());
    if (refuted) throw new StepFailedError(`${name} shows on a page that says: ${refuted}`, false);
  }

  async #refuted(): Promise<string | undefined> {
    await this.#settle();
    return refutedBy(await this.lookClosely(LOOK_MS), this, this.#recorder);
  }

  /** A page may show its shell before its data. Most pages request none. */
  async #settle(): Promise<void> {
    const most = Math.min(SETTLE_MS, this.#patience());
    const end = this.clock.left() - most;
    await settled(most, this.page.waitForLoadState('domcontentloaded'), undefined);
    while (this.#recorder.dataPending() && this.clock.left() > Math.max(0, end)) {
      await sleep(POLL_MS.first);
    }
  }

  async seeElement(role: string): Promise<void> {
    await this.#until(role, () => this.shows(role));
    const place = await this.clock.aside(() => this.#placeOf(role));
    this.markers.set(role, { name: role, expected: true, found: true, ...place });
  }

  /** Unknown if the page changes meanwhile. One in the content is enough, so no more are asked. */
  async #placeOf(role: string): Promise<Pick<SeenMarker, 'place'>> {
    const selector = this.target.selectors[role];
    const known = [...this.markers.values()].some(({ place }) => place === 'content');
    if (selector === undefined || known) return {};
    const asking = this.#element(selector).evaluate(placeOf, PARTS);
    const place = await settled(LOOK_MS, asking, undefined);
    return place ? { place } : {};
  }

  async seeOneOf(roles: readonly string[]): Promise<string> {
    let seen = '';
    await this.#until(roles.join('|'), async () => {
      for (const role of roles) if (await this.shows(role)) seen = role;
      return seen !== '';
    });
    return seen;
  }

  async shows(role: string): Promise<boolean> {
    const selector = this.target.selectors[role];
    if (selector === undefined) return false;
    const visible = this.#element(selector).isVisible();
    return within(Math.max(1, this.clock.left()), visible, role);
  }

  click(role: string): Promise<void> {
    return this.#use(role, (element, timeout) => element.click({ timeout }));
  }

  type(role: string, value: Secret): Promise<void> {
    return this.#use(role, (element, timeout) => element.fill(value.reveal(), { timeout }));
  }

  agreeTo(question: RegExp): void {
    this.#recorder.agreeTo(question);
  }

  async closeLayers(): Promise<void> {
    const selector = this.target.selectors.popupClose;
    if (selector === undefined) return;
    const closing = closeAll(this.page.locator(selector).filter({ visible: true }));
    await within(Math.max(1, this.clock.left()), closing, 'popupClose');
  }

  /** The current content of the page. Undefined while it cannot be read. */
  look(marker?: string): Promise<PageLook | undefined> {
    return this.#look(marker === undefined ? {} : { marker }, Math.max(1, this.clock.left()));
  }

  /** The last look, with everything that the classifier needs beyond the text. */
  lookClosely(ms: number): Promise<PageLook | undefined> {
    return this.#look({ parts: PARTS }, ms);
  }

  async #look(
    wanted: Pick<PageLookOrder, 'marker' | 'parts'>,
    ms: number,
  ): Promise<PageLook | undefined> {
    const order = {
      watched: WATCHED_SELECTORS,
      maxText: MOST_TEXT,
      maxParts: MOST_PARTS,
      ...wanted,
    };
    try {
      const look = await within(
        Math.min(LOOK_MS, ms),
        this.page.evaluate(lookAtPage, order),
        'look',
      );
      return look.text.length < LITTLE_TEXT && this.page.frames().length > 1
        ? withFrames(look, await framesOf(this.page))
        : look;
    } catch (error) {
      // Between two documents there is nothing to read. A dead browser is different.
      if (this.page.isClosed()) throw error;
      return undefined;
    }
  }

  async rest(): Promise<void> {
    let busy = true;
    const start = this.clock.left();
    for (let pause = POLL_MS.first; this.clock.left() > 0; pause = longer(pause)) {
      const look = await this.look();
      if (look && (await this.#sitOut(look))) continue;
      if (look && this.#atRest(look, restOf(look))) return;
      busy = !look?.complete || spins(look);
      // Chats and counters keep a request open forever. Such a page counts as ready.
      if (!busy && start - this.clock.left() > LONG_ENOUGH_MS) return;
      await sleep(Math.min(pause, this.clock.left()));
    }
    if (!busy) return;
    this.opening = this.#recorder.documentPending() ? 'body' : undefined;
    throw new StepFailedError('the page did not come to rest', true);
  }

  async #until(name: string, holds: () => Promise<boolean>): Promise<void> {
    this.markers.set(name, { name, expected: true, found: false });
    for (let pause = POLL_MS.first; ; pause = longer(pause)) {
      if (await holds()) break;
      const look = await this.look();
      if (look && (await this.#sitOut(look))) continue;
      if (look && this.#atRest(look)) {
        // It may have shown between the two looks.
        if (await holds()) break;
        throw new StepFailedError(`the page is complete, but ${name} does not show`, false);
      }
      if (this.clock.left() <= 0) {
        this.opening = this.#recorder.documentPending() ? 'body' : undefined;
        throw new StepFailedError(`${name} did not show in time`, true);
      }
      await sleepUnlessLoaded(this.page, Math.min(pause, this.clock.left()));
    }
    this.markers.set(name, { name, expected: true, found: true });
  }

  /** Waits in a queue such as NetFUNNEL. Never reloads, because that starts at the end again. */
  async #sitOut(look: PageLook): Promise<boolean> {
    if (!queueShows(look)) return false;
    if (this.queueText === '') this.queueText = look.text.slice(0, MOST_QUEUE_TEXT);
    if (this.waitedInQueueMs >= this.#queueBudgetMs) {
      throw new StepFailedError('the waiting room took longer than its budget', true);
    }
    const pause = Math.min(QUEUE_POLL_MS, this.#queueBudgetMs - this.waitedInQueueMs);
    this.clock.extend(pause);
    this.waitedInQueueMs += pause;
    await sleep(pause);
    return true;
  }

  #atRest(look: PageLook, restMs = REST_MS): boolean {
    if (!look.complete) return false;
    const failed = (this.#recorder.document?.status ?? 200) >= 400;
    if (failed) return this.#recorder.quietMs() >= REST_AFTER_ERROR_MS;
    return !spins(look) && this.#recorder.quietMs() >= restMs;
  }

  /** Playwright treats 0 as "forever". */
  #patience(): number {
    return Math.max(1, Math.round(this.clock.left()));
  }

  async #use(role: string, action: Parameters<typeof useControl>[1]): Promise<void> {
    const element = this.#element(this.#selector(role));
    await useControl({ role, element, left: () => this.clock.left() }, action);
    this.#recorder.acted();
  }

  #selector(role: string): string {
    const selector = this.target.selectors[role];
    if (selector !== undefined) return selector;
    throw new TypeError(`the target ${this.target.service} has no selector "${role}"`);
  }

  #element(selector: string) {
    return this.page.locator(selector).filter({ visible: true }).first();
  }
}

function queueShows(look: PageLook): boolean {
  const popup = WATCHED_ELEMENTS.queue.some((selector) => look.elements.includes(selector));
  return popup || QUEUE_TEXT.test(look.text);
}

function restOf({ text }: PageLook): number {
  return text.length < SCANT_TEXT ? REST_SCANT_MS : REST_UNEXPECTING_MS;
}

function spins(look: PageLook): boolean {
  return WATCHED_ELEMENTS.spinner.some((selector) => look.elements.includes(selector));
}

function longer(pause: number): number {
  return Math.min(pause * 1.5, POLL_MS.most);
}

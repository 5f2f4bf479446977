import type { ElementHandle, Locator } from 'playwright-core';
import { sleep } from '#adapters/chromium/deadline';
import { isTimeout, StepFailedError } from '#adapters/chromium/faults';
import { closersOver, isReached, obstacleAt } from '#adapters/chromium/layers-in-page';
import type { Obstacle } from '#core/run/observation';

const TRY_MS = 2_000;
/** Limit for a script that may still add, enable or uncover the control, ms. */
const MOST_MS = 8_000;
const PAUSE_MS = 200;
const CLOSE_MS = 1_000;
const MOST_LAYERS = 10;

interface ControlOrder {
  readonly role: string;
  /** The first visible element of the role. */
  readonly element: Locator;
  /** Time left, ms. */
  readonly left: () => number;
}

/**
 * Uses a control after closing layers that cover it, the top one first. Throws `StepFailedError`
 * with the obstacle.
 */
export async function useControl(
  { role, element, left }: ControlOrder,
  use: (element: Locator, timeoutMs: number) => Promise<void>,
): Promise<void> {
  const end = left() - MOST_MS;
  let looks = 0;
  for (let closed = 0; ; ) {
    try {
      return await use(element, Math.max(1, Math.min(TRY_MS, left())));
    } catch (error) {
      if (!isTimeout(error)) throw error;
    }
    const obstacle = await obstacleOf(element);
    looks += 1;
    if (obstacle === 'covered' && closed < MOST_LAYERS && (await closeUppermost(element))) {
      closed += 1;
      continue;
    }
    if (left() <= Math.max(0, end)) {
      // A control that was blocked twice counts as seen, even if little time is left.
      const isSeen = obstacle !== 'missing' && looks > 1;
      throw new StepFailedError(`${role} is ${obstacle}`, left() <= 0 && !isSeen, obstacle);
    }
    await sleep(Math.min(PAUSE_MS, left()));
  }
}

/** Closes layers with the given buttons, the top one first, while any button can be reached. */
export async function closeAll(buttons: Locator): Promise<void> {
  for (let closed = 0; closed < MOST_LAYERS; closed += 1) {
    const upper = await uppermost(buttons);
    if (!upper) return;
    const clicked = await upper.click({ timeout: CLOSE_MS }).then(
      () => true,
      () => false,
    );
    if (!clicked) return;
  }
}

async function uppermost(buttons: Locator): Promise<Locator | undefined> {
  for (const button of await buttons.all()) {
    if (await button.evaluate(isReached).catch(() => false)) return button;
  }
  return undefined;
}

async function obstacleOf(element: Locator): Promise<Obstacle> {
  if ((await element.count()) === 0) return 'missing';
  return element.evaluate(obstacleAt, undefined, { timeout: CLOSE_MS }).catch(() => 'missing');
}

/** Tries the buttons of the layer over an element until the layer disappears. */
async function closeUppermost(element: Locator): Promise<boolean> {
  const handle = await element.elementHandle({ timeout: CLOSE_MS }).catch(() => null);
  if (!handle) return false;
  const closers = await handle.evaluateHandle(closersOver);
  for (const closer of (await closers.getProperties()).values()) {
    const button: ElementHandle | null = closer.asElement();
    await button?.click({ timeout: CLOSE_MS }).catch(() => undefined);
    // A working button disappears with its layer.
    if (button && !(await button.isVisible().catch(() => false))) return true;
  }
  return false;
}

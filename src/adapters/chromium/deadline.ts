import type { Page } from 'playwright-core';

/** Thrown by `within` on time-out, to tell our own timers from Playwright's. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
}

/**
 * The promise, or DeadlineError after `ms`. A late promise ends alone, and its error is ignored.
 */
export async function within<T>(ms: number, promise: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const bell = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DeadlineError(`${what}: ${ms} ms`)), Math.max(0, ms));
  });
  promise.catch(() => undefined);
  try {
    return await Promise.race([promise, bell]);
  } finally {
    clearTimeout(timer);
  }
}

/** The promise's value, or `otherwise` if it fails or takes longer than `ms`. */
export async function settled<T>(ms: number, promise: Promise<T>, otherwise: T): Promise<T> {
  return within(ms, promise, 'settled').catch(() => otherwise);
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Shorter when the document gets further: it may show now what it did not show before. */
export async function sleepUnlessLoaded(page: Page, ms: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  page.once('domcontentloaded', resolve);
  page.once('load', resolve);
  await Promise.race([sleep(ms), promise]);
  page.off('domcontentloaded', resolve);
  page.off('load', resolve);
}

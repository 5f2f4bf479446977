import { browse } from '#lambda/wiring/browser';

/** An order in, what the browser saw out. It holds no right to anything, and stores nothing. */
export async function handler(event: unknown): Promise<unknown> {
  return browse(event);
}

import { browse } from '#lambda/wiring/browser';

/** Takes an order and returns what the browser saw. It has no rights and stores nothing. */
export async function handler(event: unknown): Promise<unknown> {
  return browse(event);
}

import { parsePageCall } from '#lambda/messages';
import { pagePorts } from '#lambda/wiring/page';
import { watchPage } from '#pipeline/page/watch-page';
import { type PageOutcome, writePage } from '#pipeline/page/write-page';

/** A minute's tick or a change in, the public page out. */
export async function handler(event: unknown): Promise<PageOutcome> {
  const { changed } = parsePageCall(event);
  const ports = pagePorts();
  if (!changed) await watchPage(ports);
  return writePage(ports);
}

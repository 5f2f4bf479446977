import { parsePageCall } from '#lambda/messages';
import { pagePorts } from '#lambda/wiring/page';
import { watchPage } from '#pipeline/page/watch-page';
import { type PageOutcome, writePage } from '#pipeline/page/write-page';

/** Takes a minute's tick or a change and writes the public page. */
export async function handler(event: unknown): Promise<PageOutcome> {
  const { changed } = parsePageCall(event);
  const ports = pagePorts();
  if (!changed) await watchPage(ports);
  return writePage(ports);
}

import { FIRST_CHANNEL } from '#core/notice/ledger';
import type { Channel } from '#core/ports/notices';

/** The first channel as far as a test says nothing else: it takes every notice and has a fallback. */
export function channelOf(change: Partial<Channel> = {}): Channel {
  return {
    name: FIRST_CHANNEL,
    hasFallback: true,
    accepts: () => true,
    send: async ({ id }) => `message of ${id}`,
    ...change,
  };
}

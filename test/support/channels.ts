import { FIRST_CHANNEL } from '#core/notice/ledger';
import type { Channel } from '#core/ports/notices';

/** A channel that accepts every notice and has a fallback, unless a test changes that. */
export function channelOf(change: Partial<Channel> = {}): Channel {
  return {
    name: FIRST_CHANNEL,
    hasFallback: true,
    accepts: () => true,
    send: async ({ id }) => `message of ${id}`,
    ...change,
  };
}

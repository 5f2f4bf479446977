import type { Notice } from '#core/notice/notice';
import type { Channel } from '#core/ports/notices';
import type { EvaluatePorts } from '#pipeline/evaluate/ports';
import { sendNotice } from '#pipeline/evaluate/send-notice';

/**
 * Sends notices over all channels at once, each channel in the order of the notices. A failed
 * channel delays no other, and no channel sends an end before its begin. Returns the ids of notices
 * that every accepting channel has sent.
 */
export async function sendNotices(
  notices: readonly Notice[],
  ports: EvaluatePorts,
): Promise<ReadonlySet<string>> {
  const inOrder = notices.toSorted((a, b) => a.seq - b.seq);
  const waiting = await Promise.all(
    ports.channels.map((channel) => sendOver(channel, inOrder, ports)),
  );
  const left = notices.filter(({ id }) => !waiting.some((ids) => ids.has(id)));
  return new Set(left.map(({ id }) => id));
}

/** Ids of the notices that still wait on this channel. */
async function sendOver(
  channel: Channel,
  notices: readonly Notice[],
  ports: EvaluatePorts,
): Promise<ReadonlySet<string>> {
  const waiting = new Set<string>();
  const heldUp = new Set<string>();
  for (const notice of notices) {
    const { id, outage } = notice;
    if (!heldUp.has(outage) && (await isDone(notice, channel, ports))) continue;
    waiting.add(id);
    heldUp.add(outage);
  }
  return waiting;
}

async function isDone(notice: Notice, channel: Channel, ports: EvaluatePorts): Promise<boolean> {
  try {
    const isElsewhere = notice.only !== undefined && notice.only !== channel.name;
    if (isElsewhere || !channel.accepts(notice)) return true;
    return await sendNotice(notice, channel, ports);
  } catch (error) {
    const about = { notice: notice.id, channel: channel.name };
    ports.log.error('notice not sent', { ...about, error: String(error) });
    return false;
  }
}

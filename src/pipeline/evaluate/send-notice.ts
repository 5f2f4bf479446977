import { METRICS } from '#contract/metrics';
import { failed, isDue, isWhole, newRow, sent, tried } from '#core/notice/ledger';
import type { LedgerRow, Notice } from '#core/notice/notice';
import type { Channel, SentMessage } from '#core/ports/notices';
import type { EvaluatePorts } from '#pipeline/evaluate/ports';

/** Tries to mark a notice as sent. If all fail, it is sent again under the same id. */
const MARK_TRIES = 3;

/**
 * Sends a notice over one channel, once. Writes its row before the try and updates it after.
 * Returns true if delivery is confirmed. Otherwise a later evaluation calls it again.
 */
export async function sendNotice(
  notice: Notice,
  channel: Channel,
  ports: EvaluatePorts,
): Promise<boolean> {
  const { ledger, clock, configuration } = ports;
  const fresh = newRow(notice, channel.name);
  await ledger.open(fresh);
  const before = await wholeRow(fresh, ports);
  if (!before || before.state === 'sent') return before !== undefined;
  if (!isDue(before, clock.now(), configuration.rules)) return false;
  const { hasFallback } = channel;
  const attempt = tried(before, { now: clock.now(), hasFallback }, configuration.rules);
  if (!(await ledger.claim(attempt))) return false;
  if (attempt.route === 'fallback') fellBack(attempt, ports);
  const messageId = await send(attempt, channel, ports);
  if (messageId === undefined) return false;
  const row = sent(attempt, messageId, clock.now());
  const isAnswered = channel.isAnswered?.(notice) === true;
  if (isAnswered) await remember(messageId, row, ports);
  await mark(isAnswered ? { ...row, carriers: { answers: [] } } : row, ports);
  return true;
}

/**
 * If this write fails, the carriers' answers are lost. That is no reason to send the notice again.
 */
export async function remember(
  messageId: string,
  message: SentMessage,
  { ledger, log }: EvaluatePorts,
): Promise<void> {
  try {
    await ledger.remember(messageId, message);
  } catch (error) {
    log.warn('message not remembered', { notice: message.notice.id, error: String(error) });
  }
}

/** Repairs an incomplete row. */
async function wholeRow(fresh: LedgerRow, ports: EvaluatePorts): Promise<LedgerRow | undefined> {
  const row = await ports.ledger.get(fresh);
  if (!row || isWhole(row)) return row;
  ports.log.warn('ledger row was not whole', { notice: fresh.notice.id, channel: fresh.channel });
  return ports.ledger.update(fresh);
}

/** The message id. Undefined while delivery is not confirmed. */
async function send(
  attempt: LedgerRow,
  channel: Channel,
  ports: EvaluatePorts,
): Promise<string | undefined> {
  const { notice, route, attempts } = attempt;
  const { clock, configuration, ledger, log } = ports;
  try {
    return await channel.send(notice, route);
  } catch (error) {
    const about = { notice: notice.id, channel: channel.name };
    log.error('notice not sent', { ...about, attempts, error: String(error) });
    await ledger.update(failed(attempt, String(error), clock.now(), configuration.rules));
    return undefined;
  }
}

async function mark(row: LedgerRow, { ledger, log }: EvaluatePorts): Promise<void> {
  for (let left = MARK_TRIES - 1; ; left -= 1) {
    try {
      await ledger.update(row);
      return;
    } catch (error) {
      if (left === 0) throw error;
      log.warn('notice not marked as sent', { notice: row.notice.id, error: String(error) });
    }
  }
}

/** The watchdog raises an alarm on this metric, because people may wait on the other topic. */
export function fellBack(
  { notice, channel, attempts }: LedgerRow,
  { metrics, log }: EvaluatePorts,
): void {
  metrics.count(METRICS.noticeFellBack, 1, { group: notice.group });
  log.warn('notice goes to the fallback', { notice: notice.id, channel, attempts });
}

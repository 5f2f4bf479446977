import { METRICS } from '#contract/metrics';
import { failed, isDue, sent, tried } from '#core/ledger';
import type { LedgerRow, Notice } from '#core/notice';
import type { EvaluatePorts } from '#pipeline/evaluate/ports';

/**
 * Sends a notice once: its row is written before the try and marked after it. True when it is known
 * to have left; otherwise a later evaluation calls again.
 */
export async function sendNotice(notice: Notice, ports: EvaluatePorts): Promise<boolean> {
  const { ledger, clock, configuration, log } = ports;
  await ledger.open(notice);
  const row = await ledger.get(notice);
  if (!row || row.state === 'sent') return row !== undefined;
  if (!isDue(row, clock.now(), configuration.rules)) return false;
  const attempt = tried(row, clock.now(), configuration.rules);
  if (!(await ledger.claim(attempt))) return false;
  if (attempt.channel === 'fallback') fellBack(attempt, ports);
  try {
    const messageId = await ports.publisher.publish(notice, attempt.channel);
    await ledger.update(sent(attempt, messageId, clock.now()));
    return true;
  } catch (error) {
    log.error('notice not sent', {
      notice: notice.id,
      attempts: attempt.attempts,
      error: String(error),
    });
    await ledger.update(failed(attempt, String(error), clock.now(), configuration.rules));
    return false;
  }
}

/** The watchdog alarms on this metric: people may be waiting on the other topic. */
function fellBack({ notice, attempts }: LedgerRow, { metrics, log }: EvaluatePorts): void {
  metrics.count(METRICS.noticeFellBack, 1, { group: notice.group });
  log.warn('notice goes to the fallback topic', { notice: notice.id, attempts });
}

import { BonghwaError } from '#core/errors';
import type { Receipt } from '#core/ports/people';
import { MINUTE } from '#core/time/time';
import type { HistoryPorts } from './history-ports.ts';

/** A request that may be sent twice, with its identity. */
export interface RepeatableRequest {
  /** Digest of the Idempotency-Key and the token's name. */
  readonly key: string;
  /** Digest of the request. */
  readonly request: string;
}

/** The key belongs to another request. */
export class KeyUsedError extends BonghwaError {
  readonly name = 'KeyUsedError';
}

/** The first request with this key has no answer yet. */
export class StillRunningError extends BonghwaError {
  readonly name = 'StillRunningError';
}

/** A request that took longer was interrupted. A repetition runs it again. */
const STALE_AFTER = MINUTE;

/**
 * Runs the request once and returns the same answer each time. A refused request may be retried at
 * once, an interrupted one after a minute. Throws KeyUsedError, StillRunningError.
 */
export async function answerOnce<Answer>(
  repeatable: RepeatableRequest | undefined,
  act: () => Promise<Answer>,
  { receipts, clock }: Pick<HistoryPorts, 'receipts' | 'clock'>,
): Promise<Answer> {
  if (!repeatable) return act();
  const { key, request } = repeatable;
  const begun: Receipt = { request, at: clock.now() };
  if (await receipts.claim(key, begun, begun.at - STALE_AFTER)) {
    const answer = await act().catch(async (error: unknown) => {
      await receipts.put(key, { ...begun, at: 0 });
      throw error;
    });
    await receipts.put(key, { ...begun, answer });
    return answer;
  }
  const earlier = await receipts.get(key);
  if (earlier && earlier.request !== request) {
    throw new KeyUsedError('The Idempotency-Key was used for another request.', 'Use a new key.');
  }
  if (earlier?.answer === undefined) {
    throw new StillRunningError('The same request is under way.', 'Try again in a few seconds.');
  }
  return earlier.answer as Answer;
}

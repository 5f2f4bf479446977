import type { EvaluationRequest } from '#contract/messages';
import { METRICS } from '#contract/metrics';
import { type EvaluationOutcome, evaluateGroup } from '#pipeline/evaluate/evaluate-group';
import type { EvaluatePorts } from '#pipeline/evaluate/ports';

/** The first failure is usually a lost race or one refused call. */
const TRIES = 2;

/**
 * Evaluates, and retries once at once, because the whole group waits until the message comes back.
 */
export async function evaluatePersistently(
  request: EvaluationRequest,
  ports: EvaluatePorts,
): Promise<EvaluationOutcome> {
  for (let left = TRIES - 1; ; left -= 1) {
    try {
      return await evaluateGroup(request, ports);
    } catch (error) {
      if (left === 0) {
        ports.metrics.count(METRICS.evaluationFailed, 1, { group: request.group });
        throw error;
      }
      ports.log.warn('evaluation tried again', { group: request.group, error: String(error) });
    }
  }
}

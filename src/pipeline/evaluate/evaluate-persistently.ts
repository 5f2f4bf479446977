import type { EvaluationRequest } from '#contract/messages';
import { METRICS } from '#contract/metrics';
import { type EvaluationOutcome, evaluateGroup } from '#pipeline/evaluate/evaluate-group';
import type { EvaluatePorts } from '#pipeline/evaluate/ports';

/** The first failure is most often a lost race or one refused call. */
const TRIES = 2;

/** Evaluates, and once more at once: until the message comes back, its whole group would wait. */
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

import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { eachRecord } from '#lambda/batch';
import { parseEvaluationRequest } from '#lambda/messages';
import { evaluatorPorts } from '#lambda/wiring/evaluator';
import { evaluatePersistently } from '#pipeline/evaluate/evaluate-persistently';

/** Evaluation requests in, state, outages and notices out: one evaluation per group and batch. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const ports = evaluatorPorts();
  const evaluations = new Map<string, Promise<unknown>>();
  return eachRecord(event, ports, {
    parse: parseEvaluationRequest,
    handle: (request) => {
      const running = evaluations.get(request.group) ?? evaluatePersistently(request, ports);
      evaluations.set(request.group, running);
      return running;
    },
  });
}

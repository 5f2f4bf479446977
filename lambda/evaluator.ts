import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { eachRecord } from '#lambda/batch';
import { parseEvaluationRequest } from '#lambda/messages';
import { evaluatorPorts } from '#lambda/wiring/evaluator';
import { evaluateGroup } from '#pipeline/evaluate/evaluate-group';

/** Evaluation requests in, state, outages and notices out: one evaluation per group and batch. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const ports = evaluatorPorts();
  const evaluations = new Map<string, Promise<unknown>>();
  return eachRecord(event, ports.log, (record) => {
    const request = parseEvaluationRequest(record);
    const running = evaluations.get(request.group) ?? evaluateGroup(request, ports);
    evaluations.set(request.group, running);
    return running;
  });
}

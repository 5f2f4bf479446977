import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { eachRecord } from '#lambda/batch';
import { parseEvaluationRequest } from '#lambda/messages';
import { evaluatorPorts } from '#lambda/wiring/evaluator';
import { evaluatePersistently } from '#pipeline/evaluate/evaluate-persistently';
import { hearCarrier } from '#pipeline/evaluate/hear-carrier';
import { proveLedger } from '#pipeline/prove/prove-ledger';

/**
 * Takes evaluation requests; writes state, outages and notices. One evaluation per group and batch.
 */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const ports = evaluatorPorts();
  const evaluations = new Map<string, Promise<unknown>>();
  return eachRecord(event, ports, {
    parse: parseEvaluationRequest,
    handle: async (request) => {
      const running = evaluations.get(request.group) ?? evaluatePersistently(request, ports);
      evaluations.set(request.group, running);
      await running;
      if (request.reason === 'end-to-end') await proveLedger(request, ports);
      if (request.carrier) await hearCarrier(request.carrier, request.at, ports);
    },
  });
}

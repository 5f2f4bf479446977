import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { eachRecord } from '#lambda/batch';
import { parseCheckRequest } from '#lambda/messages';
import { proberPorts } from '#lambda/wiring/prober';
import { performProbe } from '#pipeline/check/perform-probe';
import { runCheck } from '#pipeline/check/run-check';

/** Takes probe and control requests and stores results. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const ports = proberPorts();
  return eachRecord(event, ports, {
    parse: parseCheckRequest,
    handle: (request) =>
      runCheck(request, { ...ports, perform: (assignment) => performProbe(assignment, ports) }),
  });
}

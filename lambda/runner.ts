import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { eachRecord } from '#lambda/batch';
import { parseCheckRequest } from '#lambda/messages';
import { runnerPorts } from '#lambda/wiring/runner';
import { performJourney } from '#pipeline/check/perform-journey';
import { runCheck } from '#pipeline/check/run-check';

/** Takes journey requests and stores results and evidence. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const ports = runnerPorts();
  return eachRecord(event, ports, {
    parse: parseCheckRequest,
    handle: (request) =>
      runCheck(request, { ...ports, perform: (assignment) => performJourney(assignment, ports) }),
  });
}

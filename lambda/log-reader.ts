import type { CloudWatchLogsEvent } from 'aws-lambda';
import { logReaderPorts } from '#lambda/wiring/log-reader';
import { forwardDeliveries } from '#pipeline/deliver/forward-deliveries';

/** Takes SNS's log of the carriers' answers and sends reports to the evaluator. */
export async function handler(event: CloudWatchLogsEvent): Promise<{ readonly forwarded: number }> {
  const ports = logReaderPorts();
  return { forwarded: await forwardDeliveries(ports.read(event.awslogs.data), ports) };
}

import type { CloudWatchLogsEvent } from 'aws-lambda';
import { logReaderPorts } from '#lambda/wiring/log-reader';
import { forwardDeliveries } from '#pipeline/deliver/forward-deliveries';

/** SNS's log of what carriers answered in, reports to the evaluator out. */
export async function handler(event: CloudWatchLogsEvent): Promise<{ readonly forwarded: number }> {
  const ports = logReaderPorts();
  return { forwarded: await forwardDeliveries(ports.read(event.awslogs.data), ports) };
}

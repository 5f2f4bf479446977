import type { Span } from '#core/outage/correlation';
import type { WithheldService } from '#core/outage/withheld';
import type { HistoryPorts } from './history-ports.ts';
import { knownService } from './read-status.ts';

/**
 * Why no notice was sent about a service without an outage, oldest first. Throws UnknownNameError.
 */
export async function readWithheld(
  service: string,
  { from, to }: Span,
  { configuration, withheld }: Pick<HistoryPorts, 'configuration' | 'withheld'>,
): Promise<readonly WithheldService[]> {
  knownService(service, configuration);
  return withheld.range(service, from, to);
}

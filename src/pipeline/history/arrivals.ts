import { UnknownNameError } from '#core/errors';
import type { Clock } from '#core/ports/ambient';
import type { ArrivalStore } from '#core/ports/people';
import type { Configuration } from '#core/watch/configuration';

export interface ArrivalPorts {
  readonly clock: Clock;
  readonly arrivals: Pick<ArrivalStore, 'isOpen' | 'put'>;
  readonly configuration: Pick<Configuration, 'subscriptions'>;
}

/** Labels that the holder of a code may choose from; undefined for a code that does not work. */
export async function labelsFor(
  code: string,
  { arrivals, configuration }: ArrivalPorts,
): Promise<readonly string[] | undefined> {
  if (!(await arrivals.isOpen(code))) return undefined;
  return configuration.subscriptions.flatMap(({ label }) => label ?? []);
}

/**
 * Notes that a drill reached this recipient. Throws UnknownNameError for a label or code that is
 * none.
 */
export async function noteArrival(
  given: { readonly code: string; readonly label: string },
  ports: ArrivalPorts,
): Promise<void> {
  const labels = await labelsFor(given.code, ports);
  if (!labels?.includes(given.label)) {
    throw new UnknownNameError('This link does not work.', 'Ask for another drill.');
  }
  await ports.arrivals.put({ label: given.label, at: ports.clock.now() });
}

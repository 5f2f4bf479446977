import { UnknownNameError } from '#core/errors';
import type { HistoryPorts } from './history-ports.ts';

/** How long a link to evidence is valid, s. */
export const LINK_SECONDS = 900;

/** Names are digests, so that nothing else in the bucket can be requested. */
const KEY = /^(passed|failed)\/[0-9a-f]{1,64}\.[a-z0-9]{1,5}$/;

/**
 * A signed link to one piece of evidence, which may be deleted already. Throws UnknownNameError.
 */
export async function linkEvidence(
  key: string,
  { evidence }: Pick<HistoryPorts, 'evidence'>,
): Promise<string> {
  if (KEY.test(key)) return evidence.link(key, LINK_SECONDS);
  throw new UnknownNameError('There is no such evidence.', 'A run and an outage name theirs.');
}

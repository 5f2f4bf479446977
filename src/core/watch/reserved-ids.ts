import { CONTROL, isControlId } from '#core/watch/control-list';

/** The name of a secret. */
const API_TOKENS = 'api-tokens';

/** The ledger stores matters for engineers as those of an outage `<group>-attention`. */
const ATTENTION = '-attention';

/** Ids that the table and the secrets use for other things. */
export function isReservedService(id: string): boolean {
  return id === API_TOKENS || isControlId(id);
}

export function isReservedGroup(id: string): boolean {
  return id === CONTROL || id.endsWith(ATTENTION);
}

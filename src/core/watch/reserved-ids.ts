import { CONTROL, isControlId } from '#core/watch/control-list';

/** The name of a secret. */
const API_TOKENS = 'api-tokens';

/** Matters for engineers stand in the ledger as those of an outage `<group>-attention`. */
const ATTENTION = '-attention';

/** Ids that the table and the secrets use for something else. */
export function isReservedService(id: string): boolean {
  return id === API_TOKENS || isControlId(id);
}

export function isReservedGroup(id: string): boolean {
  return id === CONTROL || id.endsWith(ATTENTION);
}

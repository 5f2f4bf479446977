import { CONTROL, isControlId } from '#core/watch/control-list';

/** The name of a secret. */
const API_TOKENS = 'api-tokens';

/** The badge `all.svg` shows the worst state of all services. */
const EVERY_SERVICE = 'all';

/** The ledger stores matters for engineers as those of an outage `<group>-attention`. */
const ATTENTION = '-attention';

/** Ids that the table, the secrets and the badges use for other things. */
export function isReservedService(id: string): boolean {
  return id === API_TOKENS || id === EVERY_SERVICE || isControlId(id);
}

export function isReservedGroup(id: string): boolean {
  return id === CONTROL || id.endsWith(ATTENTION);
}

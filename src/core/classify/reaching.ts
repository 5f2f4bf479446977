import type { Observation } from '#core/run/observation';
import type { Kind, Verdict } from '#core/run/verdict';
import { PRIVATE_ADDRESS } from '#core/watch/private-address';

/** Rules that suspect the monitor until an unrelated site answers. */
const OURS_PERHAPS: readonly string[] = ['code-own-network', 'code-private-address'];
const KINDS_OF_REACHING: readonly Kind[] = ['dns', 'connect', 'tls', 'timeout'];

/**
 * True if a run with this verdict failed before any answer came. A fault of our own network looks
 * the same.
 */
export function failedToReach(seen: Observation, { kind, rule }: Verdict): boolean {
  if (seen.status !== undefined || isThisMachine(addressOf(seen))) return false;
  return OURS_PERHAPS.includes(rule) || (kind !== undefined && KINDS_OF_REACHING.includes(kind));
}

/** True if the certificate's dates were refused. A wrong clock of ours causes this too. */
export function failedByDate({ fault }: Observation): boolean {
  return /CERT_DATE_INVALID|CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/.test(fault?.code ?? '');
}

/** True if the address is on this machine. Source: RFC 6761 for `localhost`. */
export function isThisMachine(address: string): boolean {
  const host = /^[a-z]+:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]*)/iu.exec(address)?.[1] ?? '';
  return /^(127\.\d+\.\d+\.\d+|\[::1\]|(.+\.)?localhost)$/iu.test(host);
}

/**
 * Address where the run stopped, which a redirect may have changed. A refused address was not
 * requested.
 */
function addressOf({ fault, finalUrl, url }: Observation): string {
  return fault?.code === PRIVATE_ADDRESS ? url : (finalUrl ?? url);
}

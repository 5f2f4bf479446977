import type { Fault } from '#core/run/observation';

/**
 * Addresses that no public portal has: this machine, its network, the metadata services of clouds.
 * A public name that leads to one is a trap or a mistake. IANA special-purpose registries; RFC
 * 1918, 3927, 4193, 4291, 6052, 6598.
 */
const PRIVATE_V4: readonly (readonly [first: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
];

/** Names that exist only inside a network. RFC 6761, 6762, 8375, 9476 and ICANN's `internal`. */
const PRIVATE_NAMES = /^[^.]+$|\.(localhost|local|internal|test|home\.arpa|alt)$/;

/** Prefixes of IPv6 that only a machine or a network knows. RFC 4193, 4291, 3879, 8215. */
const PRIVATE_V6 = /^(f[cd][0-9a-f]{2}:|fe[89a-f][0-9a-f]:|64:ff9b:1:)/;

/** `address` as a resolver or `URL.hostname` gives it, with or without brackets. */
export function isPrivateAddress(address: string): boolean {
  const plain = address.replaceAll(/^\[|\]$|%.*$/g, '').toLowerCase();
  const v4 = numberOf(plain) ?? numberWithin(plain);
  if (v4 !== undefined) return PRIVATE_V4.some(([first, bits]) => isWithin(v4, first, bits));
  return PRIVATE_V6.test(plain);
}

/**
 * The address of IPv4 within one of IPv6: mapped, compatible, behind NAT64, 6to4. RFC 4291, 6052,
 * 3056. `::` and `::1` are 0.0.0.0 and 0.0.0.1, which are private too.
 */
function numberWithin(address: string): number | undefined {
  const groups = groupsOf(address);
  const [first, second] = groups ?? [];
  const head = groups?.slice(0, 6).join(' ');
  const embedded = head === '0 0 0 0 0 0' || head === '0 0 0 0 0 65535' || head === NAT64;
  const [high, low] = embedded ? (groups?.slice(6) ?? []) : [second, groups?.[2]];
  if (!embedded && first !== 0x2002) return undefined;
  return (high ?? 0) * 0x10000 + (low ?? 0);
}

const NAT64 = [0x64, 0xff9b, 0, 0, 0, 0].join(' ');

/** The eight groups of an address of IPv6. Undefined if it is none. */
function groupsOf(address: string): readonly number[] | undefined {
  const dotted = numberOf(address.slice(address.lastIndexOf(':') + 1));
  const hex = dotted === undefined ? address : withHexEnd(address, dotted);
  if (!/^[0-9a-f:]*:[0-9a-f:]*$/.test(hex)) return undefined;
  const [left = [], right] = hex.split('::').map((half) => half.split(':').filter(Boolean));
  const zeros = right ? Array(Math.max(0, 8 - left.length - right.length)).fill('0') : [];
  const groups = [...left, ...zeros, ...(right ?? [])].map((group) => Number.parseInt(group, 16));
  return groups.length === 8 ? groups : undefined;
}

function withHexEnd(address: string, number: number): string {
  const hex = [Math.floor(number / 0x10000), number % 0x10000].map((half) => half.toString(16));
  return `${address.slice(0, address.lastIndexOf(':') + 1)}${hex.join(':')}`;
}

/** A host name that is private by itself, e.g. `localhost`. A user who names it wants it. */
export function isPrivateHost(host: string): boolean {
  if (isPrivateAddress(host)) return true;
  return !host.includes(':') && PRIVATE_NAMES.test(host.toLowerCase());
}

export interface Reaching {
  /** The requested host and its resolved address. */
  readonly host: string;
  readonly address: string;
  /** Hosts that the user named: in the target, in `--base-url`, in the URL to inspect. */
  readonly named: readonly string[];
}

/** Code of a fault: from here, the name leads only to private addresses. */
export const PRIVATE_ADDRESS = 'ERR_PRIVATE_ADDRESS';
/** The same, but an unrelated name was resolved and answered, so the resolver works. */
export const PUBLISHED_PRIVATE_ADDRESS = 'ERR_PRIVATE_ADDRESS_PUBLISHED';

/**
 * Private addresses are reached only through hosts that are private by themselves, e.g. this
 * machine by one of its names.
 */
export function mayReach({ host, address, named }: Reaching): boolean {
  if (!isPrivateAddress(address)) return true;
  const wanted = host.toLowerCase();
  if (!isPrivateHost(wanted)) return false;
  return isLoopback(wanted)
    ? named.some(isLoopback)
    : named.some((name) => name.toLowerCase() === wanted);
}

/** The fault of a name that leads only to refused addresses. */
export function refusalOf(host: string): Fault {
  const message = `${host} leads to a private address, which is not asked`;
  return { phase: 'dns', code: PRIVATE_ADDRESS, message, timedOut: false };
}

/** This machine, by name or address. */
export function isLoopback(host: string): boolean {
  return /^(localhost|.*\.localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}

function isWithin(number: number, first: string, bits: number): boolean {
  const size = 2 ** (32 - bits);
  return Math.floor(number / size) === Math.floor((numberOf(first) ?? 0) / size);
}

/** The 32 bits of a dotted IPv4 address. */
function numberOf(address: string): number | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address)?.slice(1).map(Number);
  if (!parts || parts.some((part) => part > 255)) return undefined;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}

import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { settled } from '#adapters/chromium/deadline';
import type { Fault } from '#core/run/observation';
import { isLoopback, isPrivateAddress, mayReach, refusalOf } from '#core/watch/private-address';

/** Host patterns of private addresses, in the format of the browser's resolver. */
const LOOPBACK: readonly string[] = ['localhost', '*.localhost', '127.*', '::1'];
const AROUND: readonly string[] = [
  '0.*',
  '10.*',
  '169.254.*',
  ...Array.from({ length: 64 }, (_, index) => `100.${64 + index}.*`),
  ...Array.from({ length: 16 }, (_, index) => `172.${16 + index}.*`),
  '192.168.*',
];

/**
 * fc00::/7, fe80::/10 and IPv4 inside IPv6. The browser compares an address without its brackets,
 * and then host and port together, so each pattern asks for two colons: no name has them.
 */
const AROUND_V6: readonly string[] = [
  'fc??:*:*',
  'fd??:*:*',
  ...['8', '9', 'a', 'b'].map((digit) => `fe${digit}?:*:*`),
  '::ffff:*',
  '::',
];

const LOOKUP_MS = 2_000;

/**
 * Patterns to refuse: private ones that no named host matches, and always the Lambda runtime API,
 * through which a page could answer for the function.
 */
export function refusedHosts(
  named: readonly string[],
  runtimeApi = process.env.AWS_LAMBDA_RUNTIME_API,
): readonly string[] {
  const [, port] = /:(\d+)$/.exec(runtimeApi ?? '') ?? [];
  const around = [
    ...AROUND.filter((pattern) => !named.some((host) => matches(host, pattern))),
    ...(named.some(isPrivateV6) ? [] : AROUND_V6),
  ];
  const unnamed = named.some(isLoopback) ? around : [...LOOPBACK, ...around];
  return port === undefined ? unnamed : [...unnamed, `*:${port}`];
}

/** Whoever names one private address of IPv6 may reach them all. */
function isPrivateV6(host: string): boolean {
  return host.startsWith('[') && isPrivateAddress(host) && !isLoopback(host);
}

function matches(host: string, pattern: string): boolean {
  return pattern.endsWith('*') ? host.startsWith(pattern.slice(0, -1)) : host === pattern;
}

/**
 * A fault if a named host resolves to a private address. If it also has public addresses, the fault
 * is the monitor's: citizens reach it, but this browser cannot avoid the private one. The browser
 * reports names that do not resolve.
 */
export async function privateNameOf(named: readonly string[]): Promise<Fault | undefined> {
  const names = named.filter((host) => !isIP(host.replaceAll(/^\[|\]$/g, '')));
  const looking = Promise.all(names.map((host) => refusalFor(host, named)));
  return (await settled(LOOKUP_MS, looking, [])).find((fault) => fault !== undefined);
}

async function refusalFor(host: string, named: readonly string[]): Promise<Fault | undefined> {
  if (isLoopback(host)) return undefined;
  const found = await lookup(host, { all: true }).catch(() => []);
  const inside = found.filter(({ address }) => !mayReach({ host, address, named }));
  if (inside.length === 0) return undefined;
  const refusal = refusalOf(host);
  return inside.length === found.length ? refusal : { ...refusal, phase: 'monitor' };
}

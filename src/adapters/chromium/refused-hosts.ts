import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { settled } from '#adapters/chromium/deadline';
import type { Fault } from '#core/run/observation';
import { isLoopback, isPrivateAddress, mayReach, refusalOf } from '#core/watch/private-address';

/** Beginnings of private addresses of IPv4. */
const LOOPBACK_V4 = ['127.'];
const AROUND_V4: readonly string[] = [
  '0.',
  '10.',
  '169.254.',
  ...Array.from({ length: 64 }, (_, index) => `100.${64 + index}.`),
  ...Array.from({ length: 16 }, (_, index) => `172.${16 + index}.`),
  '192.168.',
];

/**
 * Addresses of IPv6 that are private, and those that may hold a private one of IPv4 (mapped,
 * compatible, NAT64, 6to4). The browser compares an address without its brackets, and then host and
 * port together, so each pattern asks for two colons: no name has them.
 */
const AROUND_V6: readonly string[] = [
  'fc??:*:*',
  'fd??:*:*',
  ...['8', '9', 'a', 'b', 'c', 'd', 'e', 'f'].map((digit) => `fe${digit}?:*:*`),
  '64:ff9b:*',
  '2002:*:*',
  '::*:*',
  '::',
];

/**
 * Patterns of the browser's resolver for addresses that begin so; `?` is one character or none. A
 * public name may begin with one number ("10.example.kr"), but its last part never ends in a digit.
 */
function patternsOf(beginning: string): readonly string[] {
  if (beginning.split('.').length > 2) return [`${beginning}*`];
  return Array.from({ length: 10 }, (_, digit) => `${beginning}???.???.??${digit}`);
}

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
  const isNamed = (beginning: string) =>
    named.some((host) => isIP(host) === 4 && host.startsWith(beginning));
  const around = [
    ...AROUND_V4.filter((beginning) => !isNamed(beginning)).flatMap(patternsOf),
    ...(named.some(isPrivateV6) ? [] : AROUND_V6),
  ];
  const loopback = ['localhost', '*.localhost', ...LOOPBACK_V4.flatMap(patternsOf), '::1'];
  const unnamed = named.some(isLoopback) ? around : [...loopback, ...around];
  return port === undefined ? unnamed : [...unnamed, `*:${port}`];
}

/** Whoever names one private address of IPv6 may reach them all. */
function isPrivateV6(host: string): boolean {
  return host.startsWith('[') && isPrivateAddress(host) && !isLoopback(host);
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

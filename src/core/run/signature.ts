import type { Layer } from '#core/run/layer';
import type { Kind } from '#core/run/verdict';

/** Endings of host names. A closed list, so that `java.net.SocketException` is not a host. */
const ENDINGS = 'kr|com|net|org|io|gov|dev|cloud|info|local|internal|test|invalid|example';

/** Parts that differ between services with one cause, in the order of removal. */
const NOISE: readonly RegExp[] = [
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s'"<>)]+/giu,
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/giu,
  /\b(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?\b/gu,
  /\b(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{1,4}\b/giu,
  new RegExp(`\\b(?:[a-z0-9_-]+\\.)+(?:${ENDINGS})(?::\\d+)?(?!\\.?\\w)`, 'giu'),
  /\blocalhost(?::\d+)?\b/giu,
  /\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+(?=\d|[a-z]{3}\s+\d)/giu,
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?=\s+\d)/giu,
  /(?<=\d\s)(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/giu,
  /(?:오전|오후)\s*(?=\d)|(?<=\d)\s*(?:am|pm|kst|gmt|utc)\b/giu,
  /\([일월화수목금토]\)/gu,
  /\d+\s*(?:년|월|일|시|분|초)(?:\s|$)/gu,
  /[a-z0-9]*\d[a-z0-9]*/giu,
  /\b[a-z]{24,}\b/giu,
];

/** The text without host, URLs, addresses, times, ids and numbers, with white space folded. */
export function signatureText(text: string): string {
  const bare = NOISE.reduce((rest, noise) => rest.replace(noise, ' '), text.normalize('NFC'));
  return bare
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}

/**
 * Equal across services with the same cause: a 64-bit FNV-1a hash, 16 hex digits, of kind, layer
 * and the text of the cause. Not a security hash.
 */
export function signatureOf(input: {
  readonly kind: Kind;
  readonly layer: Layer;
  readonly text: string;
}): string {
  return fnv1a64(`${input.kind}\n${input.layer}\n${signatureText(input.text)}`);
}

function fnv1a64(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    for (const byte of [unit & 0xff, unit >> 8]) {
      hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
    }
  }
  return hash.toString(16).padStart(16, '0');
}

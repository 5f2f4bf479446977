import type { Secret } from '#core/run/secret';

/** Written instead of a secret. */
export const REDACTED = '[secret]';

export type Redactor = (text: string) => string;

/**
 * Builds the function that removes every secret from a text: raw, percent-, form-, JSON-, HTML- and
 * base64-encoded, in mixtures of these, and split by tags or invisible characters.
 */
export function createRedactor(secrets: readonly Secret[]): Redactor {
  const values = [...new Set(secrets.map((secret) => secret.reveal()))]
    .filter((value) => value !== '')
    .sort((one, other) => other.length - one.length);
  const patterns = values.map(patternOf);
  const cores = values.filter((value) => value.length >= SHORT).flatMap(base64CoresOf);
  // Run by run. One pattern that includes the run would be quadratic in long runs.
  const hideBase64 = (run: string) => (cores.some((core) => core.test(run)) ? REDACTED : run);
  return (text) =>
    patterns
      .reduce((rest, pattern) => rest.replace(pattern, REDACTED), text)
      .replace(BASE64_RUN, hideBase64);
}

/** Redacts every string inside a value of plain data, object keys included. */
export function redactAll<T>(value: T, redact: Redactor): T {
  return redactUnknown(value, redact) as T;
}

function redactUnknown(value: unknown, redact: Redactor): unknown {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return value.map((item) => redactUnknown(item, redact));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [redact(key), redactUnknown(item, redact)]),
  );
}

/** Anything invisible between two characters. */
const BETWEEN =
  '(?:<[^<>]{0,200}>|&(?:shy|zwj|zwnj|ZeroWidthSpace|NoBreak);|' +
  '&#(?:173|820[3-5]|8288|65279);|[\\u00ad\\u200b-\\u200d\\u2060\\ufeff])*';

/** Shorter secrets occur in every text, so only a whole word of one or two characters matches. */
const SHORT = 3;

function patternOf(value: string): RegExp {
  const characters = [...value].map(anyFormOf).join(BETWEEN);
  if (value.length >= SHORT) return new RegExp(characters, 'giu');
  return new RegExp(`(?<![\\p{L}\\p{N}])${characters}(?![\\p{L}\\p{N}])`, 'giu');
}

const NAMED: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
  '!': 'excl',
  '#': 'num',
  $: 'dollar',
  '%': 'percnt',
  '(': 'lpar',
  ')': 'rpar',
  '*': '(?:ast|midast)',
  '+': 'plus',
  ',': 'comma',
  '.': 'period',
  '/': 'sol',
  ':': 'colon',
  ';': 'semi',
  '=': 'equals',
  '?': 'quest',
  '@': 'commat',
  '[': '(?:lsqb|lbrack)',
  '\\': 'bsol',
  ']': '(?:rsqb|rbrack)',
  '^': 'Hat',
  _: '(?:lowbar|UnderBar)',
  '`': '(?:grave|DiacriticalGrave)',
  '{': '(?:lcub|lbrace)',
  '|': '(?:verbar|vert|VerticalLine)',
  '}': '(?:rcub|rbrace)',
  ' ': 'nbsp',
};

const JSON_ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '\\': '\\\\',
  '/': '/',
  '\n': 'n',
  '\r': 'r',
  '\t': 't',
};

function anyFormOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const forms = [
    // `&` of an entity may itself be escaped: &amp;#112;
    `&(?:amp;)*#0*${code};?`,
    `&(?:amp;)*#x0*${code.toString(16)};?`,
    utf16Of(character)
      .map((unit) => `\\\\+u${unit}`)
      .join(''),
    utf8Of(code)
      .map((byte) => `%(?:25)*${hex(byte, 2)}`)
      .join(''),
    literal(character),
  ];
  const named = NAMED[character];
  if (named) forms.unshift(`&(?:amp;)*${named};`);
  const escaped = JSON_ESCAPES[character];
  if (escaped) forms.unshift(`\\\\+${escaped}`);
  if (character === ' ') forms.push('\\+');
  if (code < 256) forms.unshift(`\\\\+x${hex(code, 2)}`);
  return `(?:${forms.join('|')})`;
}

function literal(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

function utf16Of(character: string): string[] {
  return character.split('').map((unit) => hex(unit.charCodeAt(0), 4));
}

function utf8Of(code: number): number[] {
  if (code < 0x80) return [code];
  if (code < 0x800) return [0xc0 | (code >> 6), 0x80 | (code & 63)];
  if (code < 0x10000) return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
  return [
    0xf0 | (code >> 18),
    0x80 | ((code >> 12) & 63),
    0x80 | ((code >> 6) & 63),
    0x80 | (code & 63),
  ];
}

const SEXTETS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const SEXTET_FORMS: Readonly<Record<string, string>> = {
  '+': '(?:\\+|-|%(?:25)*2[Bb])',
  '/': '(?:\\\\?/|_|%(?:25)*2[Ff])',
};
const BASE64_RUN = /[A-Za-z0-9+/_=%\\-]{3,}/g;

/**
 * A secret inside a longer base64 text starts at one of three bit offsets. Sextets that consist
 * only of its own bits are the same in any surrounding text.
 */
function base64CoresOf(value: string): RegExp[] {
  const bits = [...value]
    .flatMap((character) => utf8Of(character.codePointAt(0) ?? 0))
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  return [0, 4, 2].map((skip) => {
    const inner = bits.slice(skip).match(/.{6}/g) ?? [];
    const core = inner.map((sextet) => {
      const digit = SEXTETS[Number.parseInt(sextet, 2)] ?? '';
      return SEXTET_FORMS[digit] ?? digit;
    });
    return new RegExp(core.join(''));
  });
}

import { decodeCp949 } from '#adapters/network/cp949';

/** Bytes in which a browser looks for the declaration. Source: HTML standard, prescan. */
const PRESCAN_BYTES = 1_024;

/** Default labels of servers, unrelated to the page's real encoding. */
const EMPTY_LABELS = /^(iso-?8859-?1|latin-?1|us-ascii|ascii|windows-1252)$/i;
/** Korean names that the Encoding standard lacks. */
const KOREAN_LABELS = /^(cp-?949|ms949|x-windows-949|uhc|euckr|ks_c_5601)$/i;

/** The page's text in the decoding that gives readable Korean. */
export function decodePage(bytes: Uint8Array, contentType = ''): string {
  const declared = labelOf(contentType) ?? byteOrderMark(bytes) ?? declaredInside(bytes);
  const known = declared === undefined ? undefined : supported(declared);
  const guesses = [known, 'utf-8', 'euc-kr'].filter((label) => label !== undefined);
  for (const label of guesses.slice(0, -1)) {
    const text = decode(bytes, label, true);
    if (text !== undefined) return text;
  }
  const texts = guesses.map((label) => decode(bytes, label, false) ?? '');
  const fewest = Math.min(...texts.map(oddLetters));
  return texts.find((text) => oddLetters(text) === fewest) ?? '';
}

/** Characters that are rare on Korean pages and frequent on wrongly decoded ones. */
function oddLetters(text: string): number {
  return text.match(/[\ufffd\p{Script=Han}]/gu)?.length ?? 0;
}

function labelOf(contentType: string): string | undefined {
  return /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType)?.[1];
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined;
}

/** `<meta charset>`, `<meta http-equiv>` or an XML declaration. */
function declaredInside(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, PRESCAN_BYTES)).toString('latin1');
  const meta = /<meta\b[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head);
  return (meta ?? /^\s*<\?xml\b[^>]*?encoding\s*=\s*["']([\w.:-]+)/i.exec(head))?.[1];
}

/** A label that `TextDecoder` accepts. Undefined if the label says nothing. */
function supported(label: string): string | undefined {
  if (EMPTY_LABELS.test(label)) return undefined;
  if (KOREAN_LABELS.test(label)) return 'euc-kr';
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** `stream`: a page cut inside a character is not wrong because of that. */
function decode(bytes: Uint8Array, label: string, fatal: boolean): string | undefined {
  try {
    if (label === 'euc-kr') return decodeCp949(bytes, fatal);
    return new TextDecoder(label, { fatal }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

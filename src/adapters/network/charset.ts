import { decodeCp949 } from '#adapters/network/cp949';

/** How far into a page a browser looks for its declaration. Source: HTML standard, prescan. */
const PRESCAN_BYTES = 1_024;

/** Labels that servers send by default, independent of the page's real encoding. */
const EMPTY_LABELS = /^(iso-?8859-?1|latin-?1|us-ascii|ascii|windows-1252)$/i;
/** Korean names that the Encoding standard does not know. */
const KOREAN_LABELS = /^(cp-?949|ms949|x-windows-949|uhc|euckr|ks_c_5601)$/i;

/** The page's text, decoded the way that gives readable Korean. */
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

/** What Korean pages hardly show, and wrongly decoded ones are full of. */
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

/** A label that `TextDecoder` takes, or undefined where it tells nothing. */
function supported(label: string): string | undefined {
  if (EMPTY_LABELS.test(label)) return undefined;
  if (KOREAN_LABELS.test(label)) return 'euc-kr';
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** `stream`: a page that was cut in the middle of a character is not thereby wrong. */
function decode(bytes: Uint8Array, label: string, fatal: boolean): string | undefined {
  try {
    if (label === 'euc-kr') return decodeCp949(bytes, fatal);
    return new TextDecoder(label, { fatal }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

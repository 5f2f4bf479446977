const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
/**
 * Trail bytes of the additional syllables. Above this lead byte only the first 84 belong to them.
 */
const LAST_WIDE_LEAD = 0xa0;
const TRAILS = [...range(0x41, 0x5a), ...range(0x61, 0x7a), ...range(0x81, 0xfe)];
const NARROW_TRAILS = TRAILS.filter((trail) => trail <= LAST_WIDE_LEAD);

/** Built when the first such page arrives. */
let table: ReadonlyMap<number, string> | undefined;

/**
 * Decodes CP949, which the web calls "EUC-KR". Node's own decoder knows only the 2,350 syllables of
 * KS X 1001 and breaks 똠, 펲 and 뷁. With `fatal` it throws a TypeError for other bytes.
 */
export function decodeCp949(bytes: Uint8Array, fatal: boolean): string {
  const decoder = new TextDecoder('euc-kr', { fatal });
  table ??= addedSyllables();
  let text = '';
  let from = 0;
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    const added = lead > 0x80 ? table.get(lead * 256 + (bytes[at + 1] ?? 0)) : undefined;
    if (added !== undefined) {
      text += decoder.decode(bytes.subarray(from, at)) + added;
      from = at + 2;
    }
    at += added !== undefined || isPair(lead, bytes[at + 1]) ? 2 : 1;
  }
  return text + decoder.decode(bytes.subarray(from), { stream: true });
}

/** A character of KS X 1001, which Node's decoder knows. */
function isPair(lead: number, trail = 0): boolean {
  return lead >= 0xa1 && trail >= 0xa1;
}

/**
 * Maps lead and trail byte, as one number, to one of the 8,822 syllables that EUC-KR lacks. They
 * are in Unicode order, without those of KS X 1001.
 */
function addedSyllables(): ReadonlyMap<number, string> {
  const decoder = new TextDecoder('euc-kr');
  const standard = new Set(
    range(0xb0, 0xc8).flatMap((lead) =>
      range(0xa1, 0xfe).map((trail) => decoder.decode(Uint8Array.of(lead, trail))),
    ),
  );
  const codes = range(0x81, 0xc6).flatMap((lead) =>
    (lead > LAST_WIDE_LEAD ? NARROW_TRAILS : TRAILS).map((trail) => lead * 256 + trail),
  );
  const missing = range(FIRST_SYLLABLE, LAST_SYLLABLE)
    .map((code) => String.fromCharCode(code))
    .filter((syllable) => !standard.has(syllable));
  return new Map(missing.map((syllable, index) => [codes[index] ?? 0, syllable]));
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

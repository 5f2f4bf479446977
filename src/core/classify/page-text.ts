/**
 * Text prepared for matching. Korean spacing varies ("점검중", "점검 중", a line break inside a
 * sentence), so Korean phrases are matched without white space.
 */
export interface Passage {
  /** NFC, white space folded to single spaces. */
  readonly plain: string;
  /** `plain` in lower case. */
  readonly lower: string;
  /** `lower` without white space. */
  readonly compact: string;
  /** Position in `plain` of each unit of `compact`. */
  readonly origins: readonly number[];
  /** Positions in `compact` where a line or a sentence ended, ascending. */
  readonly breaks: readonly number[];
  /** Trimmed lines without empty ones, made `compact` in the same way. */
  readonly lines: readonly string[];
  /** The `lines` that are a row of short names: a menu on one line. */
  readonly menus: ReadonlySet<string>;
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;
/** A full stop inside a version or a host name does not end a sentence. */
const SENTENCE_END = /[!?。！？]|\.(?=\s|$)|\n/gu;

/** Normalises to NFC, removes invisible characters and folds white space. */
function foldText(text: string): string {
  return text.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
}

/** Lower case, without white space. */
export function compactText(text: string): string {
  return text.toLowerCase().replace(/\s+/gu, '');
}

function breaksOf(text: string): number[] {
  const ends = [...text.matchAll(SENTENCE_END)].map(({ index }) => index + 1);
  const breaks: number[] = [];
  let from = 0;
  let length = 0;
  for (const end of ends) {
    length += compactText(text.slice(from, end)).length;
    from = end;
    if (breaks.at(-1) !== length) breaks.push(length);
  }
  return breaks;
}

const NAMES_IN_MENU = 5;
const LONGEST_NAME = 8;

function isMenuRow(row: string): boolean {
  const names = row.trim().split(/[\s|·>]+/u);
  if (names.length < NAMES_IN_MENU || /[.!?:：\d]|[다요음]$/u.test(row)) return false;
  return /[가-힣]/u.test(row) && names.every((name) => name.length <= LONGEST_NAME);
}

export function passageOf(text: string): Passage {
  const clean = text.normalize('NFC').replace(INVISIBLE, '').trim();
  const plain = foldText(clean);
  const lower = plain.toLowerCase();
  const rows = clean.split('\n');
  const origins = asked(() => originsOf(plain));
  const breaks = asked(() => breaksOf(clean));
  const menus = asked(() => new Set(rows.filter(isMenuRow).map(compactText)));
  const lines = asked(() => rows.map(compactText).filter((line) => line !== ''));
  return {
    plain,
    // A few letters change their length, and positions would no longer match.
    lower: lower.length === plain.length ? lower : plain,
    compact: FINAL_SIGMA.test(plain) ? loweredOneByOne(plain) : lower.replaceAll(' ', ''),
    get origins() {
      return origins();
    },
    get breaks() {
      return breaks();
    },
    get menus() {
      return menus();
    },
    get lines() {
      return lines();
    },
  };
}

/** Found when it is first asked for: most passages are never asked for most of theirs. */
function asked<T extends object>(find: () => T): () => T {
  let found: T | undefined;
  return () => {
    found ??= find();
    return found;
  };
}

/** The only letter whose lower case depends on the letters around it. */
const FINAL_SIGMA = /\u03a3/u;

function loweredOneByOne(plain: string): string {
  return [...plain].map((character) => loweredOf(character)).join('');
}

function loweredOf(character: string): string {
  return character === ' ' ? '' : character.toLowerCase();
}

function originsOf(plain: string): readonly number[] {
  const origins: number[] = [];
  let index = 0;
  for (const character of plain) {
    origins.push(...Array<number>(loweredOf(character).length).fill(index));
    index += character.length;
  }
  return origins;
}

/** The sentences and lines of a passage, in its `compact` form. */
export function sentencesIn({ breaks, compact }: Passage): readonly string[] {
  const starts = [0, ...breaks];
  return starts.map((start, at) => compact.slice(start, starts[at + 1]));
}

/** Where a sentence or a line stands in `compact`. */
export interface Stretch {
  readonly text: string;
  readonly start: number;
}

/** The sentences, then the lines. A line may hold several sentences, and a sentence several lines. */
export function stretchesIn(passage: Passage): readonly Stretch[] {
  let end = 0;
  const lines = passage.lines.map((text) => {
    const start = end;
    end += text.length;
    return { text, start };
  });
  const starts = [0, ...passage.breaks];
  const sentences = sentencesIn(passage).map((text, at) => ({ text, start: starts[at] ?? 0 }));
  return [...sentences, ...lines];
}

/** The original words of a stretch of `compact`. */
export function originalOf(passage: Passage, start: number, end: number): string {
  const from = passage.origins[start] ?? 0;
  const last = passage.origins[end - 1] ?? passage.plain.length - 1;
  const width = (passage.plain.codePointAt(last) ?? 0) > 0xffff ? 2 : 1;
  return passage.plain.slice(from, last + width);
}

/** At most `length` characters; longer text ends with an ellipsis. */
export function clip(text: string, length = 120): string {
  const folded = foldText(text);
  return folded.length <= length ? folded : `${folded.slice(0, length - 1)}…`;
}

/** Typical of EUC-KR read as Latin-1 or UTF-8, and of UTF-8 read as EUC-KR. */
const WRONG_CHARSET: readonly RegExp[] = [
  /\ufffd/gu,
  /[\u00a1-\u00ff]{2}/gu,
  /[\u3400-\u9fff\uf900-\ufaff][\uac00-\ud7a3?]|[\uac00-\ud7a3?][\u3400-\u9fff\uf900-\ufaff]/gu,
];

/** True if the text was decoded with the wrong character set and cannot be judged. */
export function isMojibake(text: string): boolean {
  const compact = compactText(text);
  if (compact.length < 8) return false;
  const readable = compact.match(/[\uac00-\ud7a3]{2}/gu)?.length ?? 0;
  return WRONG_CHARSET.some((pattern) => {
    const broken = compact.match(pattern)?.length ?? 0;
    return broken * 10 > compact.length && broken > readable / 2;
  });
}

import { InvalidInputError } from '#core/errors';

/** Commands, options, paths and addresses belong to neither language. */
const CODE = /`[^`]*`|\bnp[xm] .*|\bcurl .*|https?:\/\/\S+|--?[a-z][a-z-]*|\S*[/\\_=.]\S+/g;

/** What a system, a browser or a parser said, quoted as it was. */
const QUOTED = /원문: .*/g;

/** Three English words in a row, the shortest sign of a sentence. */
const SENTENCE = /\b[A-Za-z][a-z]+ (?:[a-z]+ )+[a-z]{2,}\b/g;

/** Names of this project and its parts that have no English name. */
const NAMES = /봉화|모의훈련|상황판/gu;

/** Parts of a Korean text that read as English. */
export function englishSentences(text: string): readonly string[] {
  return text
    .split('\n')
    .flatMap((line) =>
      [...line.replace(QUOTED, '').replace(CODE, ' · ').matchAll(SENTENCE)].map(([found]) => found),
    );
}

/**
 * Lines of an English text with Hangul. A message that is quoted as it was sent begins with its
 * tag.
 */
export function hangul(text: string): readonly string[] {
  const lines = text.split('\n').filter((line) => !/^\s*\[[^\]]*\] /.test(line));
  return lines.filter((line) => /\p{Script=Hangul}/u.test(line.replace(NAMES, '')));
}

/** Runs what must be refused, and returns the parts of its Korean text that read as English. */
export function englishInRefusal(refused: () => unknown): readonly string[] {
  return englishSentences(inKorean(refused));
}

/** What a person reads who is refused. */
export function inKorean(refused: () => unknown): string {
  try {
    refused();
  } catch (error) {
    if (error instanceof InvalidInputError) return error.said('ko').join(' ');
    throw error;
  }
  throw new Error('it was accepted');
}

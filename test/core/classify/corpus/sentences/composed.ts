import { seededRandom } from '#local/simulate/random';
import * as parts from './composed-parts.ts';
import type { Saying, Sentence, Where } from './sentences.ts';

/**
 * Sentences put together from pieces by chance, the same ones each time. Claims and harmless
 * sentences share their words, so that the reader learns how the words stand together.
 */
const CLAIMS = 900;
const WORKS = 300;
const ELSEWHERE = 150;
const EACH_HARMLESS = 14;

export function composedSentences(): readonly Sentence[] {
  const next = seededRandom(20_240_718);
  const pick = (pieces: string) => pickFrom(pieces.replaceAll('\n', '|').split('|'), next);
  const claim = () =>
    next() < 0.25
      ? pick(parts.SINCE) + pick(parts.CLAIMS)
      : joined(
          pick(parts.SINCE),
          next() < 0.6 ? pick(parts.CAUSES) : '',
          ending(pick(parts.THINGS), pick(parts.FAILS)) + pick(parts.TAILS),
        );
  const harmless = (pattern: string) =>
    filled(pattern, {
      thing: pick(parts.THINGS),
      cause: pick(parts.CAUSES),
      work: pick(parts.WORKS),
    });
  return [
    ...times(CLAIMS, (at) => sentence(claim(), 'outage', at % 5 === 0 ? 'alert' : 'content')),
    ...times(WORKS, () =>
      sentence(ending(pick(parts.WORKS), pick(parts.AT_WORK)), 'maintenance', 'content'),
    ),
    ...times(ELSEWHERE, () =>
      sentence(ending(pick(parts.ELSEWHERE), pick(parts.ELSEWHERE_FAILS)), 'nothing', 'content'),
    ),
    ...parts.HARMLESS.replaceAll('\n', '|')
      .split('|')
      .flatMap((pattern) =>
        times(EACH_HARMLESS, (at) =>
          sentence(harmless(pattern), 'nothing', at % 4 === 0 ? 'list-item' : 'content'),
        ),
      ),
  ];
}

function sentence(text: string, says: Saying, where: Where): Sentence {
  return { text, says, where };
}

function joined(...pieces: readonly string[]): string {
  return pieces
    .filter((piece) => piece.trim() !== '')
    .join(' ')
    .replace(/ {2,}/gu, ' ');
}

interface Fillings {
  readonly thing: string;
  readonly cause: string;
  readonly work: string;
}

function filled(pattern: string, { thing, cause, work }: Fillings): string {
  const text = pattern.replaceAll('{}', thing).replaceAll('[]', cause).replaceAll('<>', work);
  return withParticles(text);
}

/** The thing and what is said of it. Words begin after a space, endings do not. */
function ending(thing: string, said: string): string {
  return withParticles(/^[{에]/u.test(said) ? thing + said : `${thing} ${said}`);
}

const PARTICLES: Readonly<Record<string, readonly [string, string]>> = {
  이: ['이', '가'],
  을: ['을', '를'],
  은: ['은', '는'],
  으로: ['으로', '로'],
};

/** The form of a particle depends on whether the syllable before it ends in a consonant. */
function withParticles(text: string): string {
  return text.replace(/(.)\{(이|을|은|으로)\}/gu, (_, before: string, particle: string) => {
    const final = ((before.codePointAt(0) ?? 0) - 0xac00) % 28;
    const closed = final > 0 && !(particle === '으로' && final === 8);
    return before + (PARTICLES[particle]?.[closed ? 0 : 1] ?? '');
  });
}

function times<T>(count: number, make: (at: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

function pickFrom(pieces: readonly string[], next: () => number): string {
  return pieces[Math.floor(next() * pieces.length)] ?? '';
}

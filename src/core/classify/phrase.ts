import { type Part, patternOf } from '#core/classify/part';
import { defined } from '../defined.ts';

/** Words that count for a kind, as source files write them. */
export interface PhraseParts {
  readonly rule: string;
  /** 2: a sentence in which a page speaks about itself. 3: only a machine writes this. */
  readonly weight: number;
  /** Korean: matched without white space, in lower case. */
  readonly ko?: readonly Part[];
  /** Other languages: matched in lower case. */
  readonly en?: readonly Part[];
  /** The phrase has this meaning only there. */
  readonly only?: 'title';
  /** Describes this moment. An announcement does not. */
  readonly now?: true;
  /** The vendor or site that writes it, or `heuristic`. */
  readonly source: string;
}

/** A phrase prepared for matching. */
export interface Phrase extends Omit<PhraseParts, 'ko' | 'en'> {
  readonly parts: Pick<PhraseParts, 'ko' | 'en'>;
  readonly ko?: RegExp;
  readonly en?: RegExp;
}

export function phrase({ ko, en, ...rest }: PhraseParts): Phrase {
  return {
    ...rest,
    parts: { ...defined({ ko, en }) },
    ...(ko ? { ko: patternOf(ko, 'gu') } : {}),
    ...(en ? { en: patternOf(en, 'gu') } : {}),
  };
}

/** A phrase without a vendor. */
export function sign(parts: Omit<PhraseParts, 'source'>): Phrase {
  return phrase({ ...parts, source: 'heuristic' });
}

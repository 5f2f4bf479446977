import type { Language } from '#core/time/duration';

/** Text of a command's `--help`, before wrapping. */
export interface Help {
  /** One line for the list of commands. */
  readonly summary: string;
  readonly usage: readonly string[];
  /** Paragraphs. */
  readonly about: readonly string[];
  readonly options: readonly (readonly [option: string, text: string])[];
  /** Paragraphs after the options. */
  readonly more?: readonly string[];
  readonly exit: string;
}

/** In both languages. A missing text does not compile. */
export type Helps = Readonly<Record<Language, Help>>;

import type { Language } from '#core/time/duration';

/** What `--help` says of a command, before it is wrapped. */
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

/** In both languages; a text that is missing in one does not compile. */
export type Helps = Readonly<Record<Language, Help>>;

import type { Language } from '#core/time/duration';
import type { Helps } from './help/help.ts';

/**
 * `bad`: the thing checked is bad or inconclusive. `fault`: the monitor itself failed. `busy`: the
 * machine was too busy, so the result is not valid.
 */
export const EXIT = { good: 0, bad: 1, usage: 2, fault: 3, busy: 4 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** One subcommand of `bonghwa`. Throws BonghwaError for a problem that a person can fix. */
export interface CliCommand {
  readonly name: string;
  readonly help: Helps;
  /** Default language of a command that writes for readers of notices. */
  readonly writesIn?: Language;
  /** JSON never depends on the language. */
  run(args: readonly string[], language: Language): Promise<ExitCode>;
}

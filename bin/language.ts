import { InvalidInputError } from '#core/errors';
import type { Language } from '#core/time/duration';

const OPTION = '--lang';

export interface Asked {
  /** Undefined if no language was requested. */
  readonly language: Language | undefined;
  /** The arguments without the option. */
  readonly rest: readonly string[];
}

/**
 * Removes `--lang ko|en` from the arguments, because every command has it. Throws
 * InvalidInputError.
 */
export function askedLanguage(args: readonly string[]): Asked {
  const at = args.findIndex((arg) => arg === OPTION || arg.startsWith(`${OPTION}=`));
  const option = args[at];
  if (option === undefined) return { language: undefined, rest: args };
  const [given, after] =
    option === OPTION ? [args[at + 1], at + 2] : [option.slice(OPTION.length + 1), at + 1];
  if (given !== 'ko' && given !== 'en') {
    throw new InvalidInputError(
      {
        en: `${OPTION} ${given ?? ''} is not known.`,
        ko: `${OPTION} ${given ?? ''} 값은 쓸 수 없습니다.`,
      },
      { en: 'Use ko or en.', ko: 'ko 또는 en을 쓰십시오.' },
    );
  }
  return { language: given, rest: [...args.slice(0, at), ...args.slice(after)] };
}

/** Korean if the terminal's locale is Korean, otherwise English. */
export function terminalLanguage(
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  return /^ko\b|^ko_/.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'ko' : 'en';
}

/** Of errors: as asked for, or the terminal's, also where what was asked for is not known. */
export function screenLanguage(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  try {
    return askedLanguage(args).language ?? terminalLanguage(environment);
  } catch {
    return terminalLanguage(environment);
  }
}

import { unusablePath } from '#adapters/files/unusable-path';
import { BonghwaError, InvalidInputError, UnknownNameError } from '#core/errors';
import type { Language } from '#core/time/duration';
import { EXIT, type ExitCode } from './command.ts';
import { CLI_TEXTS } from './texts/cli.ts';

/** One line with the problem and the remedy. A stack only with BONGHWA_DEBUG=1. */
export function complain(error: unknown, language: Language): ExitCode {
  console.error(`bonghwa: ${sentence(error, language)}`);
  if (process.env.BONGHWA_DEBUG === '1' && error instanceof Error) console.error(error.stack);
  return exitCode(error);
}

function sentence(error: unknown, language: Language): string {
  if (error instanceof BonghwaError) {
    const [message, remedy] = error.said(language);
    // After a list, the remedy would read as part of its last line.
    if (message.includes('\n')) return `${message}\n${remedy}`;
    return `${message}${/[.!?]$/.test(message) ? '' : ':'} ${remedy}`;
  }
  const say = CLI_TEXTS[language];
  const unusable = unusablePath(error);
  if (unusable) return say.unusablePath(unusable.path, unusable.why[language]);
  const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return isUsage(error)
    ? say.misused(message?.replace(/\.$/, '') ?? '')
    : say.unexpected(message ?? '');
}

function exitCode(error: unknown): ExitCode {
  if (error instanceof InvalidInputError || error instanceof UnknownNameError) return EXIT.usage;
  return isUsage(error) || unusablePath(error) ? EXIT.usage : EXIT.fault;
}

/** Errors of parseArgs in node:util for an unknown or misused option. */
function isUsage(error: unknown): boolean {
  return (
    error instanceof TypeError && 'code' in error && /^ERR_PARSE_ARGS/.test(String(error.code))
  );
}

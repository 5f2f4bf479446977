import { BonghwaError, InvalidInputError, UnknownNameError } from '#core/errors';
import { EXIT, type ExitCode } from './command.ts';

/** One line that names the thing and the remedy; a stack only with BONGHWA_DEBUG=1. */
export function complain(error: unknown): ExitCode {
  console.error(`bonghwa: ${sentence(error)}`);
  if (process.env.BONGHWA_DEBUG === '1' && error instanceof Error) console.error(error.stack);
  return exitCode(error);
}

function sentence(error: unknown): string {
  if (error instanceof BonghwaError) {
    const { message, remedy } = error;
    return `${message}${/[.!?]$/.test(message) ? '' : ':'} ${remedy}`;
  }
  const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return `${message} (unexpected; BONGHWA_DEBUG=1 shows where)`;
}

function exitCode(error: unknown): ExitCode {
  if (error instanceof InvalidInputError || error instanceof UnknownNameError) return EXIT.usage;
  return isUsage(error) ? EXIT.usage : EXIT.fault;
}

/** What node:util parseArgs throws for an unknown or misused option. */
function isUsage(error: unknown): boolean {
  return (
    error instanceof TypeError && 'code' in error && /^ERR_PARSE_ARGS/.test(String(error.code))
  );
}

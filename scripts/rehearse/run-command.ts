import { spawn } from 'node:child_process';
import { RehearsalError } from './rehearsal-error.ts';

export const CDK = 'node_modules/.bin/cdk';

export interface CommandOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Exit codes that do not mean a failure. Default: 0. */
  readonly accept?: readonly number[];
}

export interface Ran {
  readonly code: number;
  readonly output: string;
}

/** Runs to the end and returns what it printed. Throws RehearsalError with the last lines. */
export async function runCommand(
  command: string,
  args: readonly string[],
  { environment, input, accept = [0] }: CommandOptions = {},
): Promise<Ran> {
  const child = spawn(command, args, { env: environment ?? process.env, stdio: 'pipe' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  child.stdin.end(input ?? '');
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve(status ?? -1));
  });
  if (accept.includes(code)) return { code, output };
  throw new RehearsalError(
    `${command} ${args.join(' ')} ended with ${code}:\n${output.split('\n').slice(-25).join('\n')}`,
    'Read the lines above; .bonghwa/rehearsal keeps the logs.',
  );
}

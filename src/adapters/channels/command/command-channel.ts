import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { codeOf, refusal } from '#adapters/channels/refusal';
import { defined } from '#core/defined';
import type { NoticeContext } from '#core/notice/compose-notice';
import { eventOf } from '#core/notice/event';
import { hears } from '#core/notice/heard';
import type { Notice } from '#core/notice/notice';
import type { Channel } from '#core/ports/notices';
import type { NoticeCommand } from '#core/watch/watch-settings';

export interface CommandChannelOptions {
  readonly command: NoticeCommand;
  readonly context: NoticeContext;
  /** The only variables of this process that the program gets. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const INHERITED = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TZ'];

/**
 * A program that gets each notice as JSON on stdin: the event, with the texts for mail and phones.
 * Exit code 0 means sent. The first line of stdout is the message id.
 */
export function createCommandChannel(options: CommandChannelOptions): Channel {
  const { command, context } = options;
  const name = `command-${command.id}`;
  return {
    name,
    hasFallback: false,
    accepts: hears(command),
    async send(notice) {
      // A line, so that a program may append it to a file.
      const input = `${JSON.stringify(inputOf(notice, context))}\n`;
      const ended = await run(input, options).catch((error: unknown) => {
        throw refusal(name, notice, `it cannot be started (${codeOf(error)})`, error);
      });
      if (ended.code === 0) return ended.firstLine || `${notice.id} accepted`;
      const why = ended.timedOut
        ? `it took longer than ${command.timeoutSeconds} s`
        : `it ended with ${ended.code ?? 'a signal'}`;
      throw refusal(name, notice, why);
    },
  };
}

function inputOf(notice: Notice, context: NoticeContext) {
  const { subject, text: body, sms } = notice;
  return { ...eventOf(notice, context), subject, text: body, ...defined({ sms }) };
}

interface Ended {
  readonly code: number | null;
  readonly timedOut: boolean;
  readonly firstLine: string;
}

const MOST_ID = 100;

/** Rejects if the program cannot start. */
async function run(input: string, { command, environment }: CommandChannelOptions): Promise<Ended> {
  const [program = '', ...args] = command.run;
  const variables = INHERITED.flatMap((name) => {
    const value = environment[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const child = spawn(program, args, {
    env: Object.fromEntries(variables),
    stdio: ['pipe', 'pipe', 'ignore'],
    // Its own process group, so that nothing that it started outlives the time-out.
    detached: true,
  });
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  }, command.timeoutSeconds * 1_000);
  // A program may end without reading its input.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  try {
    const [output, code] = await Promise.all([text(child.stdout), ended]);
    const firstLine = (output.split('\n')[0] ?? '').trim().slice(0, MOST_ID);
    return { code, timedOut, firstLine };
  } finally {
    clearTimeout(timer);
  }
}

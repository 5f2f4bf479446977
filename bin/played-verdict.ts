import type { Played } from '#local/replay/session';
import { shortcomings } from '#local/replay/verdict';
import { EXIT, type ExitCode } from './command.ts';

/** Says on stderr what is wrong with a replay. A machine that could not keep up gives no result at all. */
export function judgePlayed({ scenario, summary, messages, system }: Played): ExitCode {
  const { withheld, dropped } = system.machine;
  if (withheld + dropped > 0) {
    console.error(
      `bonghwa: this machine was busy: ${withheld} runs that ran out of time do not count, ` +
        `${dropped} were dropped because they began too late.`,
    );
  }
  const short = shortcomings(scenario, summary, messages);
  const isLost = withheld + dropped > 0 && short.length > 0;
  if (system.machine.isTooBusy(summary.checks) || isLost) {
    console.error(
      'bonghwa: this machine was too busy; the result is not valid. End other programs and try again.',
    );
    return EXIT.busy;
  }
  for (const line of short) console.error(`bonghwa: ${line}`);
  return short.length === 0 ? EXIT.good : EXIT.bad;
}

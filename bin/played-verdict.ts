import type { Language } from '#core/time/duration';
import type { Played } from '#local/replay/session';
import { shortcomings } from '#local/replay/verdict';
import { EXIT, type ExitCode } from './command.ts';
import { PLAYED_TEXTS } from './texts/played.ts';

/**
 * Prints on stderr what is wrong with a replay. A machine that was too slow gives no result. A
 * replay that a person stopped (`signal`) gives none either.
 */
export function judgePlayed(played: Played, language: Language, signal: AbortSignal): ExitCode {
  const { scenario, summary, messages, system } = played;
  const { busy, invalid, stopped } = PLAYED_TEXTS[language];
  if (signal.aborted) {
    console.error(`bonghwa: ${stopped}`);
    return EXIT.bad;
  }
  const { withheld, dropped } = system.machine;
  if (withheld + dropped > 0) {
    console.error(`bonghwa: ${busy(withheld, dropped)}`);
  }
  const short = shortcomings(scenario, summary, messages);
  const isLost = withheld + dropped > 0 && short.length > 0;
  if (system.machine.isTooBusy(summary.checks) || isLost) {
    console.error(`bonghwa: ${invalid}`);
    return EXIT.busy;
  }
  for (const line of short) console.error(`bonghwa: ${line[language]}`);
  return short.length === 0 ? EXIT.good : EXIT.bad;
}

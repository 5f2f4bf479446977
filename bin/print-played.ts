import type { Language } from '#core/time/duration';
import { countResults } from '#local/replay/collect';
import { printMessages, printTable } from '#local/replay/print-replay';
import type { Played } from '#local/replay/session';
import { PLAYED_TEXTS } from './texts/played.ts';

/** The text for a person at the end of a replay. */
export async function printPlayed(played: Played, language: Language): Promise<void> {
  const { summary, messages, posts, system } = played;
  const { catalogue, texts } = system.configuration;
  const printable = {
    summary,
    messages,
    posts,
    catalogue,
    displayName: texts.displayName,
    language,
    counts: await countResults(played.system, played.scenario),
  };
  const checks = PLAYED_TEXTS[language].checks(summary.checks, played.seconds.toFixed(0));
  console.log(`\n${summary.scenario}: ${checks}\n`);
  console.log(`${printTable(printable)}\n`);
  console.log(`${printMessages(printable)}\n`);
}

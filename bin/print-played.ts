import { countResults } from '#local/replay/collect';
import { printMessages, printTable } from '#local/replay/print-replay';
import type { Played } from '#local/replay/session';

/** What a person reads when a replay is over. */
export async function printPlayed(played: Played): Promise<void> {
  const { summary, messages, posts, system } = played;
  const { catalogue, texts } = system.configuration;
  const printable = {
    summary,
    messages,
    posts,
    catalogue,
    displayName: texts.displayName,
    counts: await countResults(played.system, played.scenario),
  };
  console.log(
    `\n${summary.scenario}: ${summary.checks} checks in ${played.seconds.toFixed(0)} s\n`,
  );
  console.log(`${printTable(printable)}\n`);
  console.log(`${printMessages(printable)}\n`);
}

import { parseArgs } from 'node:util';
import { namedBrowser } from '#adapters/chromium/browser-files';
import { defined } from '#core/defined';
import { InvalidInputError } from '#core/errors';
import type { Language } from '#core/time/duration';
import { ownConfiguration } from '#local/configuration';
import { Narrator, silentWatcher } from '#local/replay/narrator';
import { playScenario } from '#local/replay/session';
import { readScenario } from '#local/scenario/scenario-file';
import { watchedIn } from '#local/scenario/watched-in';
import type { CliCommand, ExitCode } from '../command.ts';
import { REPLAY_HELP } from '../help/replay-help.ts';
import { interruptible } from '../interruptible.ts';
import { judgePlayed } from '../played-verdict.ts';
import { printPlayed } from '../print-played.ts';
import { paceText, phaseText } from '../replay-start.ts';

async function run(args: readonly string[], language: Language): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, data: { type: 'string' } },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    throw new InvalidInputError(
      { en: 'replay takes one scenario.', ko: 'replay에는 시나리오 하나가 필요합니다.' },
      { en: 'Try: npx bonghwa replay 2024-07-18', ko: '예: npx bonghwa replay 2024-07-18' },
    );
  }
  const browser = await namedBrowser();
  const configuration = await ownConfiguration();
  const scenario = await readScenario(file, configuration.catalogue);
  const catalogue = watchedIn(configuration.catalogue, scenario);
  return interruptible(language, async (signal) => {
    const narrate = (stream: NodeJS.WriteStream) => new Narrator({ catalogue, stream, language });
    const narrator = values.json ? undefined : narrate(process.stderr);
    const played = await playScenario({
      scenario,
      signal,
      onPhase: (phase) => console.error(phaseText(phase, browser, language)),
      watcher: ({ slowness }) => {
        console.error(`${scenario.name} · ${paceText(scenario, slowness, language)}\n`);
        return narrator ?? silentWatcher;
      },
      ...defined({ dataFolder: values.data }),
    });
    narrator?.end();
    if (values.json) console.log(JSON.stringify(played.summary, null, 2));
    else await printPlayed(played, language);
    await played.stop();
    return judgePlayed(played, language, signal);
  });
}

export const replayCommand: CliCommand = {
  name: 'replay',
  help: REPLAY_HELP,
  run,
};

import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '#adapters/clock/system-clock';
import type { LoadedConfiguration } from '#adapters/configuration/load';
import { resourceNames } from '#contract/names';
import type { Language } from '#core/time/duration';
import { HOP_WORDS } from '#pipeline/prove/hop-words';
import { type Hop, proveDeployment } from '#pipeline/prove/prove-deployment';
import { EXIT, type ExitCode } from '../command.ts';
import { DOCTOR_TEXTS } from '../texts/doctor.ts';
import { deployedPorts, knownGroup } from './deployed-ports.ts';

interface EndToEnd {
  readonly json: boolean;
  readonly language: Language;
}

/** Tests the whole deployed path and prints each hop. */
export async function checkEndToEnd(
  loaded: LoadedConfiguration,
  { json, language }: EndToEnd,
): Promise<ExitCode> {
  const ports = {
    ...(await deployedPorts(loaded)),
    clock: systemClock,
    configuration: loaded.configuration,
    language: json ? ('en' as const) : language,
    wait: async (ms: number) => void (await wait(ms)),
  };
  const { stage } = loaded.deployment;
  const hops = await proveDeployment(knownGroup(loaded, undefined), ports);
  const works = hops.every(({ state }) => state === 'good');
  if (json) console.log(JSON.stringify({ stage, works, hops }, null, 2));
  else
    console.log(
      [...hops.map((hop) => sayHop(hop, language)), '', ...verdict(hops, { stage, language })].join(
        '\n',
      ),
    );
  return works ? EXIT.good : EXIT.bad;
}

function sayHop({ state, from, to, seconds, says }: Hop, language: Language): string {
  const { good, bad } = DOCTOR_TEXTS[language].marks;
  const mark = { good, bad, 'not-reached': '–'.padEnd(7) }[state];
  return `${mark}  ${from} → ${to}: ${says} (${seconds.toFixed(1)} s)`;
}

interface Told {
  readonly stage: string;
  readonly language: Language;
}

function verdict(hops: readonly Hop[], { stage, language }: Told): readonly string[] {
  const say = DOCTOR_TEXTS[language];
  const broken = hops.find(({ state }) => state === 'bad');
  if (!broken) return [say.works];
  const { prober } = HOP_WORDS[language];
  const log = `/aws/lambda/${resourceNames(stage).function(broken.to === prober ? 'prober' : 'evaluator')}`;
  return [say.broken(broken.from, broken.to), ...say.lookAt(log, stage)];
}

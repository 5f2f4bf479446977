import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '#adapters/clock/system-clock';
import type { LoadedConfiguration } from '#adapters/configuration/load';
import type { FunctionName } from '#contract/functions';
import { resourceNames } from '#contract/names';
import type { Language } from '#core/time/duration';
import { type Hop, type Place, proveDeployment } from '#pipeline/prove/prove-deployment';
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
  else console.log(sayHops(hops, { stage, language }).join('\n'));
  return works ? EXIT.good : EXIT.bad;
}

interface Told {
  readonly stage: string;
  readonly language: Language;
}

/** A line for each hop, then where the path is broken and what to do. */
export function sayHops(hops: readonly Hop[], told: Told): readonly string[] {
  return [...hops.map((hop) => sayHop(hop, told.language)), '', ...verdict(hops, told)];
}

function sayHop({ state, from, to, seconds, says }: Hop, language: Language): string {
  const { good, bad } = DOCTOR_TEXTS[language].marks;
  const mark = { good, bad, 'not-reached': '–'.padEnd(7) }[state];
  return `${mark}  ${from} → ${to}: ${says} (${seconds.toFixed(1)} s)`;
}

/** The function that makes a hop. A queue that refuses has no log. */
const MAKER: Readonly<Record<Place, FunctionName | undefined>> = {
  probes: undefined,
  prober: 'prober',
  evaluations: undefined,
  evaluator: 'evaluator',
};

function verdict(hops: readonly Hop[], { stage, language }: Told): readonly string[] {
  const say = DOCTOR_TEXTS[language];
  const broken = hops.find(({ state }) => state === 'bad');
  if (!broken) return [say.works];
  const maker = MAKER[broken.place];
  const log = maker && `/aws/lambda/${resourceNames(stage).function(maker)}`;
  return [
    say.broken(broken.from, broken.to),
    log ? say.lookAt(log) : say.checkRights,
    ...say.rollBack(stage),
  ];
}

import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '#adapters/clock/system-clock';
import type { LoadedConfiguration } from '#adapters/configuration/load';
import { resourceNames } from '#contract/names';
import { type Hop, proveDeployment } from '#pipeline/prove/prove-deployment';
import { EXIT, type ExitCode } from '../command.ts';
import { deployedPorts, knownGroup } from './deployed-ports.ts';

const MARK: Readonly<Record<Hop['state'], string>> = {
  good: 'ok     ',
  bad: 'BAD    ',
  'not-reached': '–      ',
};

/** Takes the whole deployed path and prints each hop. */
export async function checkEndToEnd(loaded: LoadedConfiguration, json: boolean): Promise<ExitCode> {
  const ports = {
    ...(await deployedPorts(loaded)),
    clock: systemClock,
    configuration: loaded.configuration,
    wait: async (ms: number) => void (await wait(ms)),
  };
  const { stage } = loaded.deployment;
  const hops = await proveDeployment(knownGroup(loaded, undefined), ports);
  const works = hops.every(({ state }) => state === 'good');
  if (json) console.log(JSON.stringify({ stage, works, hops }, null, 2));
  else console.log([...hops.map(sayHop), '', verdict(hops, stage)].join('\n'));
  return works ? EXIT.good : EXIT.bad;
}

function sayHop({ state, from, to, seconds, says }: Hop): string {
  return `${MARK[state]}  ${from} → ${to}: ${says} (${seconds.toFixed(1)} s)`;
}

function verdict(hops: readonly Hop[], stage: string): string {
  const broken = hops.find(({ state }) => state === 'bad');
  if (!broken) return 'The whole path works.';
  const names = resourceNames(stage);
  const by = broken.to.includes('prober') ? 'prober' : 'evaluator';
  return [
    `Broken between ${broken.from} and ${broken.to}.`,
    `Look at /aws/lambda/${names.function(by)}. If a deployment came before it, roll it back: check`,
    `out the version before and run npx cdk deploy bonghwa-${stage}-monitoring -c stage=${stage}.`,
  ].join('\n');
}

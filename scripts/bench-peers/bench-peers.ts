import type { ScenarioFault } from '#core/scenario/scenario';
import { SECOND } from '#core/time/time';
import { seededRandom } from '#local/simulate/random';
import { table } from '#local/terminal';
import { type Told, toldOf } from '../bench-detection/detection-score.ts';
import { monit } from '../bench-detection/peers/monit.ts';
import { playPeer } from '../bench-detection/play-peer.ts';
import { peerHistory } from './peer-history.ts';
import { playMonit, SPEED } from './real-monit.ts';

const HELP = `npm run bench:peers

Runs the real Monit against portals on this machine that fail for some minutes, and prints what it
reports beside what the model of npm run bench:detection says. It takes ten minutes. Monit comes from
the PATH or from Debian's package (apt-get download).`;

/** The model does not know when Monit looks first. */
const PHASES = 500;

type Measure = (told: Told) => readonly number[];

async function bench(): Promise<void> {
  const scenario = peerHistory();
  const messages = await playMonit(scenario);
  if (!messages) {
    console.error('Monit is missing. Install it (apt-get install monit, brew install monit).');
    process.exitCode = 2;
    return;
  }
  const real = toldOf(scenario.faults, { messages, requestsPerDay: 0 });
  const phases = Array.from({ length: PHASES }, (_, seed) =>
    toldOf(scenario.faults, playPeer(monit, scenario, seededRandom(seed))),
  );
  const model = likest(phases, real);
  console.log(
    `Monit, ${SPEED} times as fast, beside its model: with the same time of the first message` +
      ', and (at any time)\n',
  );
  console.log(
    table([
      ['fault', 'told after s', 'model', 'messages', 'model', 'end after s', 'model'],
      ...real.map((told, index) => {
        const any = phases.map((one) => one[index] as Told);
        return cells(told, model[index] as Told, any);
      }),
    ]),
  );
}

/** The phase in which the first fault is told most nearly at the same time. */
function likest(phases: readonly (readonly Told[])[], real: readonly Told[]): readonly Told[] {
  const first = (told: readonly Told[]) => told.slice(0, 1).flatMap(begins)[0] ?? 0;
  const apart = (told: readonly Told[]) => Math.abs(first(told) - first(real));
  return phases.toSorted((a, b) => apart(a) - apart(b))[0] ?? [];
}

function cells(real: Told, model: Told, any: readonly Told[]): readonly string[] {
  const measures: readonly Measure[] = [begins, count, ends];
  return [
    named(real.fault),
    ...measures.flatMap((measure) => [
      printed(measure(real)),
      `${printed(measure(model))} (${rangeOf(any.flatMap(measure))})`,
    ]),
  ];
}

/** s; empty if it was not told. */
function begins({ fault, messages }: Told): readonly number[] {
  const first = messages.find(({ says }) => says === 'down');
  return first ? [(first.at - fault.from) / SECOND] : [];
}

function ends({ fault, messages }: Told): readonly number[] {
  const last = messages.findLast(({ says }) => says === 'up');
  return last ? [(last.at - fault.to) / SECOND] : [];
}

function count({ messages }: Told): readonly number[] {
  return [messages.length];
}

function printed([value]: readonly number[]): string {
  return value === undefined ? '-' : String(Math.round(value));
}

function rangeOf(values: readonly number[]): string {
  if (values.length === 0) return '-';
  return `${Math.round(Math.min(...values))} to ${Math.round(Math.max(...values))}`;
}

function named({ services, mode, from, to }: ScenarioFault): string {
  const who = services.length > 1 ? 'together' : 'alone';
  return `${who}, ${mode}, ${(to - from) / SECOND} s`;
}

if (process.argv.includes('--help')) console.log(HELP);
else await bench();

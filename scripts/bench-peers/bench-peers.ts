import type { Scenario, ScenarioFault } from '#core/scenario/scenario';
import { SECOND } from '#core/time/time';
import { seededRandom } from '#local/simulate/random';
import { table } from '#local/terminal';
import { type Told, toldOf } from '../bench-detection/detection-score.ts';
import { gatus } from '../bench-detection/peers/gatus.ts';
import { monit } from '../bench-detection/peers/monit.ts';
import type { PeerModel } from '../bench-detection/peers/peer.ts';
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

/** Monit can count as Gatus does, which shows whether the models count rightly. */
const counting: PeerModel = {
  ...monit,
  name: 'Monit with the figures of Gatus',
  intervalMs: gatus.intervalMs,
  timeoutMs: gatus.timeoutMs,
  failures: gatus.failures,
  passes: gatus.passes,
};

async function bench(): Promise<void> {
  const scenario = peerHistory();
  const tables = await Promise.all([monit, counting].map((model) => compared(model, scenario)));
  if (tables.includes(undefined)) {
    console.error('Monit is missing. Install it (apt-get install monit, brew install monit).');
    process.exitCode = 2;
    return;
  }
  console.log(
    `${SPEED} times as fast, beside the model: with the same time of the first message, and (at any)`,
  );
  for (const each of tables) console.log(`\n${each}`);
}

/** Undefined if there is no Monit. */
async function compared(model: PeerModel, scenario: Scenario): Promise<string | undefined> {
  const messages = await playMonit(model, scenario);
  if (!messages) return undefined;
  const { faults } = scenario;
  const real = toldOf(faults, { messages, requestsPerDay: 0 });
  const phases = Array.from({ length: PHASES }, (_, seed) =>
    toldOf(faults, playPeer(model, scenario, seededRandom(seed))),
  );
  const nearest = likest(phases, real);
  return table([
    [model.name, 'told after s', 'model', 'messages', 'model', 'end after s', 'model'],
    ...real.map((told, index) => {
      const any = phases.map((one) => one[index] as Told);
      return cells(told, nearest[index] as Told, any);
    }),
  ]);
}

/** The phase in which the first fault that was told is told most nearly at the same time. */
function likest(phases: readonly (readonly Told[])[], real: readonly Told[]): readonly Told[] {
  const index = real.findIndex((told) => begins(told).length > 0);
  const first = (told: readonly Told[]) => told.slice(index, index + 1).flatMap(begins)[0];
  const apart = (told: readonly Told[]) =>
    Math.abs((first(told) ?? Number.POSITIVE_INFINITY) - (first(real) ?? 0));
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

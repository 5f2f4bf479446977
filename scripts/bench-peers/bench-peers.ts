import type { Scenario, ScenarioFault } from '#core/scenario/scenario';
import { SECOND } from '#core/time/time';
import { seededRandom } from '#local/simulate/random';
import { table } from '#local/terminal';
import { type Told, toldOf } from '../bench-detection/detection-score.ts';
import { gatus } from '../bench-detection/peers/gatus.ts';
import { monit } from '../bench-detection/peers/monit.ts';
import type { PeerModel } from '../bench-detection/peers/peer.ts';
import { prometheus } from '../bench-detection/peers/prometheus.ts';
import { playPeer } from '../bench-detection/play-peer.ts';
import { longHistory, shortHistory } from './peer-history.ts';
import { playMonit, SPEED } from './real-monit.ts';
import { PROMETHEUS_SPEED, playPrometheus } from './real-prometheus.ts';

const HELP = `npm run bench:peers [-- monit|prometheus]

Runs real monitors against portals on this machine that fail for some minutes, and prints what they
report beside what the models of npm run bench:detection say: Monit, and Prometheus with its blackbox
exporter and Alertmanager. It takes ten minutes. They come from the PATH or from Debian's packages
(apt-get download).`;

/** The model does not know when a monitor looks first. */
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

interface Real {
  readonly name: string;
  readonly models: readonly PeerModel[];
  readonly scenario: Scenario;
  readonly play: typeof playMonit;
  readonly speed: number;
  /** How to get it. */
  readonly install: string;
}

const REAL: readonly Real[] = [
  {
    name: 'monit',
    models: [monit, counting],
    scenario: shortHistory(),
    play: playMonit,
    speed: SPEED,
    install: 'apt-get install monit, brew install monit',
  },
  {
    name: 'prometheus',
    models: [prometheus],
    scenario: longHistory(),
    play: playPrometheus,
    speed: PROMETHEUS_SPEED,
    install: 'apt-get install prometheus prometheus-alertmanager prometheus-blackbox-exporter',
  },
];

async function bench(chosen: readonly Real[]): Promise<void> {
  const texts = await Promise.all(chosen.map(resultOf));
  for (const [index, text] of texts.entries()) {
    if (text !== undefined) console.log(`${text}\n`);
    else {
      console.error(`${chosen[index]?.name} is missing. Install it (${chosen[index]?.install}).`);
      process.exitCode = 2;
    }
  }
}

/** Undefined if the monitor is missing. */
async function resultOf(real: Real): Promise<string | undefined> {
  const tables = await Promise.all(real.models.map((model) => compared(model, real)));
  if (tables.includes(undefined)) return undefined;
  const how = 'beside the model: with the same time of the first message, and (at any)';
  return [`${real.speed} times as fast, ${how}`, ...tables].join('\n\n');
}

/** Undefined if the monitor is missing. */
async function compared(model: PeerModel, { scenario, play }: Real): Promise<string | undefined> {
  const messages = await play(model, scenario);
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

const [name] = process.argv.slice(2);
const chosen = REAL.filter((real) => name === undefined || real.name === name);

if (name === '--help') console.log(HELP);
else if (chosen.length > 0) await bench(chosen);
else {
  console.error(`There is no ${name} here. See --help.`);
  process.exitCode = 2;
}

import { parseArgs } from 'node:util';
import type { Scenario } from '#core/scenario/scenario';
import { HOUR } from '#core/time/time';
import { defaultConfiguration } from '#local/configuration';
import { readScenario } from '#local/scenario/scenario-file';
import { seededRandom } from '#local/simulate/random';
import { table } from '#local/terminal';
import { aheadOf, type Played } from './ahead.ts';
import { byKind, scoreOf, toldOf } from './detection-score.ts';
import type { Heard } from './heard.ts';
import { faultHistory, noisyHistory } from './history.ts';
import { checkly } from './peers/checkly.ts';
import { cloudwatchSynthetics } from './peers/cloudwatch-synthetics.ts';
import { gatus } from './peers/gatus.ts';
import { monit } from './peers/monit.ts';
import { prometheus } from './peers/prometheus.ts';
import { upptime } from './peers/upptime.ts';
import { uptimeKuma } from './peers/uptime-kuma.ts';
import { playOurs } from './play-ours.ts';
import { playPeer } from './play-peer.ts';
import { NOISE_HEAD, noiseCells, SCORE_HEAD, scoreCells } from './print-scores.ts';

const HELP = `npm run bench:detection -- [--faults N] [--seed S] [--days D]

Plays the same random history through this project's rules and through models of what others document
as their defaults, and prints what on-call would have heard. Then our own figures by kind of fault
and who is ahead of them, and everybody's for 18 July 2024.

  --faults N  faults from 8 s to 60 min, one every three hours (default 1200)
  --seed S    another history (default 1)
  --days D    days of noise that nobody should be called for (default 30)`;

interface Given {
  readonly faults: number;
  readonly seed: number;
  readonly days: number;
}

interface Monitor {
  readonly name: string;
  readonly play: (scenario: Scenario) => Heard;
}

const OURS: Monitor = { name: 'Bonghwa', play: playOurs };

function monitors(seed: number): readonly Monitor[] {
  const peers = [gatus, uptimeKuma, cloudwatchSynthetics, checkly, upptime, monit, prometheus];
  return [
    OURS,
    ...peers.map((model) => ({
      name: `${model.name} (model)`,
      play: (scenario: Scenario) => playPeer(model, scenario, seededRandom(seed)),
    })),
  ];
}

async function bench({ faults: count, seed, days }: Given): Promise<void> {
  const random = seededRandom(seed);
  const { catalogue } = defaultConfiguration();
  const services = catalogue.services.map(({ id }) => id);
  const { faults, ...history } = faultHistory(count, { services, random });
  const noise = noisyHistory(days, { services, random });
  const compared = monitors(seed);
  const heard = compared.map(({ name, play }) => ({
    name,
    told: toldOf(faults, play({ ...history, faults })),
    noise: play(noise),
  }));
  show([
    ['monitor', ...SCORE_HEAD, ...NOISE_HEAD],
    ...heard.map((one) => [
      one.name,
      ...scoreCells(scoreOf(one.told)),
      ...noiseCells(one.noise, days),
    ]),
  ]);

  const ours = heard.find(({ name }) => name === OURS.name)?.told ?? [];
  show([
    ['Bonghwa, by kind of fault', ...SCORE_HEAD],
    ...[...byKind(ours)].sort().map(([kind, told]) => [kind, ...scoreCells(scoreOf(told))]),
  ]);

  const short = ({ name, told }: Played) => ({ name: name.replace(' (model)', ''), told });
  const [own, ...others] = heard.map(short);
  if (own) show(aheadOf(own, others));

  const july = await readScenario('2024-07-18', catalogue);
  const longer = { ...july, to: july.to + HOUR };
  show([
    ['18 July 2024', ...SCORE_HEAD],
    ...compared.map(({ name, play }) => [
      name,
      ...scoreCells(scoreOf(toldOf(july.faults, play(longer)))),
    ]),
  ]);
}

function show(rows: readonly (readonly string[])[]): void {
  console.log(`${table(rows)}\n`);
}

const { values } = parseArgs({
  options: {
    faults: { type: 'string', default: '1200' },
    seed: { type: 'string', default: '1' },
    days: { type: 'string', default: '30' },
    help: { type: 'boolean', default: false },
  },
});
const given = {
  faults: Number(values.faults),
  seed: Number(values.seed),
  days: Number(values.days),
};
const usable = Object.values(given).every((value) => Number.isInteger(value) && value > 0);

if (values.help) console.log(HELP);
else if (usable) await bench(given);
else {
  console.error('--faults, --seed and --days are whole numbers above 0. See --help.');
  process.exitCode = 2;
}

import { defined } from '#core/defined';
import type { CommandAction } from '#core/detection/command';
import type { Result } from '#core/run/result';
import { SECOND } from '#core/time/time';
import type { Configuration, Rules } from '#core/watch/configuration';
import { defaultConfiguration } from '#local/configuration';
import { seededRandom } from '#local/simulate/random';
import { aConfiguration, NINE_FIFTEEN } from './builders.ts';
import { HANGS } from './results.ts';
import type { Plot, Spell } from './story.ts';
import { CRASHES, REFUSES, SLOW } from './watch.ts';

const SIX = ['work24', 'worknet', 'employment-insurance', 'employment-support', 'hrd-net', 'eps'];
const FOREVER = 100_000;
const BLANK: Partial<Result> = { ...HANGS, kind: 'blank', layer: 'static', signature: 'blank000' };
const NO_LOGIN: Partial<Result> = { ...HANGS, layer: 'login-page', signature: 'nologin0' };
const NO_DATABASE: Partial<Result> = {
  ...HANGS,
  kind: 'error-page',
  signature: 'ora00000',
  databaseText: true,
  matched: 'ORA-12541',
};

function ruled(rules: Partial<Rules>, over: Partial<Configuration> = {}): Configuration {
  const base = aConfiguration(over);
  return { ...base, rules: { ...base.rules, ...rules } };
}

function plot(until: number, spells: readonly Spell[], more: Partial<Plot> = {}): Plot {
  return { configuration: aConfiguration(), until, spells, ...more };
}

const at = (seconds: number) => NINE_FIFTEEN + seconds * SECOND;

function silence(services: readonly string[], from: number, to: number): CommandAction {
  const times = { from: at(from), to: at(to) };
  return { type: 'silence', silence: `s${from}`, services, ...times, reason: '배포' };
}

function window(services: readonly string[], from: number, to: number): CommandAction {
  const id = `w${from}`;
  const times = { from: at(from), to: at(to) };
  return {
    type: 'maintenance',
    window: { id, type: 'once', services, ...times, reason: '정기 점검' },
  };
}

const OUTAGE = 'moel-20240718-0917';
const SUBSCRIPTIONS = [
  { services: [], remindAfterSeconds: 240 },
  { services: ['eps', 'work24'] },
  { services: ['hrd-net'] },
];
const OFTEN = { reminderSeconds: { first: 300, next: 600 }, groupIntervalSeconds: 120 };

/** Random spells, commands and lengths. The same seed gives the same plot. */
function anyPlot(seed: number): Plot {
  const random = seededRandom(seed);
  const below = (most: number) => Math.floor(random() * most);
  const one = <T>(choices: readonly T[]): T => choices[below(choices.length)] as T;
  const kinds = [HANGS, REFUSES, NO_LOGIN, NO_DATABASE, BLANK, SLOW, CRASHES];
  const spells = Array.from({ length: 3 + below(5) }, (): Spell => {
    const from = 60 + below(1_500);
    const of = [...SIX, 'work24/login', 'eps/probe', 'control'].filter(() => random() < 0.3);
    return {
      of: of.length > 0 ? of : ['eps'],
      from,
      to: from + one([15, 45, 90, 200, 500, 900]),
      sees: one(kinds),
      takes: one([1, 1, 2, 10, 30]),
      ...defined({ each: one([undefined, undefined, 2, 3]) }),
    };
  });
  const actions: readonly CommandAction[] = [
    { type: 'acknowledge', outage: OUTAGE },
    silence(one([[], ['eps'], ['work24', 'hrd-net']]), 300 + below(600), 1_200 + below(600)),
    window(one([['eps'], ['work24', 'worknet']]), 600 + below(900), 1_600 + below(600)),
  ];
  const commands = Object.fromEntries(
    actions.filter(() => random() < 0.5).map((action) => [100 + below(1_200), action]),
  );
  const configuration = ruled(OFTEN, { subscriptions: SUBSCRIPTIONS });
  return { configuration, spells, commands, until: 2_700 };
}

/** By the name of the story. */
export const PLOTS: Readonly<Record<string, Plot>> = {
  'all services hang for ten minutes': plot(1_500, [
    { of: SIX, from: 125, to: 725, sees: HANGS, takes: 10 },
  ]),
  'one service refuses for four minutes': plot(1_500, [
    { of: ['eps'], from: 125, to: 365, sees: REFUSES },
  ]),
  'two services fail for 25 seconds, one for 50': plot(900, [
    { of: ['eps', 'work24'], from: 125, to: 150, sees: HANGS },
    { of: ['hrd-net'], from: 400, to: 450, sees: HANGS },
  ]),
  'half of the requests fail': plot(2_400, [
    { of: ['eps', 'hrd-net'], from: 125, to: 900, sees: HANGS, takes: 2, each: 2 },
  ]),
  'a third of the requests of a journey fail': plot(3_600, [
    { of: ['work24/login'], from: 125, to: 2_400, sees: NO_LOGIN, each: 3 },
  ]),
  'a service comes back again and again': plot(6_000, [
    { of: ['eps'], from: 125, to: 365, sees: HANGS },
    { of: ['eps'], from: 700, to: 900, sees: HANGS },
    { of: ['eps'], from: 2_700, to: 2_900, sees: HANGS },
  ]),
  'services join one after another and one never returns': plot(
    4_500,
    [
      { of: ['eps'], from: 125, to: FOREVER, sees: HANGS },
      { of: ['hrd-net'], from: 240, to: 900, sees: HANGS },
      {
        of: ['work24', 'worknet', 'employment-insurance'],
        from: 420,
        to: 1_200,
        sees: NO_DATABASE,
      },
    ],
    { configuration: ruled(OFTEN, { subscriptions: SUBSCRIPTIONS }) },
  ),
  'people silence, acknowledge and lift the silence': plot(
    3_600,
    [
      { of: ['eps', 'work24'], from: 125, to: 1_500, sees: HANGS },
      { of: ['hrd-net'], from: 600, to: 2_400, sees: HANGS },
    ],
    {
      configuration: ruled(OFTEN, { subscriptions: SUBSCRIPTIONS }),
      commands: {
        60: silence(['eps'], 60, 3_000),
        400: { type: 'acknowledge', outage: OUTAGE },
        900: { type: 'unacknowledge', outage: OUTAGE },
        1300: silence([], 1_300, 2_000),
        2700: { type: 'unsilence', silence: 's60' },
      },
    },
  ),
  'maintenance begins in an outage and ends before it': plot(
    3_000,
    [
      { of: ['eps'], from: 125, to: 1_500, sees: HANGS },
      { of: ['hrd-net'], from: 700, to: 800, sees: REFUSES },
    ],
    { commands: { 300: window(['eps', 'hrd-net'], 600, 1_200) }, configuration: ruled(OFTEN) },
  ),
  'maintenance ends an outage and outlasts it': plot(
    3_000,
    [
      { of: ['eps'], from: 125, to: 900, sees: HANGS },
      { of: ['eps/login'], from: 900, to: 1_500, sees: CRASHES },
      { of: ['eps/probe'], from: 900, to: 1_000, sees: SLOW },
    ],
    { commands: { 300: window(['eps'], 600, 1_200) }, configuration: ruled(OFTEN) },
  ),
  'controls fail with the services and then alone': plot(2_400, [
    { of: ['control'], from: 200, to: 700, sees: REFUSES },
    { of: SIX, from: 130, to: 900, sees: HANGS },
    { of: ['control'], from: 1_500, to: 1_900, sees: REFUSES },
  ]),
  'engineers have much to look at': plot(2_400, [
    { of: ['eps'], from: 100, to: 900, sees: { certificates: { 'www.eps.go.kr': 20 } } },
    { of: ['eps'], from: 900, to: FOREVER, sees: { certificates: { 'www.eps.go.kr': 6 } } },
    {
      of: ['work24/login'],
      from: 200,
      to: 700,
      sees: { result: 'inconclusive', kind: 'login-rejected', layer: 'session' },
    },
    {
      of: ['hrd-net', 'worknet'],
      from: 300,
      to: 1_500,
      sees: { result: 'inconclusive', kind: 'blocked', layer: 'static' },
    },
  ]),
  'only journeys see that nobody can log in': plot(3_600, [
    { of: ['work24/login', 'eps/login'], from: 125, to: 1_500, sees: NO_LOGIN, takes: 30 },
    { of: ['eps/login'], from: 1_500, to: 1_900, sees: CRASHES },
  ]),
  'a probe gets an empty page and then browsers do too': plot(3_600, [
    { of: ['eps/probe'], from: 125, to: 2_000, sees: BLANK },
    { of: ['eps/login'], from: 1_000, to: 1_700, sees: BLANK },
  ]),
  'the monitor is silent and slow': plot(2_400, [
    { of: ['eps'], from: 125, to: 600, sees: CRASHES },
    { of: ['work24'], from: 125, to: 800, sees: { ...HANGS }, takes: 100 },
    { of: ['hrd-net'], from: 300, to: 900, sees: SLOW },
  ]),
  'no run ends any more after an outage and a blip': plot(9_000, [
    { of: SIX, from: 3_100, to: FOREVER, sees: HANGS, takes: FOREVER },
    { of: ['eps'], from: 125, to: 600, sees: HANGS },
    { of: ['work24'], from: 1_500, to: 1_530, sees: REFUSES },
    { of: ['hrd-net'], from: 2_400, to: 2_900, sees: HANGS, takes: 20 },
  ]),
  'services on the same screens hang': plot(
    1_500,
    [{ of: SIX, from: 125, to: 500, sees: HANGS, takes: 10 }],
    { configuration: defaultConfiguration() },
  ),
  'a host has one run left': plot(
    1_500,
    [{ of: SIX, from: 125, to: 500, sees: HANGS, takes: 10 }],
    {
      configuration: ruled({ confirmBudgetPerHost: 1 }),
    },
  ),
  ...Object.fromEntries([1, 2, 5, 6].map((seed) => [`any night ${seed}`, anyPlot(seed)])),
};

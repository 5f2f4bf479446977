import type { BoardGroup } from '#core/history/board';
import { pageFacts } from '#core/page/page-facts';
import type { DayFigures, PageFacts, PageInput } from '#core/page/public-page';
import { kstDay, kstDayStart } from '#core/time/kst';
import { DAY, HOUR, MINUTE } from '#core/time/time';
import type { Service } from '#core/watch/catalogue';
import { boardIn, NOW, pageInput, SERVICES, sixDown } from '../core/page/page-samples.ts';
import { closedOf, ENDED, outageOf } from '../support/outages.ts';

const AFTER = ENDED.by + 20 * MINUTE;
const open = outageOf(SERVICES, {
  timeline: [
    { at: NOW - 4 * MINUTE, type: 'suspect', service: 'work24', layer: 'data', kind: 'timeout' },
    { at: NOW - 4 * MINUTE, type: 'opened' },
  ],
});
const closed = closedOf(open);
const older = closedOf(
  outageOf(['eps'], {
    id: 'moel-20240611-0310',
    startedBetween: { after: NOW - 37 * DAY - MINUTE, by: NOW - 37 * DAY },
    cause: {
      layer: 'host',
      kind: 'tls',
      confidence: 'certain',
      shared: false,
      databaseText: false,
    },
  }),
);
const past = {
  ...older,
  endedBetween: { after: NOW - 37 * DAY + 40 * MINUTE, by: NOW - 37 * DAY + 41 * MINUTE },
};

/** Ninety days: one with an outage, one unwatched, one slow, one with maintenance. */
function ninetyDays(now: number): readonly DayFigures[] {
  const today = kstDayStart(kstDay(now));
  return Array.from({ length: 90 }, (_, back): DayFigures => {
    const start = today - back * DAY;
    const whole = back === 0 ? (now - today) / 1000 : 86_400;
    const lost = { down: 0, degraded: 0, maintenance: 0, unknown: 0 };
    if (back === 0) lost.down = Math.min(whole, 300);
    if (back === 37) lost.down = 2460;
    if (back === 12) lost.degraded = 5400;
    if (back === 20) lost.unknown = 70_000;
    if (back === 30) lost.maintenance = 50_000;
    if (back === 33) lost.unknown = 40;
    const seconds = { up: whole - Object.values(lost).reduce((a, b) => a + b), ...lost };
    return back === 5 || back === 12 ? { start, seconds, blips: back } : { start, seconds };
  });
}

function daysOf(services: readonly string[], now: number) {
  return Object.fromEntries(services.map((id) => [id, ninetyDays(now)]));
}

function withLayers(board: BoardGroup): BoardGroup {
  return {
    ...board,
    services: board.services.map((service) => ({
      ...service,
      checks: [
        {
          check: `${service.service}/login`,
          state: service.state,
          since: service.since,
          reached: 'login-page',
          lastLayersMs: { host: 120, static: 840, data: 1510, 'login-page': 620 },
        },
      ],
    })),
  };
}

const fine: Partial<PageInput> = {
  board: [withLayers(boardIn('up'))],
  history: { outages: [past], days: daysOf(SERVICES, NOW) },
};

const WINDOW = {
  id: 'weekly',
  type: 'weekly',
  weekday: 6,
  from: '23:00',
  to: '05:00',
  services: ['eps'],
  reason: '정기점검(서버 교체)',
} as const;

const running = {
  id: 'now',
  type: 'once',
  from: NOW - HOUR,
  to: NOW + HOUR,
  services: ['eps', 'hrd-net'],
  reason: '긴급점검',
} as const;

function manyServices(names: (index: number) => Pick<Service, 'name' | 'nameEn'>, count: number) {
  const { configuration } = pageInput();
  const [first] = configuration.catalogue.services;
  if (!first) throw new Error('the catalogue is empty');
  const services = Array.from({ length: count }, (_, index) => ({
    ...first,
    id: `service-${index}`,
    ...names(index),
  }));
  const ids = services.map(({ id }) => id);
  return {
    configuration: { ...configuration, catalogue: { ...configuration.catalogue, services } },
    board: [
      {
        ...boardIn('up'),
        services: ids.map((service, index) => ({
          service,
          state: index % 9 === 4 ? ('degraded' as const) : ('up' as const),
          since: NOW - HOUR,
          checks: [],
        })),
      },
    ],
    history: { outages: [], days: daysOf(ids, NOW) },
  };
}

const LONG = '대한민국외국인고용허가및체류자격통합관리시스템';

/** Every state in which the page is checked. */
export const PAGE_STATES = {
  'all fine': fine,
  'one down': {
    ...fine,
    board: [
      withLayers(
        boardIn('up', {
          states: { eps: 'down' },
          openOutages: sixDown().openOutages.map((outage) => ({
            ...outage,
            id: 'moel-20240718-0916',
            services: ['eps'],
            cause: { ...outage.cause, layer: 'host', kind: 'connect', shared: false },
          })),
        }),
      ),
    ],
  },
  'six down': {
    board: [withLayers(sixDown())],
    history: { outages: [open, past], days: daysOf(SERVICES, NOW) },
  },
  recovering: {
    board: [withLayers({ ...boardIn('recovering'), openOutages: sixDown().openOutages })],
    history: { outages: [open, past], days: daysOf(SERVICES, NOW) },
  },
  recovered: {
    now: AFTER,
    board: [withLayers(boardIn('up', { updatedAt: AFTER }))],
    history: { outages: [closed, past], days: daysOf(SERVICES, AFTER) },
  },
  maintenance: {
    ...fine,
    board: [
      withLayers(boardIn('up', { states: { eps: 'maintenance', 'hrd-net': 'maintenance' } })),
    ],
    configuration: { ...pageInput().configuration, maintenance: [running, WINDOW] },
  },
  unknown: { ...fine, board: [boardIn('up', { updatedAt: NOW - 7 * MINUTE })] },
  'first day without data': { board: [], history: { outages: [], days: {} } },
  'history unreadable': { ...fine, history: 'unreadable' as const },
  'forty services': manyServices(
    (index) => ({ name: `고용서비스 ${index + 1}`, nameEn: `Employment service ${index + 1}` }),
    40,
  ),
  'very long names': manyServices(
    (index) => ({
      name: LONG.repeat(1 + (index % 3)),
      nameEn: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk'.repeat(1 + (index % 2)),
    }),
    4,
  ),
} satisfies Readonly<Record<string, Partial<PageInput>>>;

export type PageState = keyof typeof PAGE_STATES;

export function factsIn(state: PageState): PageFacts {
  return pageFacts(pageInput(PAGE_STATES[state] as Partial<PageInput>));
}

import type { BoardGroup } from '#core/history/board';
import type { ShownState } from '#core/outage/shown-state';
import type { PageInput } from '#core/page/public-page';
import type { Instant } from '#core/time/time';
import type { PageSettings } from '#core/watch/configuration';
import { defaultConfiguration } from '#local/configuration';
import { STARTED } from '../../support/outages.ts';

/** 18 July 2024, 09:20 KST. */
export const NOW: Instant = Date.parse('2024-07-18T09:20:00+09:00');

const SETTINGS: PageSettings = {
  operator: '시민 감시단',
  contact: 'page@example.kr',
  url: 'https://status.example.kr',
  simulated: false,
};

export const SERVICES = defaultConfiguration().catalogue.services.map(({ id }) => id);

/** All services of the group in one state, except the named ones. */
export function boardIn(
  state: ShownState,
  change: Partial<BoardGroup> & { readonly states?: Readonly<Record<string, ShownState>> } = {},
): BoardGroup {
  const { states = {}, ...rest } = change;
  return {
    group: 'moel',
    updatedAt: NOW - 20_000,
    services: SERVICES.map((service) => ({
      service,
      state: states[service] ?? state,
      since: STARTED.by,
      checks: [],
    })),
    openOutages: [],
    networkInDoubt: false,
    ...rest,
  };
}

export function pageInput(change: Partial<PageInput> = {}): PageInput {
  return {
    now: NOW,
    configuration: defaultConfiguration(),
    settings: SETTINGS,
    mode: 'live',
    board: [boardIn('up')],
    history: { outages: [], days: {} },
    updates: [],
    ...change,
  };
}

/** The six services down together, as the board shows it. */
export function sixDown(): BoardGroup {
  return boardIn('down', {
    openOutages: [
      {
        id: 'moel-20240718-0915',
        services: SERVICES,
        cause: {
          layer: 'data',
          kind: 'timeout',
          confidence: 'likely',
          shared: true,
          databaseText: false,
        },
        startedBetween: STARTED,
        acknowledged: false,
      },
    ],
  });
}

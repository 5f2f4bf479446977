import { describe, expect, it } from 'vitest';
import type { BoardCheck, BoardGroup, BoardService } from '#core/history/board';
import { DAY, MINUTE } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';
import type { HistoryPorts } from '#pipeline/history/history-ports';
import { readService, readStatus } from '#pipeline/history/read-status';
import { boardOf } from '../../adapters/dynamodb/samples.ts';
import { aConfiguration, NINE_FIFTEEN } from '../../support/builders.ts';

function portsWith(groups: readonly BoardGroup[], over: Partial<Configuration> = {}): HistoryPorts {
  return {
    board: { get: async () => groups },
    clock: { now: () => NINE_FIFTEEN, secondsUntil: () => 0 },
    configuration: aConfiguration({ maintenance: [], permissions: [], ...over }),
  } as unknown as HistoryPorts;
}

function checkOf(check: string, over: Partial<BoardCheck> = {}): BoardCheck {
  return { check, state: 'up', since: NINE_FIFTEEN - DAY, ...over };
}

function serviceOf(service: string, over: Partial<BoardService> = {}): BoardService {
  return { service, state: 'up', since: NINE_FIFTEEN - DAY, checks: [], ...over };
}

const moel = (over: Partial<BoardGroup> = {}) =>
  boardOf('moel', { updatedAt: NINE_FIFTEEN, ...over });

const permission = { service: 'work24', grantedBy: 'MOEL', reference: 'R-1' };

async function heldBack(validUntil: number, service: Partial<BoardService> = {}) {
  const permissions = [{ ...permission, validUntil }] as Configuration['permissions'];
  const groups = [moel({ services: [serviceOf('work24', service)] })];
  const { coverage } = await readStatus(portsWith(groups, { permissions }));
  return coverage.find((one) => one.service === 'work24')?.heldBack;
}

describe('the freshness of the board', () => {
  it('tells the latest result of all checks of all services', async () => {
    const at = (minutes: number) => ({ lastResultAt: NINE_FIFTEEN - minutes * MINUTE });
    const services = [
      serviceOf('work24', {
        checks: [checkOf('work24/login', at(3)), checkOf('work24/probe', at(1))],
      }),
      serviceOf('eps', { checks: [checkOf('eps/probe', at(2)), checkOf('eps/login')] }),
    ];
    const { freshness } = await readStatus(portsWith([moel({ services })]));
    expect(freshness.latestResultAt).toBe(NINE_FIFTEEN - MINUTE);
  });

  it('knows no latest result before the first', async () => {
    const { freshness } = await readStatus(portsWith([moel({ services: [serviceOf('work24')] })]));
    expect(freshness).toEqual({ evaluatedAt: NINE_FIFTEEN, latestResultAt: null, stale: false });
  });

  it('is stale more than five minutes after an evaluation', async () => {
    const staleAfter = async (ms: number) =>
      (await readStatus(portsWith([moel({ updatedAt: NINE_FIFTEEN - ms })]))).freshness.stale;
    expect(await staleAfter(5 * MINUTE)).toBe(false);
    expect(await staleAfter(5 * MINUTE + 1)).toBe(true);
  });

  it('is that of the group that was evaluated longest ago, and stale while one never was', async () => {
    const { catalogue } = aConfiguration();
    const group = { ...catalogue.groups[0], id: 'other' } as (typeof catalogue.groups)[number];
    const two = { catalogue: { ...catalogue, groups: [...catalogue.groups, group] } };
    const other = boardOf('other', { updatedAt: NINE_FIFTEEN - MINUTE });
    const both = await readStatus(portsWith([moel(), other], two));
    expect(both.freshness.evaluatedAt).toBe(NINE_FIFTEEN - MINUTE);
    const one = await readStatus(portsWith([moel()], two));
    expect(one.freshness).toMatchObject({ evaluatedAt: null, stale: true });
  });
});

describe('what the board covers', () => {
  it('holds no login back under a permission that is valid for longer', async () => {
    expect(await heldBack(NINE_FIFTEEN + 1)).toEqual([]);
    expect(await heldBack(NINE_FIFTEEN)).toEqual(['no-permission']);
  });

  it('holds a login back after a rejected one', async () => {
    const stopped = { loginStoppedSince: NINE_FIFTEEN - MINUTE };
    expect(await heldBack(NINE_FIFTEEN + DAY, stopped)).toEqual(['login-stopped']);
  });

  it('says nothing about logins of a service whose checks never log in', async () => {
    const { catalogue } = aConfiguration();
    const checks = catalogue.checks.filter(({ type }) => type === 'probe');
    const stopped = serviceOf('work24', { loginStoppedSince: NINE_FIFTEEN });
    const ports = portsWith([moel({ services: [stopped] })], {
      catalogue: { ...catalogue, checks },
    });
    const { coverage } = await readStatus(ports);
    expect(coverage.flatMap((one) => one.heldBack)).toEqual([]);
  });

  it('is as deep as the deepest check, and reached by the run that got furthest', async () => {
    const checks = [
      checkOf('work24/probe', { reached: 'static' }),
      checkOf('work24/login', { reached: 'data' }),
      checkOf('work24/other', {}),
    ];
    const groups = [moel({ services: [serviceOf('work24', { checks })] })];
    const { coverage } = await readStatus(portsWith(groups));
    const [work24, worknet] = coverage;
    expect(work24).toMatchObject({ service: 'work24', depth: 'session', reached: 'data' });
    expect(worknet?.reached).toBeNull();
  });

  it('says what no check sees of the very service', async () => {
    const { catalogue } = aConfiguration();
    const { coverage } = await readStatus(portsWith([]));
    for (const { service, unseen } of coverage) {
      const target = catalogue.targets.find((one) => one.service === service);
      expect(unseen).toEqual(target?.unseen ?? []);
    }
  });
});

describe('the state on the board', () => {
  it('is the gravest of the services, each with its own checks', async () => {
    const services = [
      serviceOf('work24', { state: 'down', checks: [checkOf('work24/login', { lastRun: 'r1' })] }),
      serviceOf('eps'),
    ];
    const status = await readStatus(portsWith([moel({ services })]));
    expect(status.state).toBe('down');
    expect(status.networkInDoubt).toBe(false);
    const work24 = await readService('work24', portsWith([moel({ services })]));
    expect(work24.checks.every(({ check }) => check.service === 'work24')).toBe(true);
    const runs = work24.checks.map(({ check, seen }) => [check.id, seen?.lastRun]);
    expect(runs.filter(([, lastRun]) => lastRun)).toEqual([['work24/login', 'r1']]);
    expect(status.services.find(({ service }) => service.id === 'hrd-net')).toMatchObject({
      state: 'unknown',
      since: null,
    });
  });

  it('is in doubt while the network of one group is', async () => {
    const groups = [moel(), boardOf('other', { networkInDoubt: true })];
    expect((await readStatus(portsWith(groups))).networkInDoubt).toBe(true);
  });

  it('shows silences until they end, and maintenance that begins within a month', async () => {
    const silence = { id: 's', services: [], from: NINE_FIFTEEN - DAY, to: NINE_FIFTEEN };
    const window = (id: string, from: number) => ({
      type: 'once',
      id,
      services: [],
      reason: id,
      from,
      to: from + MINUTE,
    });
    const declared = [
      window('late', NINE_FIFTEEN + 31 * DAY),
      window('second', NINE_FIFTEEN + 2 * DAY),
      window('first', NINE_FIFTEEN + DAY),
      window('over', NINE_FIFTEEN - DAY),
    ] as unknown as BoardGroup['declared'];
    const silences = [silence, { ...silence, id: 'lasting', to: NINE_FIFTEEN + 1 }];
    const { quiet } = await readStatus(portsWith([moel({ silences, declared: declared ?? [] })]));
    expect(quiet.silences.map(({ id, group }) => [id, group])).toEqual([['lasting', 'moel']]);
    expect(quiet.maintenance.map(({ window: { id } }) => id)).toEqual(['first', 'second']);
  });
});

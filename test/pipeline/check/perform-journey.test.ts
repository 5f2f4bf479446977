import { describe, expect, it } from 'vitest';
import { SecretMissingError } from '#core/errors';
import type { JourneyOrder } from '#core/ports/checks';
import { Secret } from '#core/run/secret';
import type { Permission } from '#core/watch/configuration';
import { performJourney } from '#pipeline/check/perform-journey';
import type { Assignment } from '#pipeline/check/run-check';
import {
  aConfiguration,
  anObservation,
  aRecord,
  aRequest,
  NINE_FIFTEEN,
} from '../../support/builders.ts';

const configuration = aConfiguration();
const target = configuration.catalogue.targets.find(({ service }) => service === 'work24');
const check = configuration.catalogue.checks.find(({ id }) => id === 'work24/login');

function anAssignment(over: Partial<Assignment> = {}): Assignment {
  if (!target || !check) throw new Error('the default catalogue lacks work24');
  return { request: aRequest(), check, target, depth: 'session', ...over };
}

const permission: Permission = {
  service: 'work24',
  grantedBy: '한국고용정보원',
  reference: '2026-001',
  validUntil: NINE_FIFTEEN + 1,
};

function setup(permissions: readonly Permission[], credentials = true) {
  const orders: JourneyOrder[] = [];
  return {
    orders,
    ports: {
      clock: { now: () => NINE_FIFTEEN, secondsUntil: () => 0 },
      configuration: { ...configuration, permissions },
      secrets: {
        credentials: async () => {
          if (!credentials) throw new SecretMissingError('unset', 'set it');
          return { userId: new Secret('u'), password: new Secret('p') };
        },
      },
      journeys: {
        run: async (order: JourneyOrder) => {
          orders.push(order);
          return aRecord({ observation: anObservation({ layer: order.depth }) });
        },
      },
    },
  };
}

describe('a journey', () => {
  it('logs in with a recorded permission and credentials', async () => {
    const { orders, ports } = setup([permission]);
    await performJourney(anAssignment(), ports);
    expect(orders[0]).toMatchObject({ depth: 'session', journey: 'login' });
    expect(orders[0]?.credentials).toBeDefined();
  });

  it('stops at the rendered login page without a permission, and says so', async () => {
    const { orders, ports } = setup([]);
    const record = await performJourney(anAssignment(), ports);
    expect(orders[0]?.depth).toBe('login-page');
    expect(orders[0]?.credentials).toBeUndefined();
    expect(record.note?.en).toContain('login-page');
  });

  it('does not use a permission that has just expired', async () => {
    const { orders, ports } = setup([{ ...permission, validUntil: NINE_FIFTEEN }]);
    await performJourney(anAssignment(), ports);
    expect(orders[0]?.depth).toBe('login-page');
  });

  it('does not take another service for the one permitted', async () => {
    const { orders, ports } = setup([{ ...permission, service: 'eps' }]);
    await performJourney(anAssignment(), ports);
    expect(orders[0]?.depth).toBe('login-page');
  });

  it('stops at the login page when logins are stopped for the service', async () => {
    const { orders, ports } = setup([permission]);
    await performJourney(anAssignment({ depth: 'login-page' }), ports);
    expect(orders[0]?.depth).toBe('login-page');
  });

  it('without credentials is a fault of the monitor, once everything before was seen to work', async () => {
    const { orders, ports } = setup([permission], false);
    const record = await performJourney(anAssignment(), ports);
    expect(orders[0]?.depth).toBe('login-page');
    expect(record.observation.fault).toMatchObject({ phase: 'monitor', code: 'SECRET_MISSING' });
  });

  it('hands out no credentials that it lacks or does not need', async () => {
    for (const [permissions, given] of [
      [[permission], false],
      [[], true],
    ] as const) {
      const { orders, ports } = setup(permissions, given);
      await performJourney(anAssignment(), ports);
      expect(orders[0]).not.toHaveProperty('credentials');
    }
  });

  it('says nothing of a permission where it goes as deep as its check', async () => {
    const { ports } = setup([permission]);
    expect((await performJourney(anAssignment(), ports)).note).toBeUndefined();
    if (!check) throw new Error('the default catalogue lacks work24');
    const shallow = { check: { ...check, depth: 'data' }, depth: 'data' } as const;
    const { orders, ports: others } = setup([]);
    expect((await performJourney(anAssignment(shallow), others)).note).toBeUndefined();
    expect(orders[0]?.depth).toBe('data');
  });

  it('of a portal without a login stops at the login page, whatever is permitted', async () => {
    if (!target) throw new Error('the default catalogue lacks work24');
    const { orders, ports } = setup([permission]);
    await performJourney(anAssignment({ target: { ...target, login: 'none' } }), ports);
    expect(orders[0]?.depth).toBe('login-page');
  });

  it('by code logs in without a login of the target', async () => {
    if (!target || !check) throw new Error('the default catalogue lacks work24');
    const { orders, ports } = setup([permission]);
    const byCode = { ...check, id: 'work24/order' };
    const bare = { ...target, login: 'none' };
    await performJourney(anAssignment({ check: byCode, target: bare }), ports);
    expect(orders[0]).toMatchObject({ depth: 'session', journey: 'order' });
    expect(orders[0]?.credentials).toBeDefined();
  });

  it('that met trouble before the login needs no word about missing credentials', async () => {
    const { ports } = setup([permission], false);
    const fault = { phase: 'navigation', code: 'X', message: 'x', timedOut: true } as never;
    const run = async () => aRecord({ observation: anObservation({ fault, layer: 'data' }) });
    const record = await performJourney(anAssignment(), { ...ports, journeys: { run } });
    expect(record.observation).toMatchObject({ fault, layer: 'data' });
  });

  it('passes on other errors of its secrets', async () => {
    const { ports } = setup([permission]);
    const secrets = { credentials: async () => Promise.reject(new Error('throttled')) };
    await expect(performJourney(anAssignment(), { ...ports, secrets })).rejects.toThrow(
      'throttled',
    );
  });

  it('is traced when traces are wanted and the run is an urgent one', async () => {
    const traced = async (browserTraces: boolean, urgent: boolean) => {
      const { orders, ports } = setup([permission]);
      const request = aRequest(urgent ? { urgent: true } : {});
      const configured = { ...ports.configuration, browserTraces };
      await performJourney(anAssignment({ request }), { ...ports, configuration: configured });
      return orders[0]?.trace;
    };
    expect(await traced(true, true)).toBe(true);
    expect(await traced(true, false)).toBe(false);
    expect(await traced(false, true)).toBe(false);
  });
});

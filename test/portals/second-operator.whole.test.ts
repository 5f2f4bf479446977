import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createJourneyRunner } from '#adapters/chromium/journey-runner';
import { resolveConfiguration } from '#adapters/configuration/resolve';
import { defined } from '#core/defined';
import { credentialsFrom } from '#core/run/secret';
import type { Target } from '#core/watch/catalogue';
import { type Portals, startPortals } from '#local/portals/portals';
import { performJourney } from '#pipeline/check/perform-journey';
import { runCheck } from '#pipeline/check/run-check';
import { catalogue, joined } from '#portals/catalogues';
import { moelJourneys } from '#portals/moel/journeys';
import { moelSites } from '#portals/moel/sites';
import { simulatedSites } from '#portals/simulated/simulated-sites';
import { journeyBook } from '#portals/steps/journey-book';
import { aRequest } from '../support/builders.ts';
import { memoryStores } from '../support/memory/stores.ts';
import * as second from '../support/second-operator/catalogue.ts';
import { journeys as secondJourneys } from '../support/second-operator/journeys.ts';
import { sites as secondSites } from '../support/second-operator/sites.ts';

const journeys = journeyBook([moelJourneys, secondJourneys]);
const sites = simulatedSites([moelSites, secondSites]);
const known = {
  catalogue: joined([catalogue, second.catalogue]),
  texts: second.texts,
  logins: [...journeys.logins.keys()],
  stepsOf: (target: Target, name: string) => journeys.find(target, name)?.steps(target),
};

const folder = mkdtempSync(join(tmpdir(), 'bonghwa-second-'));
let portals: Portals;

beforeAll(async () => {
  portals = await startPortals({ catalogue: known.catalogue, operators: { sites, journeys } });
});

afterAll(async () => {
  await portals.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** From a configuration to a stored result, with the real steps in a real browser. */
async function resultOf(check: string, pin?: string) {
  const input = {
    permissions: [
      {
        service: 'berth',
        grantedBy: '항만공사',
        reference: '2026-1',
        validUntil: '2099-01-01T00:00:00+09:00',
      },
    ],
  };
  const options = { file: 'bonghwa.config.ts', stage: 'dev', now: Date.now(), portals: known };
  const { configuration } = resolveConfiguration(input, options);
  const own = { ...configuration, catalogue: portals.catalogue };
  const clock = { now: Date.now, secondsUntil: () => 0 };
  const quiet = () => {};
  const ports = {
    clock,
    configuration: own,
    results: memoryStores(clock, own.retentionDays).results,
    evidence: { put: () => Promise.reject(new Error('not kept here')) },
    evaluations: { send: async () => {} },
    metrics: { count: quiet },
    log: { info: quiet, warn: quiet, error: quiet },
    vantage: 'here',
    journeys: createJourneyRunner({ journeys, browser: { cache: join(folder, 'browser') } }),
    secrets: {
      credentials: async () =>
        credentialsFrom({ ...portals.credentials('berth'), ...defined({ pin }) }),
    },
  };
  const request = {
    ...aRequest({ check, service: 'berth', group: 'harbour', depth: 'session' }),
    scheduledAt: Date.now(),
  };
  return runCheck(request, {
    ...ports,
    perform: (assignment) => performJourney(assignment, ports),
  });
}

describe('an operator with a folder of its own', () => {
  it('logs in by its own login, which no file of core knows', async () => {
    expect(await resultOf('berth/login')).toMatchObject({ result: 'passed', layer: 'session' });
  });

  it('fails where its own login fails', async () => {
    const result = await resultOf('berth/login', '0000');
    expect(result).toMatchObject({ layer: 'session' });
    expect(result).not.toMatchObject({ result: 'passed' });
  });

  it('runs a journey of its own', async () => {
    expect(await resultOf('berth/book')).toMatchObject({ result: 'passed', layer: 'data' });
  });
});

import { describe, expect, it } from 'vitest';
import { InvalidRequestError, UnknownNameError } from '#core/errors';
import type { ResultQuery } from '#core/ports/results';
import type { Evidence } from '#core/run/result';
import { withSharedChecks } from '#core/watch/shared-checks';
import type { HistoryPorts } from '#pipeline/history/history-ports';
import { knownCheck, readResult, readResults } from '#pipeline/history/read-results';
import { failedAt, resultAt } from '../../adapters/dynamodb/samples.ts';
import { aConfiguration, NINE_FIFTEEN } from '../../support/builders.ts';

const plain = aConfiguration();
const shared = { ...plain, catalogue: withSharedChecks(plain.catalogue) };
const follower = shared.catalogue.checks.find(({ sharedWith }) => sharedWith !== undefined);
const [followerService = '', leader = ''] = [follower?.service, follower?.sharedWith];
const leaderService = leader.split('/')[0] ?? '';

function reading(configuration = plain) {
  const asked: ResultQuery[] = [];
  const got: string[] = [];
  const picture = { type: 'screenshot', key: 'failed/a.png', contentType: 'image/png', bytes: 1 };
  const stored = failedAt(NINE_FIFTEEN, { evidence: [picture as Evidence] });
  const ports = {
    configuration,
    results: {
      list: async (query: ResultQuery) => {
        asked.push(query);
        return { items: [stored] };
      },
      get: async (service: string, run: string) => {
        got.push(service);
        return service === leaderService && run.startsWith(leaderService)
          ? { ...stored, run, check: 'work24/gone' }
          : undefined;
      },
    },
    evidence: { link: async (key: string) => `https://signed.example/${key}` },
  } as unknown as HistoryPorts;
  return { ports, asked, got, stored };
}

const query = { service: 'work24', from: NINE_FIFTEEN, to: NINE_FIFTEEN + 1, limit: 10 };

describe('a list of results', () => {
  it('is of all checks of a service, or of the one that is named', async () => {
    const { ports, asked } = reading();
    await readResults(query, ports);
    await readResults({ ...query, check: 'login' }, ports);
    expect(asked[0]).toEqual({ ...query });
    expect(asked[1]).toEqual({ ...query, check: 'work24/login' });
  });

  it('is read from where the runs of a shared check are stored', async () => {
    const { ports, asked } = reading(shared);
    await readResults({ ...query, service: followerService }, ports);
    await readResults({ ...query, service: followerService, check: follower?.id ?? '' }, ports);
    expect(asked[0]).toMatchObject({ service: leaderService });
    expect(asked[0]).not.toHaveProperty('check');
    expect(asked[1]).toMatchObject({ service: leaderService, check: leader });
  });

  it('is refused for an unknown service or check', async () => {
    const { ports } = reading();
    await expect(readResults({ ...query, service: 'x' }, ports)).rejects.toThrow(UnknownNameError);
    await expect(readResults({ ...query, check: 'x' }, ports)).rejects.toThrow(InvalidRequestError);
  });
});

describe('a check', () => {
  it('is named in full or within its service, and never by the name of another service', () => {
    const { ports } = reading();
    expect(knownCheck('work24', 'login', ports)).toBe('work24/login');
    expect(knownCheck('work24', 'work24/probe', ports)).toBe('work24/probe');
    expect(() => knownCheck('work24', 'eps/probe', ports)).toThrow('names no check');
  });
});

describe('one run', () => {
  it('comes with a link to each piece of its evidence', async () => {
    const { ports, stored } = reading();
    const { result, evidence } = await readResult('work24', stored.run, ports);
    expect(result.run).toBe(stored.run);
    expect(evidence.map(({ url }) => url)).toEqual(['https://signed.example/failed/a.png']);
  });

  it('is looked up under the service that it was made for, where that speaks for this one', async () => {
    const { ports, got } = reading(shared);
    const run = resultAt(NINE_FIFTEEN, { service: leaderService }).run;
    await readResult(followerService, run, ports);
    expect(got).toEqual([leaderService]);
    await expect(readResult('eps', 'work24.login.x.scheduled', ports)).rejects.toThrow(
      UnknownNameError,
    );
    expect(got.at(-1)).toBe('eps');
  });

  it('is not found when it has expired or never existed', async () => {
    const { ports } = reading();
    await expect(readResult('eps', 'eps.login.x', ports)).rejects.toThrow('no such run');
    await expect(readResult('x', 'x.login.x', ports)).rejects.toThrow('no such service');
  });
});

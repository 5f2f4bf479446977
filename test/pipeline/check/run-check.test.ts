import { describe, expect, it } from 'vitest';
import type { CheckRequest, EvaluationRequest } from '#contract/messages';
import { LATE_AFTER_MS } from '#core/detection/schedule';
import type { Result } from '#core/run/result';
import type { RunRecord } from '#core/run/run-record';
import { type Assignment, type RunCheckPorts, runCheck } from '#pipeline/check/run-check';
import {
  aConfiguration,
  aMonitorFault,
  anObservation,
  aRecord,
  aRequest,
  NINE_FIFTEEN,
} from '../../support/builders.ts';

interface Seen {
  readonly results: Result[];
  readonly evaluations: EvaluationRequest[];
  readonly assignments: Assignment[];
  readonly counted: string[];
}

function ports(
  record: RunRecord,
  over: Partial<RunCheckPorts> = {},
): RunCheckPorts & { seen: Seen } {
  const seen: Seen = { results: [], evaluations: [], assignments: [], counted: [] };
  const never = () => Promise.reject(new Error('not used'));
  return {
    seen,
    clock: { now: () => NINE_FIFTEEN + 500, secondsUntil: () => 0 },
    results: {
      put: async (result) => {
        const known = seen.results.some(({ run }) => run === result.run);
        seen.results.push(result);
        return known ? 'duplicate' : 'stored';
      },
      since: never,
      list: never,
      get: never,
    },
    evidence: {
      put: async (artefact, retention) => ({
        type: artefact.type,
        key: `${retention}/abc.png`,
        contentType: artefact.contentType,
        bytes: artefact.body.length,
      }),
    },
    evaluations: {
      send: async (request) => {
        seen.evaluations.push(request);
      },
    },
    metrics: { count: (name) => seen.counted.push(name) },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    configuration: aConfiguration(),
    vantage: 'ap-northeast-2',
    perform: async (assignment) => {
      seen.assignments.push(assignment);
      return record;
    },
    ...over,
  };
}

const timedOut = aRecord({
  observation: anObservation({
    layer: 'data',
    markers: [],
    text: '',
    fault: { phase: 'response', message: 'no answer', timedOut: true },
  }),
  passedLayers: ['host', 'static'],
  artefacts: [{ type: 'screenshot', contentType: 'image/png', body: new Uint8Array([1, 2]) }],
});

describe('a run', () => {
  it('stores its verdict with what the request said and when it ran', async () => {
    const given = ports(aRecord());
    await runCheck(aRequest(), given);
    expect(given.seen.results).toMatchObject([
      {
        schema: 1,
        run: 'work24.login.20240718T001500Z.scheduled',
        result: 'passed',
        layer: 'session',
        startedAt: NINE_FIFTEEN + 500,
        durationMs: 312,
        requests: { 'www.work24.go.kr': 5 },
      },
    ]);
  });

  it('that passed in a calm group waits for the next tick', async () => {
    const given = ports(aRecord());
    await runCheck(aRequest(), given);
    expect(given.seen.evaluations).toEqual([]);
  });

  it('that passed while the group is not calm asks for an evaluation at once', async () => {
    const given = ports(aRecord());
    await runCheck(aRequest({ urgent: true }), given);
    expect(given.seen.evaluations).toMatchObject([{ group: 'moel', reason: 'result' }]);
  });

  it('that failed asks for an evaluation at once and keeps its proof as long as failures are kept', async () => {
    const given = ports(timedOut);
    await runCheck(aRequest(), given);
    expect(given.seen.evaluations).toHaveLength(1);
    expect(given.seen.results[0]).toMatchObject({
      result: 'failed',
      kind: 'timeout',
      layer: 'data',
      evidence: [{ key: 'failed/abc.png' }],
    });
  });

  it('that passed keeps its pictures as long as passes are kept, and what its record notes', async () => {
    const { artefacts } = timedOut;
    const note = { ko: '로그인 화면까지만 시도', en: 'only as far as the login page' };
    const given = ports(aRecord({ artefacts, note }));
    await runCheck(aRequest(), given);
    expect(given.seen.results[0]).toMatchObject({
      result: 'passed',
      note: note.en,
      evidence: [{ key: 'passed/abc.png' }],
    });
  });

  it('on whose page the classifier fails is a fault of the monitor, which the log names', async () => {
    const errors: string[] = [];
    const log = { info: () => {}, warn: () => {}, error: (event: string) => errors.push(event) };
    const observation = { ...anObservation(), text: undefined as unknown as string };
    const given = ports(aRecord({ observation }), { log });
    await runCheck(aRequest(), given);
    expect(given.seen.results[0]).toMatchObject({
      result: 'inconclusive',
      kind: 'monitor-fault',
      rule: 'classifier-failed',
    });
    expect(errors).toEqual(['classifier failed']);
  });

  it('of a control concerns every group', async () => {
    const group = { id: 'hrdk', name: '공단', nameEn: 'HRDK' };
    const { catalogue } = aConfiguration();
    const configuration = aConfiguration({
      catalogue: { ...catalogue, groups: [...catalogue.groups, group] },
    });
    const given = ports(aRecord(), { configuration });
    const control = { check: 'control/probe', service: 'control', group: 'control' };
    await runCheck(aRequest({ ...control, depth: 'static', urgent: true }), given);
    expect(given.seen.evaluations.map(({ group }) => group)).toEqual(['moel', 'hrdk']);
    const usual = ports(aRecord(), { configuration });
    await runCheck(aRequest({ urgent: true }), usual);
    expect(usual.seen.evaluations.map(({ group }) => group)).toEqual(['moel']);
  });

  it('does not call a layer passed that its verdict speaks against', async () => {
    const observation = anObservation({
      layer: 'data',
      title: '',
      text: 'ORA-12170: TNS:접속시간초과',
      markers: [{ name: 'data', expected: true, found: false }],
    });
    const passedLayers = ['host', 'static', 'data'] as const;
    const given = ports(aRecord({ observation, passedLayers }));
    await runCheck(aRequest({ check: 'work24/probe', depth: 'data' }), given);
    expect(given.seen.results[0]).toMatchObject({
      result: 'failed',
      databaseText: true,
      passedLayers: ['host', 'static'],
    });
  });

  it('keeps its result when the evidence cannot be stored', async () => {
    const broken = ports(timedOut, {
      evidence: { put: () => Promise.reject(new Error('S3 away')) },
    });
    await runCheck(aRequest(), broken);
    expect(broken.seen.results[0]).toMatchObject({ result: 'failed', evidence: [] });
  });

  it('does not start when it is too late to tell anything about its time', async () => {
    const given = ports(aRecord());
    const late = aRequest({ scheduledAt: NINE_FIFTEEN - LATE_AFTER_MS });
    expect(await runCheck(late, given)).toBe('late');
    expect(given.seen).toMatchObject({ results: [], assignments: [] });
  });

  it('starts three minutes after its time, and not a moment later', async () => {
    const scheduledAt = NINE_FIFTEEN + 500 - LATE_AFTER_MS;
    const [last, late] = [ports(aRecord()), ports(aRecord())];
    await runCheck(aRequest({ scheduledAt }), last);
    expect(last.seen.results).toHaveLength(1);
    expect(await runCheck(aRequest({ scheduledAt: scheduledAt - 1 }), late)).toBe('late');
  });

  it('goes no deeper than the check was built for, whatever the request says', async () => {
    const given = ports(aRecord());
    await runCheck(aRequest({ check: 'work24/probe', depth: 'session' }), given);
    expect(given.seen.assignments[0]?.depth).toBe('data');
  });

  it('goes no deeper than the request allows', async () => {
    const given = ports(aRecord());
    await runCheck(aRequest({ depth: 'login-page' }), given);
    expect(given.seen.assignments[0]?.depth).toBe('login-page');
  });

  it.each<readonly [string, Partial<CheckRequest>, Partial<RunCheckPorts>, string]>([
    ['of a check nobody configured', { check: 'nowhere/login' }, {}, 'same configuration'],
    [
      'that throws',
      {},
      { perform: () => Promise.reject(aMonitorFault('no browser', 'run npm ci')) },
      'run npm ci',
    ],
    ['that throws anything', {}, { perform: () => Promise.reject('no') }, 'log'],
  ])(
    '%s has a result that says why, and is nobody’s failure',
    async (_what, request, over, remedy) => {
      const logged: unknown[] = [];
      const log = {
        info: () => {},
        warn: () => {},
        error: (...line: unknown[]) => logged.push(line),
      };
      const given = ports(aRecord(), { ...over, log });
      await runCheck(aRequest(request), given);
      expect(given.seen.results).toMatchObject([{ result: 'inconclusive', kind: 'monitor-fault' }]);
      expect(given.seen.counted).toEqual(['MonitorFault']);
      expect(JSON.stringify(logged)).toContain(remedy);
    },
  );

  it('is not returned to the queue if no evaluation can be requested, as one follows in a minute', async () => {
    const evaluations = { send: () => Promise.reject(new Error('queue away')) };
    const logged: string[] = [];
    const log = { info: () => {}, warn: () => {}, error: (text: string) => void logged.push(text) };
    const given = ports(timedOut, { evaluations, log });
    expect(await runCheck(aRequest(), given)).toMatchObject({ result: 'failed' });
    expect(given.seen.results).toHaveLength(1);
    expect(logged).toEqual(['evaluation not asked for']);
    logged.length = 0;
    await runCheck(aRequest(), ports(timedOut, { log }));
    expect(logged).toEqual([]);
  });

  it('that broke down by itself does not count as a result for the watchdog', async () => {
    const fault = { phase: 'browser', message: 'crashed', timedOut: false } as const;
    const given = ports(aRecord({ observation: anObservation({ fault }) }));
    await runCheck(aRequest(), given);
    expect(given.seen.counted).toEqual(['MonitorFault']);
  });

  it('delivered twice is counted once', async () => {
    const given = ports(aRecord());
    await runCheck(aRequest(), given);
    await runCheck(aRequest(), given);
    expect(given.seen.counted).toEqual(['ResultStored']);
  });
});

import type { Command } from '#core/detection/command';
import type { BoardGroup } from '#core/history/board';
import type { Rollup } from '#core/history/rollup';
import type { Notice } from '#core/notice/notice';
import type { Outage } from '#core/outage/outage';
import type { Result } from '#core/run/result';
import { MINUTE } from '#core/time/time';

export const T0 = Date.parse('2024-07-18T00:15:00Z');

function stamp(at: number): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
}

/** A result as a runner stores it; `at` is its scheduled time. */
export function resultAt(at: number, changes: Partial<Result> = {}): Result {
  const service = changes.service ?? 'work24';
  return {
    schema: 1,
    run: `${service}.login.${stamp(at)}.scheduled`,
    check: `${service}/login`,
    service,
    group: 'moel',
    vantage: 'ap-northeast-2',
    trigger: 'scheduled',
    scheduledAt: at,
    startedAt: at + 400,
    finishedAt: at + 1_400,
    durationMs: 1_000,
    depth: 'session',
    passedLayers: ['host', 'static', 'data'],
    attempts: 1,
    steps: [
      { name: 'main page', layer: 'static', status: 'passed', startedMs: 0, durationMs: 300 },
      { name: 'search', layer: 'data', status: 'passed', startedMs: 300, durationMs: 700 },
    ],
    evidence: [],
    requests: { 'www.work24.go.kr': 12 },
    result: 'passed',
    layer: 'session',
    reason: 'Logged in.',
    rule: 'passed',
    ...changes,
  };
}

export function failedAt(at: number, changes: Partial<Result> = {}): Result {
  return resultAt(at, {
    result: 'failed',
    kind: 'timeout',
    layer: 'data',
    signature: 'abc',
    reason: 'The search page did not answer.',
    rule: 'step-timeout',
    ...changes,
  });
}

export function noticeOf(outage: string, seq: number): Notice {
  return {
    id: `${outage}#${seq}`,
    outage,
    seq,
    type: seq === 1 ? 'opened' : 'reminder',
    group: 'moel',
    services: ['work24'],
    severity: 'critical',
    at: T0,
    sms: '[장애] 고용24',
    subject: '[장애] 고용24',
    text: '고용24 접속 장애',
  };
}

export function outageAt(stampInId: string, changes: Partial<Outage> = {}): Outage {
  const [, year, month, day, hour, minute] =
    /(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)/.exec(stampInId) ?? [];
  const began = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00+09:00`);
  return {
    schema: 1,
    id: `moel-${stampInId}`,
    group: 'moel',
    state: 'open',
    cause: {
      layer: 'data',
      kind: 'timeout',
      confidence: 'likely',
      shared: true,
      databaseText: false,
    },
    incidents: [
      {
        service: 'work24',
        startedBetween: { after: began - 5 * MINUTE, by: began },
        layer: 'data',
        kind: 'timeout',
        databaseText: false,
        passedLayers: ['host', 'static'],
        runs: [`work24.login.${stamp(began)}.scheduled`],
        evidence: [],
      },
    ],
    unaffected: [],
    startedBetween: { after: began - 5 * MINUTE, by: began },
    openedAt: began + MINUTE,
    downSeconds: 0,
    recurrences: 0,
    notes: [],
    timeline: [{ at: began, type: 'opened' }],
    ...changes,
  };
}

export function rollupAt(start: number, changes: Partial<Rollup> = {}): Rollup {
  return {
    schema: 1,
    check: 'work24/login',
    service: 'work24',
    period: 'hour',
    start,
    seconds: { up: 3_600, degraded: 0, down: 0, maintenance: 0, unknown: 0 },
    results: { passed: 12 },
    kinds: {},
    latency: { 90: 10, 91: 2 },
    frozen: false,
    ...changes,
  };
}

export function commandAt(at: number, changes: Partial<Command> = {}): Command {
  return {
    schema: 1,
    id: `${String(at).padStart(13, '0')}-00000001`,
    group: 'moel',
    by: 'minji',
    at,
    action: { type: 'login-reset', service: 'work24' },
    ...changes,
  };
}

export function boardOf(group: string, changes: Partial<BoardGroup> = {}): BoardGroup {
  return {
    group,
    updatedAt: T0,
    services: [],
    openOutages: [],
    networkInDoubt: false,
    ...changes,
  };
}

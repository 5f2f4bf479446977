import type { CheckRequest } from '#contract/messages';
import { MonitorFaultError } from '#core/errors';
import type { Observation } from '#core/run/observation';
import type { RunRecord } from '#core/run/run-record';
import type { Configuration } from '#core/watch/configuration';
import { defaultConfiguration } from '#local/configuration';

/** 18 July 2024, 09:15 KST. */
export const NINE_FIFTEEN = Date.UTC(2024, 6, 18, 0, 15);

/** With one text for both languages. */
export function aMonitorFault(message: string, remedy: string): MonitorFaultError {
  return new MonitorFaultError({ ko: message, en: message }, { ko: remedy, en: remedy });
}

export function aRequest(over: Partial<CheckRequest> = {}): CheckRequest {
  return {
    v: 1,
    check: 'work24/login',
    service: 'work24',
    group: 'moel',
    run: 'work24.login.20240718T001500Z.scheduled',
    trigger: 'scheduled',
    scheduledAt: NINE_FIFTEEN,
    depth: 'session',
    vantage: 'ap-northeast-2',
    ...over,
  };
}

export function anObservation(over: Partial<Observation> = {}): Observation {
  return {
    layer: 'session',
    url: 'https://www.work24.go.kr/cm/main.do',
    finalUrl: 'https://www.work24.go.kr/cm/main.do',
    allowedHosts: ['www.work24.go.kr'],
    status: 200,
    headers: {},
    title: '고용24',
    text: '고용24 채용정보 실업급여 직업훈련 로그아웃 '.repeat(20),
    elements: [],
    dialogs: [],
    markers: [{ name: 'session', expected: true, found: true }],
    pending: [],
    elapsedMs: 300,
    contentType: 'text/html',
    ...over,
  };
}

export function aRecord(over: Partial<RunRecord> = {}): RunRecord {
  return {
    observation: anObservation(),
    steps: [],
    passedLayers: ['host', 'static', 'data', 'login-page', 'session'],
    artefacts: [],
    requests: { 'www.work24.go.kr': 5 },
    attempts: 1,
    durationMs: 312.4,
    ...over,
  };
}

/**
 * Every service has runs of its own here, and there is one control. Shared checks and several
 * controls have their own tests.
 */
export function aConfiguration(over: Partial<Configuration> = {}): Configuration {
  const base = defaultConfiguration();
  const checks = base.catalogue.checks
    .filter(({ type, service }) => type !== 'control' || service === 'control')
    .map(({ sharedWith: _, ...check }) => check);
  const controls = base.catalogue.controls.slice(0, 1);
  return { ...base, catalogue: { ...base.catalogue, checks, controls }, ...over };
}

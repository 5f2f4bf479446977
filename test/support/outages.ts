import type { Incident, Outage } from '#core/outage/outage';
import type { Between } from '#core/time/time';
import type { Texts } from '#core/watch/configuration';

/** 18 July 2024, as seen by checks every minute. */
export const STARTED: Between = {
  after: Date.parse('2024-07-18T09:14:40+09:00'),
  by: Date.parse('2024-07-18T09:15:20+09:00'),
};
export const ENDED: Between = {
  after: Date.parse('2024-07-18T11:55:30+09:00'),
  by: Date.parse('2024-07-18T11:57:30+09:00'),
};

export const TEXTS: Texts = {
  language: 'ko',
  displayName: '',
  statusUrl: 'https://status.example.kr/',
  runbookUrl: 'https://runbook.example.kr/outage',
  contactUrl: 'https://example.kr/contact',
  servicesName: { ko: '고용 서비스', en: 'Employment services' },
  citizenAdvice: { ko: '급한 민원은 1350으로 전화하세요.', en: 'Call 1350.' },
};

export function incidentOf(service: string, change: Partial<Incident> = {}): Incident {
  return {
    service,
    startedBetween: STARTED,
    layer: 'data',
    kind: 'timeout',
    databaseText: false,
    passedLayers: ['host', 'static'],
    runs: [],
    evidence: [],
    ...change,
  };
}

export function outageOf(services: readonly string[], change: Partial<Outage> = {}): Outage {
  return {
    schema: 1,
    id: 'moel-20240718-0915',
    group: 'moel',
    state: 'open',
    cause: {
      layer: 'data',
      kind: 'timeout',
      confidence: 'likely',
      shared: services.length > 1,
      databaseText: false,
    },
    incidents: services.map((service) => incidentOf(service)),
    unaffected: [],
    startedBetween: STARTED,
    openedAt: STARTED.by + 30_000,
    downSeconds: 0,
    recurrences: 0,
    notes: [],
    timeline: [],
    ...change,
  };
}

/** The same outage after its end. */
export function closedOf(outage: Outage): Outage {
  return {
    ...outage,
    state: 'closed',
    endedBetween: ENDED,
    closedAt: ENDED.by + 180_000,
    downSeconds: ((ENDED.after ?? 0) - STARTED.by) / 1_000,
    incidents: outage.incidents.map((incident) => ({ ...incident, endedBetween: ENDED })),
  };
}

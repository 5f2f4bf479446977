import { describe, expect, it } from 'vitest';
import { composeNotice } from '#core/compose-notice';
import type { Texts } from '#core/configuration';
import type { Incident, Outage } from '#core/outage';
import { smsUnits } from '#core/sms';
import { catalogue } from '#journeys/catalog';

const at = (iso: string) => Date.parse(iso);
const started = { after: at('2024-07-18T09:14:40+09:00'), by: at('2024-07-18T09:15:20+09:00') };
const ended = { after: at('2024-07-18T11:55:30+09:00'), by: at('2024-07-18T11:57:30+09:00') };

const texts: Texts = {
  language: 'ko',
  displayName: '',
  statusUrl: 'https://status.example.kr/',
  runbookUrl: 'https://runbook.example.kr/',
  contactUrl: 'https://example.kr/contact',
  citizenAdvice: { ko: '전화 1350', en: 'Call 1350' },
};

function incident(service: string): Incident {
  return {
    service,
    startedBetween: started,
    layer: 'data',
    kind: 'timeout',
    databaseText: false,
    passedLayers: ['host', 'static'],
    runs: [],
    evidence: [],
  };
}

const outage: Outage = {
  schema: 1,
  id: 'moel-20240718-0915',
  group: 'moel',
  state: 'open',
  cause: {
    layer: 'data',
    kind: 'timeout',
    confidence: 'likely',
    shared: true,
    databaseText: false,
  },
  incidents: catalogue.services.map((service) => incident(service.id)),
  unaffected: [],
  startedBetween: started,
  openedAt: started.by,
  downSeconds: 0,
  recurrences: 0,
  notes: [],
  timeline: [],
};

const context = { catalogue, texts, stage: 'prod' };

describe('a notice', () => {
  it('opens with one SMS that names the services and does not claim a database error', () => {
    const notice = composeNotice({ outage, seq: 1, type: 'opened', at: started.by }, context);
    expect(notice.id).toBe('moel-20240718-0915#1');
    expect(notice.sms).toBe('[장애] 고용24 외 5곳 응답없음 09:15~ 공통 데이터 계층 추정');
    expect(smsUnits(notice.sms ?? '', '')).toBeLessThanOrEqual(70);
  });

  it('closes with one SMS that says when and how long', () => {
    const closed: Outage = { ...outage, state: 'closed', endedBetween: ended };
    const notice = composeNotice({ outage: closed, seq: 2, type: 'closed', at: ended.by }, context);
    expect(notice.sms).toBe('[복구] 고용24 외 5곳 정상 11:57(2시간42분)');
    expect(notice.text).toContain('지속 시간: 2시간 40분~2시간 43분');
  });
});

import type { FaultMode } from '#core/scenario/scenario';
import type { Language } from '#core/time/duration';

/** Texts of a replay at a terminal. Messages themselves are quoted as sent. */
const en = {
  faultBegins: (who: string, mode: FaultMode) => `[simulated] ${who}: ${mode} begins`,
  faultEnds: (who: string, mode: FaultMode) => `[simulated] ${who}: ${mode} ends`,
  sms: '✉ SMS',
  mail: '✉ mail',
  onlySubscribers: ' (to those who subscribed to some services)',
  columns: ['Service', 'Began (KST)', 'Ended (KST)', 'Duration', 'Runs', 'Availability'],
  noMessages: 'No message was sent.',
  smsLabel: 'SMS   ',
  mailLabel: 'Mail  ',
  smsLength: (units: number, limit: number) =>
    `(${units} of ${limit} units, with what carrier and sender add)`,
  simulation: {
    checks: (count: string) => `${count} runs`,
    columns: ['Service', 'Down', 'Unknown', 'Availability'],
    noOutage: 'No outage',
    outage: (id: string) => `Outage ${id}`,
    services: 'services',
    cause: 'cause',
    began: 'began',
    ended: 'ended',
    goesOn: 'goes on',
    smsUnits: (units: number, limit: number) => `(${units} of ${limit} units)`,
    onlySubscribers: '  → only to subscribers of these services',
    noSms: 'No SMS',
    emails: (count: number, attention: number) => `${count} emails (${attention} need attention)`,
  },
};

const ko: typeof en = {
  faultBegins: (who, mode) => `[모의] ${who}: ${mode} 시작`,
  faultEnds: (who, mode) => `[모의] ${who}: ${mode} 끝`,
  sms: '✉ SMS',
  mail: '✉ 메일',
  onlySubscribers: ' (일부 서비스만 구독한 사람에게)',
  columns: ['서비스', '시작 (KST)', '복구 (KST)', '지속 시간', '확인 횟수', '가용률'],
  noMessages: '보낸 알림 없음',
  smsLabel: 'SMS   ',
  mailLabel: '메일  ',
  smsLength: (units, limit) => `(${units}/${limit}자, 통신사·발신 표시 포함)`,
  simulation: {
    checks: (count) => `모니터링 ${count}회`,
    columns: ['서비스', '장애 시간', '알 수 없는 시간', '가용률'],
    noOutage: '장애 없음',
    outage: (id) => `장애 ${id}`,
    services: '서비스',
    cause: '원인',
    began: '시작',
    ended: '복구',
    goesOn: '진행 중',
    smsUnits: (units, limit) => `(${units}/${limit}자)`,
    onlySubscribers: '  → 해당 서비스 구독자만',
    noSms: 'SMS 없음',
    emails: (count, attention) => `이메일 ${count}건 (그중 확인 필요 ${attention}건)`,
  },
};

export const REPLAY_WORDS = { ko, en } satisfies Readonly<Record<Language, typeof en>>;

import type { Language } from '#core/time/duration';

const en = {
  inForce: 'rules in force',
  count: (outages: number, messages: number) => `outages told: ${outages}, SMS: ${messages}`,
  told: 'told (KST)',
  services: 'services',
  beganBy: 'began by',
  besideNow: 'beside now',
  summary: (missed: number, added: number) => `missed: ${missed}, added: ${added}`,
  missed: (now: string) => `missed (now ${now})`,
  added: 'added',
  same: 'same',
  later: (seconds: number) => `${seconds} s later`,
  earlier: (seconds: number) => `${seconds} s earlier`,
  gap: (service: string, from: string, to: string) =>
    `no result of ${service} from ${from} to ${to} KST`,
};

const ko: typeof en = {
  inForce: '현재 규칙',
  count: (outages, messages) => `알린 장애 ${outages}건, SMS ${messages}건`,
  told: '알린 시각 (KST)',
  services: '서비스',
  beganBy: '시작 (늦어도)',
  besideNow: '현재 규칙과 비교',
  summary: (missed, added) => `놓침 ${missed}건, 추가 ${added}건`,
  missed: (now) => `놓침 (현재 ${now})`,
  added: '추가',
  same: '같음',
  later: (seconds) => `${seconds}초 늦음`,
  earlier: (seconds) => `${seconds}초 빠름`,
  gap: (service, from, to) => `${service} 결과 없음: ${from}~${to} KST`,
};

export const TUNE_WORDS = { ko, en } satisfies Readonly<Record<Language, typeof en>>;

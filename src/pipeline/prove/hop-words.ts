import type { Language } from '#core/time/duration';

/** Names of the places on the deployed path, and outcomes of the hops between them. */
const en = {
  machine: 'this machine',
  probes: 'probes queue',
  prober: 'table, by the prober',
  evaluations: 'evaluations queue',
  evaluator: 'ledger, by the evaluator',
  runAsked: (run: string) => `run ${run} asked for`,
  evaluationAsked: (group: string) => `evaluation of ${group} asked for`,
  withheld: (channels: string) => `withheld on ${channels}; nothing is sent`,
  notTried: 'not tried',
  nothingCame: (seconds: number) => `nothing came within ${seconds} s`,
};

const ko: typeof en = {
  machine: '이 컴퓨터',
  probes: '프로브 큐',
  prober: '테이블(프로버가 기록)',
  evaluations: '평가 큐',
  evaluator: '원장(평가기가 기록)',
  runAsked: (run) => `실행 ${run} 요청`,
  evaluationAsked: (group) => `${group} 평가 요청`,
  withheld: (channels) => `${channels} 보류로 기록, 발송 없음`,
  notTried: '시도하지 않음',
  nothingCame: (seconds) => `${seconds}초 안에 결과가 없음`,
};

export const HOP_WORDS = { ko, en } satisfies Readonly<Record<Language, typeof en>>;

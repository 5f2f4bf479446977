import type { Language } from '#core/time/duration';

/** Names of the places on the deployed path, and outcomes of the hops between them. */
const en = {
  machine: 'this machine',
  probes: 'probes queue',
  prober: 'table, by the prober',
  evaluations: 'evaluations queue',
  evaluator: 'ledger, by the evaluator',
  runsAsked: (runs: string) => `runs asked for: ${runs}`,
  noneReached: (reasons: string) => `the prober reached none of the controls: ${reasons}`,
  evaluationAsked: (group: string) => `evaluation of ${group} asked for`,
  withheld: (channels: string) => `withheld on ${channels}; nothing is sent`,
  notWithheld: (channels: string) => `written, but not marked as withheld on ${channels}`,
  notTried: 'not tried',
  nothingCame: (seconds: number) => `nothing came within ${seconds} s`,
};

const ko: typeof en = {
  machine: '이 컴퓨터',
  probes: '프로브 큐',
  prober: '테이블(프로버가 기록)',
  evaluations: '평가 큐',
  evaluator: '원장(평가기가 기록)',
  runsAsked: (runs) => `실행 요청: ${runs}`,
  noneReached: (reasons) => `프로버가 대조 사이트에 하나도 닿지 못함: ${reasons}`,
  evaluationAsked: (group) => `${group} 평가 요청`,
  withheld: (channels) => `${channels} 보류로 기록, 발송 없음`,
  notWithheld: (channels) => `기록되었으나 ${channels} 보류로 표시되지 않음`,
  notTried: '시도하지 않음',
  nothingCame: (seconds) => `${seconds}초 안에 결과가 없음`,
};

export const HOP_WORDS = { ko, en } satisfies Readonly<Record<Language, typeof en>>;

import type { FindingState } from '#core/plan/diagnosis/diagnosis-finding';
import type { Language } from '#core/time/duration';

const en = {
  // All of the same width.
  marks: {
    good: 'ok     ',
    warning: 'warning',
    bad: 'BAD    ',
    unknown: 'unknown',
  } as Readonly<Record<FindingState, string>>,
  ready: 'No problems found in what was checked.',
  notReady: 'Not ready to deploy: see BAD above.',
  works: 'The whole path works.',
  broken: (from: string, to: string) => `Broken between ${from} and ${to}.`,
  lookAt: (log: string) => `Look at ${log}.`,
  checkRights: 'First check that your credentials may send to this queue.',
  rollBack: (stage: string) => [
    'If a deployment came before it, roll it back: check out the version before and run',
    `npx cdk deploy bonghwa-${stage}-monitoring -c stage=${stage}.`,
  ],
};

const ko: typeof en = {
  marks: { good: '정상  ', warning: '주의  ', bad: '문제  ', unknown: '미확인' },
  ready: '확인한 범위에서 문제가 없습니다.',
  notReady: '배포할 준비가 되지 않았습니다. 위의 "문제" 항목을 보십시오.',
  works: '전체 경로가 정상입니다.',
  broken: (from, to) => `${from} → ${to} 구간이 끊겼습니다.`,
  lookAt: (log) => `${log} 로그를 보십시오.`,
  checkRights: '먼저 지금 쓰는 자격 증명에 이 큐로 보낼 권한이 있는지 확인하십시오.',
  rollBack: (stage) => [
    '직전에 배포했다면 되돌리십시오. 이전 버전을 체크아웃한 뒤:',
    `npx cdk deploy bonghwa-${stage}-monitoring -c stage=${stage}`,
  ],
};

export const DOCTOR_TEXTS = { ko, en } satisfies Readonly<Record<Language, typeof en>>;

import type { Helps } from './help.ts';

const USAGE = ['npx bonghwa drill [--group G] [--channel C] [--stage S] [--configuration FILE]'];

export const DRILL_HELP: Helps = {
  en: {
    summary: 'send a marked drill notice (모의훈련) through the real path',
    usage: USAGE,
    about: [
      'Sends a notice marked 모의훈련 (drill) through the real path: command, evaluator, ' +
        'ledger, channels, phones and mailboxes. Nothing is counted as downtime. Subscribers ' +
        'that filter by severity get it only if they take "critical". Where `bonghwa watch` ' +
        'runs in this folder it is asked; otherwise the deployed stage is, which needs AWS ' +
        'credentials that may write its table and its evaluations queue.',
      'Where subscribers have a `label`, the notice carries a link with which each says that it ' +
        'arrived.',
    ],
    options: [
      ['--group G', 'default: the first group of the configuration'],
      ['--channel C', 'only this one, such as sns, webhook-ops, smtp-team, command-sms'],
      [
        '--stage S',
        'dev, prod … of a deployment, also where watch runs here (default: BONGHWA_STAGE)',
      ],
      ['--configuration FILE', 'default: bonghwa.config.ts'],
    ],
    exit: '0 asked for · 2 bad input · 3 AWS did not take it',
  },
  ko: {
    summary: '모의훈련 알림을 실제 경로로 발송',
    usage: USAGE,
    about: [
      '모의훈련이라고 표시한 알림을 명령, 평가기, 원장, 채널, 전화와 메일함까지 실제 경로로 보냅니다. 장애 시간으로 집계하지 않습니다. 등급으로 거르는 ' +
        '구독자는 "critical"을 받을 때만 받습니다. 이 폴더에서 `bonghwa watch`가 실행 중이면 그쪽에, 아니면 배포된 stage에 ' +
        '요청합니다. 배포된 stage에는 테이블과 평가 큐에 쓸 수 있는 AWS 자격 증명이 필요합니다.',
      '구독자에 `label`이 있으면 알림에 수신 확인 링크가 들어갑니다.',
    ],
    options: [
      ['--group G', '기본값: 설정의 첫 그룹'],
      ['--channel C', '이 채널만. 예: sns, webhook-ops, smtp-team, command-sms'],
      [
        '--stage S',
        '배포된 dev, prod 등. watch가 실행 중이어도 이 stage에 요청합니다 (기본값: BONGHWA_STAGE)',
      ],
      ['--configuration FILE', '기본값: bonghwa.config.ts'],
    ],
    exit: '0 요청함 · 2 잘못된 입력 · 3 AWS가 받지 않음',
  },
};

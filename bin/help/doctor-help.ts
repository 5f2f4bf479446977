import type { Helps } from './help.ts';

const USAGE = ['npx bonghwa doctor [--end-to-end] [--stage S] [--configuration FILE] [--json]'];

export const DOCTOR_HELP: Helps = {
  en: {
    summary: 'is this configuration ready to deploy and to reach people',
    usage: USAGE,
    about: [
      'Is this configuration ready to deploy and to reach people? With AWS credentials it ' +
        'looks into the account, in every region of the deployment: subscriptions of each ' +
        'topic, SMS sandbox, spending and delivery logs, secrets, the limit of Lambda, what an ' +
        'earlier deployment left, ticks, the clock. Without, it says what it could not look at.',
    ],
    options: [
      [
        '--end-to-end',
        'after a deployment: one run of the control and one evaluation through the whole ' +
          'deployed path, hop by hop; its notice is written and withheld, nothing is sent',
      ],
      ['--stage S', 'dev, prod … (default: BONGHWA_STAGE, else dev)'],
      ['--configuration FILE', 'default: bonghwa.config.ts'],
      ['--json', 'one JSON document on stdout and nothing else there'],
    ],
    exit: '0 nothing bad found · 1 something is · 2 the configuration cannot be used',
  },
  ko: {
    summary: '이 설정으로 배포하고 사람에게 알릴 준비가 되었는지 진단',
    usage: USAGE,
    about: [
      '이 설정으로 배포하고 사람에게 알릴 준비가 되었는지 확인합니다. AWS 자격 증명이 있으면 배포하는 모든 리전에서 주제별 구독, SMS 샌드박스와 ' +
        '비용·전달 로그, 인증 정보, Lambda 한도, 이전 배포가 남긴 자원, 매분 실행, 시각까지 봅니다. 없으면 확인하지 못한 항목을 알려 줍니다.',
    ],
    options: [
      [
        '--end-to-end',
        '배포한 뒤: 대조 사이트 확인 한 번과 평가 한 번을 배포된 전체 경로로 보내 구간마다 확인합니다. 알림은 기록만 하고 보내지 않습니다',
      ],
      ['--stage S', 'dev, prod 등 (기본값: BONGHWA_STAGE, 없으면 dev)'],
      ['--configuration FILE', '기본값: bonghwa.config.ts'],
      ['--json', '표준 출력에 JSON 문서 하나만 출력'],
    ],
    exit: '0 문제 없음 · 1 문제 있음 · 2 설정을 쓸 수 없음',
  },
};

import type { Helps } from './help.ts';

const USAGE = ['npx bonghwa plan [--stage S] [--configuration FILE] [--json]'];

export const PLAN_HELP: Helps = {
  en: {
    summary: 'what the configuration watches, how deep, at what load and cost',
    usage: USAGE,
    about: [
      'What follows from the configuration, before anything is deployed: services and ' +
        'checks, how deep they look and what they cannot see, requests per host and day, ' +
        'detection bounds, monthly cost by line.',
    ],
    options: [
      ['--stage S', 'dev, prod … (default: BONGHWA_STAGE, else dev)'],
      ['--configuration FILE', 'default: bonghwa.config.ts'],
      ['--json', 'one JSON document on stdout and nothing else there'],
    ],
    exit: '0 · 2 the configuration cannot be used',
  },
  ko: {
    summary: '설정대로면 무엇을 어디까지 확인하는지, 부하와 비용은 얼마인지',
    usage: USAGE,
    about: [
      '배포하기 전에 설정의 결과를 보여 줍니다: 서비스와 확인 방법, 확인하는 단계와 확인 범위 밖, 호스트별 하루 요청 수, 감지 시간, 항목별 월 비용.',
    ],
    options: [
      ['--stage S', 'dev, prod 등 (기본값: BONGHWA_STAGE, 없으면 dev)'],
      ['--configuration FILE', '기본값: bonghwa.config.ts'],
      ['--json', '표준 출력에 JSON 문서 하나만 출력'],
    ],
    exit: '0 · 2 설정을 쓸 수 없음',
  },
};

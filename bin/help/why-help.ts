import type { Helps } from './help.ts';

const USAGE = [
  'npx bonghwa why OUTAGE|SERVICE [--at TIME] [--lang ko|en] [--api URL] [--token T] [--from FILE]',
];

export const WHY_HELP: Helps = {
  en: {
    summary: 'say who was told of an outage or a service, who was not, and why',
    usage: USAGE,
    about: [
      'Says what was seen, what was decided, who was told when, and who was not told and why.',
    ],
    options: [
      ['OUTAGE', 'its id, e.g. moel-20240718-0915'],
      [
        'SERVICE',
        'its id, e.g. work24: the outages of the day before TIME, and failures that were none',
      ],
      ['--at TIME', 'as it stood then, e.g. 2024-07-18T09:20:00+09:00 (default: now)'],
      ['--lang', 'ko (default) or en'],
      ['--api URL', 'base URL of the history API (default: the one that npm start serves)'],
      ['--token T', 'for an API that requires one; better in BONGHWA_API_TOKEN'],
      [
        '--from FILE',
        'read what replay --json or simulate --json printed instead of asking the API',
      ],
    ],
    more: [
      'With a bonghwa.config.ts here, it also says of each notice whether anybody is ' +
        'subscribed to it.',
    ],
    exit: `0 answered · 2 bad input or no such outage or service · 3 the API's fault`,
  },
  ko: {
    summary: '장애나 서비스에 대해 누구에게 알렸고 누구에게는 왜 알리지 않았는지 설명',
    usage: USAGE,
    about: [
      '무엇을 확인했고 어떻게 판단했는지, 누구에게 언제 알렸고 누구에게는 왜 알리지 않았는지 설명합니다.',
    ],
    options: [
      ['OUTAGE', '장애 번호. 예: moel-20240718-0915'],
      ['SERVICE', '서비스 id. 예: work24. TIME 이전 하루의 장애와 장애로 보지 않은 실패'],
      ['--at TIME', '그 시각의 상태. 예: 2024-07-18T09:20:00+09:00 (기본값: 지금)'],
      ['--lang', 'ko(기본값) 또는 en'],
      ['--api URL', '이력 API의 기본 주소 (기본값: npm start가 제공하는 API)'],
      ['--token T', '토큰이 필요한 API용. BONGHWA_API_TOKEN에 두는 편이 안전합니다'],
      ['--from FILE', 'API 대신 replay --json이나 simulate --json의 출력을 읽음'],
    ],
    more: ['이 폴더에 bonghwa.config.ts가 있으면 알림마다 구독자가 있는지도 알려 줍니다.'],
    exit: '0 답함 · 2 잘못된 입력이거나 없는 장애·서비스 · 3 API의 문제',
  },
};

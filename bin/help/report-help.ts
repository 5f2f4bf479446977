import type { Helps } from './help.ts';

const USAGE = [
  'npx bonghwa report OUTAGE [--lang ko|en] [--format md|html] [--out FILE] [--api ' +
    'URL] [--token T] [--from FILE]',
];

export const REPORT_HELP: Helps = {
  en: {
    summary: 'write an outage as a report in Korean or English, Markdown or HTML',
    usage: USAGE,
    about: [
      'Writes an outage as a report: which sites, when, how long, the cause and how sure ' +
        'it is, the timeline, the evidence, and what was not seen. Times in KST, numbers as ' +
        'intervals.',
    ],
    options: [
      ['OUTAGE', 'its id, e.g. moel-20240718-0915; GET /v1/outages lists them'],
      ['--lang', 'ko (default) or en'],
      ['--format', 'md (default) or html: one page that needs nothing else and prints well'],
      ['--out FILE', 'write to FILE instead of stdout'],
      ['--api URL', 'base URL of the history API (default: the one that npm start serves)'],
      ['--token T', 'for an API that requires one; better in BONGHWA_API_TOKEN'],
      [
        '--from FILE',
        'read what replay --json or simulate --json printed instead of asking the API',
      ],
    ],
    exit: `0 written · 2 bad input or no such outage · 3 the API's fault`,
  },
  ko: {
    summary: '장애 하나를 한국어나 영어 보고서로 작성 (Markdown 또는 HTML)',
    usage: USAGE,
    about: [
      '어느 사이트가 언제부터 얼마나 멈췄는지, 원인과 판단 신뢰도, 경과, 증거, 확인 범위 밖 항목을 보고서로 씁니다. 시각은 KST, 수치는 구간으로 적습니다.',
    ],
    options: [
      ['OUTAGE', '장애 번호. 예: moel-20240718-0915. GET /v1/outages에 목록이 있습니다'],
      ['--lang', 'ko(기본값) 또는 en'],
      ['--format', 'md(기본값) 또는 html. html은 다른 파일 없이 열리고 그대로 인쇄됩니다'],
      ['--out FILE', '표준 출력 대신 FILE에 씀'],
      ['--api URL', '이력 API의 기본 주소 (기본값: npm start가 제공하는 API)'],
      ['--token T', '토큰이 필요한 API용. BONGHWA_API_TOKEN에 두는 편이 안전합니다'],
      ['--from FILE', 'API 대신 replay --json이나 simulate --json의 출력을 읽음'],
    ],
    exit: '0 작성함 · 2 잘못된 입력이거나 없는 장애 · 3 API의 문제',
  },
};

import type { Helps } from './help.ts';

const USAGE = ['npx bonghwa tune [--rules R]... [--days N] [--api URL] [--token T] [--from FILE]'];

export const TUNE_HELP: Helps = {
  en: {
    summary: 'try other rules on recorded results or a scenario: who would have been called',
    usage: USAGE,
    about: [
      'Says who would have been called when, had other rules been in force: what would ' +
        'have been missed, what would have been told later, and by how much. Nothing is ' +
        'changed.',
    ],
    options: [
      [
        '--rules R',
        'e.g. lastsSeconds.together=60,closeAfterPasses=2; give it again for another candidate',
      ],
      ['--days N', 'recorded results of the last N days (default 30)'],
      ['--api URL', 'base URL of the history API (default: the one that npm start serves)'],
      ['--token T', 'for an API that requires one; better in BONGHWA_API_TOKEN'],
      [
        '--from FILE',
        'a scenario, which is simulated again for each candidate, or saved answers of GET ' +
          '/v1/services/{id}/results: one, or an array of them',
      ],
    ],
    more: [
      'Recorded results know only the runs that were made: what a candidate would have ' +
        'asked for besides stays unknown, and so do the control checks, which the API does ' +
        'not list.',
    ],
    exit: `0 answered · 2 bad input, or nothing recorded · 3 the API's fault`,
  },
  ko: {
    summary: '기록된 결과나 시나리오에 다른 규칙을 적용해 알림이 어떻게 달라지는지 비교',
    usage: USAGE,
    about: [
      '다른 규칙이었다면 누구에게 언제 알렸을지, 무엇을 놓치거나 얼마나 늦게 알렸을지 비교합니다. 설정은 바뀌지 않습니다.',
    ],
    options: [
      [
        '--rules R',
        '예: lastsSeconds.together=60,closeAfterPasses=2. 여러 번 주면 후보를 더합니다',
      ],
      ['--days N', '최근 N일의 기록 (기본값 30)'],
      ['--api URL', '이력 API의 기본 주소 (기본값: npm start가 제공하는 API)'],
      ['--token T', '토큰이 필요한 API용. BONGHWA_API_TOKEN에 두는 편이 안전합니다'],
      [
        '--from FILE',
        '후보마다 다시 재현할 시나리오, 또는 GET /v1/services/{id}/results의 응답을 저장한 파일(하나 또는 배열)',
      ],
    ],
    more: [
      '기록에는 실제로 한 실행만 있습니다. 후보 규칙이 더 요청했을 실행과 API가 보여 주지 않는 대조 사이트 결과는 알 수 없습니다.',
    ],
    exit: '0 비교함 · 2 잘못된 입력이거나 기록 없음 · 3 API의 문제',
  },
};

import type { Helps } from './help.ts';

const USAGE = [
  'npx bonghwa page --out FOLDER [--api URL] [--token T] [--from FILE] [--operator ' +
    'NAME --contact HOW]',
];

export const PAGE_HELP: Helps = {
  en: {
    summary: 'write the public status page (상황판) as plain files',
    usage: USAGE,
    about: [
      'Writes the public status page (상황판) as plain files, in Korean and English, for any ' +
        'web server. Run again, it writes only what has changed. A page is about now for ' +
        'three minutes: run it each minute, or it turns to "unknown" by itself.',
    ],
    options: [
      ['--out FOLDER', 'where to write; made if it is not there'],
      ['--api URL', 'base URL of the history API (default: the one that npm start serves)'],
      ['--token T', 'for an API that requires one; better in BONGHWA_API_TOKEN'],
      ['--from FILE', 'the outages that replay --json or simulate --json printed, as a record'],
      ['--operator NAME', 'who runs the page (default: page in bonghwa.config.ts)'],
      ['--contact HOW', 'how to reach them (default: page in bonghwa.config.ts)'],
    ],
    exit: `0 written · 2 bad input · 3 the API's fault`,
  },
  ko: {
    summary: '공개 상황판을 정적 파일로 작성',
    usage: USAGE,
    about: [
      '공개 상황판을 한국어와 영어 정적 파일로 씁니다. 어느 웹 서버에나 올릴 수 있습니다. 다시 실행하면 바뀐 파일만 씁니다. 한 번 쓴 상황판은 3분 ' +
        '동안만 유효합니다. 1분마다 실행하지 않으면 스스로 "알 수 없음"으로 바뀝니다.',
    ],
    options: [
      ['--out FOLDER', '쓸 폴더. 없으면 만듭니다'],
      ['--api URL', '이력 API의 기본 주소 (기본값: npm start가 제공하는 API)'],
      ['--token T', '토큰이 필요한 API용. BONGHWA_API_TOKEN에 두는 편이 안전합니다'],
      ['--from FILE', 'replay --json이나 simulate --json이 출력한 장애를 기록으로 보여 줌'],
      ['--operator NAME', '상황판을 운영하는 곳 (기본값: bonghwa.config.ts의 page)'],
      ['--contact HOW', '연락 방법 (기본값: bonghwa.config.ts의 page)'],
    ],
    exit: '0 작성함 · 2 잘못된 입력 · 3 API의 문제',
  },
};

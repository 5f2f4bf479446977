import type { Helps } from './help.ts';

const USAGE = [
  'npx bonghwa token create NAME [--scope S]… [--days N] [--json]',
  'npx bonghwa token list [--json]',
  'npx bonghwa token revoke NAME',
];

export const TOKEN_HELP: Helps = {
  en: {
    summary: 'create, list and revoke tokens of the history API',
    usage: USAGE,
    about: [
      'Bearer tokens of the history API. Only their SHA-256 is kept; a token is shown ' +
        'once, when created.',
    ],
    options: [
      ['NAME', 'whose it is: 1 to 40 of a-z, 0-9, "." "_" "-"; shown as "who" of what it writes'],
      ['--scope S', 'read or write; give it twice for both (default: read)'],
      ['--days N', 'days until it expires, 1 to 730 (default: 365)'],
      ['--secret NAME', 'a secret of AWS Secrets Manager, e.g. bonghwa/prod/api-tokens'],
      ['--region R', `the secret's region (default: the AWS SDK's)`],
      ['--file PATH', 'a file of this machine (default: .bonghwa/tokens.json)'],
      ['--json', 'one JSON document on stdout and nothing else there'],
    ],
    more: ['A revoked token works for up to a minute more, while functions still remember it.'],
    exit: '0 done · 2 bad input · 3 the store could not be used',
  },
  ko: {
    summary: '이력 API의 토큰 만들기, 목록, 폐기',
    usage: USAGE,
    about: [
      '이력 API의 베어러 토큰입니다. SHA-256 값만 보관하며, 토큰은 만들 때 한 번만 보여 줍니다.',
    ],
    options: [
      [
        'NAME',
        '토큰의 주인. a-z, 0-9, "." "_" "-" 1~40자. 이 토큰으로 쓴 내용의 작성자로 표시됩니다',
      ],
      ['--scope S', 'read 또는 write. 둘 다 필요하면 두 번 줍니다 (기본값: read)'],
      ['--days N', '만료까지의 날수, 1~730 (기본값: 365)'],
      ['--secret NAME', 'AWS Secrets Manager의 이름. 예: bonghwa/prod/api-tokens'],
      ['--region R', '그 리전 (기본값: AWS SDK의 설정)'],
      ['--file PATH', '이 컴퓨터의 파일 (기본값: .bonghwa/tokens.json)'],
      ['--json', '표준 출력에 JSON 문서 하나만 출력'],
    ],
    more: ['폐기한 토큰도 함수가 기억하는 1분 동안은 쓰일 수 있습니다.'],
    exit: '0 완료 · 2 잘못된 입력 · 3 저장소를 쓸 수 없음',
  },
};

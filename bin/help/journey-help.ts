import type { Helps } from './help.ts';

const USAGE = [
  'npx bonghwa journey try SERVICE/JOURNEY [--base-url U] [--out FILE] [--secrets FILE] [--headed]',
];

export const JOURNEY_HELP: Helps = {
  en: {
    summary: 'run one journey now and write a picture of each step',
    usage: USAGE,
    about: [
      'Runs one journey now, from this machine, and writes one picture of each step into ' +
        'one HTML file. Nothing is stored or alerted. Typed secrets are painted over.',
    ],
    options: [
      ['SERVICE/JOURNEY', 'such as shop/order; `npx bonghwa plan` lists them'],
      ['--base-url U', 'run it against another origin, such as a test server'],
      ['--out FILE', 'default: .bonghwa/journey.html'],
      ['--secrets FILE', 'as of `bonghwa watch`; it logs in only with an account and a permission'],
      ['--headed', 'in a window of the browser that BONGHWA_BROWSER names'],
      ['--configuration FILE', 'default: bonghwa.config.ts'],
    ],
    exit:
      `0 passed or degraded · 1 failed or inconclusive · 2 bad input · 3 the monitor's own ` +
      'fault',
  },
  ko: {
    summary: '모니터링 시나리오를 지금 실행하고 단계마다 화면을 저장',
    usage: USAGE,
    about: [
      '이 컴퓨터에서 모니터링 시나리오 하나를 바로 실행하고, 단계별 화면을 HTML 파일 하나에 담습니다. 저장하거나 알리지 않으며 입력한 인증 정보는 가립니다.',
    ],
    options: [
      ['SERVICE/JOURNEY', '예: shop/order. 목록은 `npx bonghwa plan`에 있습니다'],
      ['--base-url U', '테스트 서버 등 다른 주소를 대상으로 실행'],
      ['--out FILE', '기본값: .bonghwa/journey.html'],
      ['--secrets FILE', '`bonghwa watch`의 파일과 같음. 계정과 로그인 허가가 있어야 로그인합니다'],
      ['--headed', 'BONGHWA_BROWSER가 가리키는 브라우저의 창에서 실행'],
      ['--configuration FILE', '기본값: bonghwa.config.ts'],
    ],
    exit: '0 정상 또는 느림 · 1 실패 또는 판단 불가 · 2 잘못된 입력 · 3 모니터링 시스템의 문제',
  },
};

import type { Helps } from './help.ts';

const USAGE = ['npx bonghwa check SERVICE [--journey J] [--base-url U] [--trace] [--json]'];

export const CHECK_HELP: Helps = {
  en: {
    summary: 'run one journey now, from here',
    usage: USAGE,
    about: [
      'Runs one journey now, from this machine, and says what it found. Nothing is stored ' +
        'or alerted.',
    ],
    options: [
      ['--journey J', 'name of the journey (default: login, else the first scheduled one)'],
      ['--base-url U', 'run it against another origin, such as a simulated portal'],
      ['--trace', `keep all evidence whatever the outcome, and a trace for Playwright's viewer`],
      ['--json', 'one JSON document on stdout; progress stays on stderr'],
    ],
    more: [
      'Without a recorded permission the journey ends at the login page. With one, the ' +
        'account is read from the secrets file of `watch`, else from Secrets Manager. Against ' +
        'a portal on this machine it is taken from BONGHWA_CHECK_USER_ID, ' +
        'BONGHWA_CHECK_PASSWORD and BONGHWA_CHECK_BIRTH_DATE, else from the file.',
    ],
    exit:
      `0 passed or degraded · 1 failed or inconclusive · 2 bad input · 3 the monitor's own ` +
      'fault',
  },
  ko: {
    summary: '모니터링 시나리오 하나를 지금 여기서 실행',
    usage: USAGE,
    about: [
      '이 컴퓨터에서 모니터링 시나리오 하나를 바로 실행하고 결과를 알려 줍니다. 저장하거나 알리지 않습니다.',
    ],
    options: [
      ['--journey J', '시나리오 이름 (기본값: login, 없으면 설정된 첫 시나리오)'],
      ['--base-url U', '모의 사이트 등 다른 주소를 대상으로 실행'],
      ['--trace', '결과와 관계없이 모든 증거를 남기고 Playwright 뷰어용 trace도 저장'],
      ['--json', '표준 출력에 JSON 문서 하나만 출력. 진행 상황은 표준 오류로 출력'],
    ],
    more: [
      '기록된 로그인 허가가 없으면 로그인 화면에서 멈춥니다. 있으면 계정을 `watch`의 인증 정보 파일에서, 없으면 Secrets Manager에서 읽습니다. 이 컴퓨터의 모의 사이트에는 ' +
        'BONGHWA_CHECK_USER_ID, BONGHWA_CHECK_PASSWORD, BONGHWA_CHECK_BIRTH_DATE의 값을 먼저 씁니다.',
    ],
    exit: '0 정상 또는 느림 · 1 실패 또는 판단 불가 · 2 잘못된 입력 · 3 모니터링 시스템의 문제',
  },
};

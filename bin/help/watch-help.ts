import type { Helps } from './help.ts';

const USAGE = [
  'npx bonghwa watch [--data FOLDER] [--secrets FILE] [--listen ADDRESS] [--port N] [--log all]',
];

export const WATCH_HELP: Helps = {
  en: {
    summary: 'watch the configured services from this machine, without AWS',
    usage: USAGE,
    about: [
      'Watches the configured services from this machine until Ctrl-C or SIGTERM, without ' +
        'AWS: the same checks, rules and notices. For a trial before a deployment and for ' +
        'networks that AWS does not reach. docs/watch.md says how to run it for long, and ' +
        'where AWS is the better place.',
    ],
    options: [
      [
        '--data FOLDER',
        'history, state and pictures (default: bonghwa-data). Back up: copy the folder while ' +
          'nothing runs on it',
      ],
      [
        '--secrets FILE',
        'accounts and keys, mode 600 (default: bonghwa.secrets.json, if there is one; or the ' +
          'same JSON in BONGHWA_SECRETS)',
      ],
      ['--listen ADDRESS', 'for the API and the page (default: 127.0.0.1)'],
      ['--port N', 'of the API (default 8718); the page is at the next one'],
      ['--log all', 'every line of the log on stderr (default: warnings and errors)'],
      ['--stage S', 'marks notices unless it is prod (default: BONGHWA_STAGE, else prod)'],
      ['--configuration FILE', 'default: bonghwa.config.ts'],
    ],
    exit: `0 ended as asked · 2 bad input · 3 the monitor's fault`,
  },
  ko: {
    summary: '설정한 서비스를 AWS 없이 이 컴퓨터에서 계속 모니터링',
    usage: USAGE,
    about: [
      '설정한 서비스를 Ctrl-C나 SIGTERM까지 이 컴퓨터에서 AWS 없이 모니터링합니다. 확인 방법, 규칙, 알림은 AWS와 같습니다. 배포 전 ' +
        '시험과 AWS가 닿지 않는 망에 씁니다. 오래 실행하는 방법과 AWS가 더 나은 경우는 docs/watch.md에 있습니다.',
    ],
    options: [
      [
        '--data FOLDER',
        '이력, 상태, 화면 캡처 (기본값: bonghwa-data). 백업은 종료한 뒤 폴더를 복사합니다',
      ],
      [
        '--secrets FILE',
        '계정과 키, 권한 600 (기본값: bonghwa.secrets.json이 있으면 그 파일, 또는 BONGHWA_SECRETS의 같은 JSON)',
      ],
      ['--listen ADDRESS', 'API와 상황판의 주소 (기본값: 127.0.0.1)'],
      ['--port N', 'API의 포트 (기본값 8718). 상황판은 다음 번호를 씁니다'],
      ['--log all', '모든 로그를 표준 오류로 출력 (기본값: 경고와 오류만)'],
      ['--stage S', 'prod가 아니면 알림에 표시합니다 (기본값: BONGHWA_STAGE, 없으면 prod)'],
      ['--configuration FILE', '기본값: bonghwa.config.ts'],
    ],
    exit: '0 요청대로 종료 · 2 잘못된 입력 · 3 모니터링 시스템의 문제',
  },
};

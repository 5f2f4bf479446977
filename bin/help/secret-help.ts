import type { Helps } from './help.ts';

const USAGE = [
  'npx bonghwa secret set SERVICE [--stage S] [--configuration FILE]',
  'npx bonghwa secret set webhook/SECRET [--stage S] [--configuration FILE]',
];

export const SECRET_HELP: Helps = {
  en: {
    summary: 'store the account that journeys log in with, or a webhook, without showing it',
    usage: USAGE,
    about: [
      'Writes the account that journeys log in with at SERVICE into AWS Secrets Manager, ' +
        'in the home region and at every vantage. Asks for each value without showing it; or ' +
        'takes JSON on standard input: {"userId": "…", "password": "…"} and the further ' +
        'fields that the login asks for, e.g. "birthDate".',
      'Of a webhook it stores the address and the key, for the home region alone, before ' +
        'the deployment that uses them: {"url": "https://…", "key": "…"}. Without a key, one ' +
        'is made; PagerDuty needs its integration key.',
    ],
    options: [
      ['--stage S', 'dev, prod … (default: BONGHWA_STAGE, else dev)'],
      ['--configuration FILE', 'default: bonghwa.config.ts'],
    ],
    more: [
      'Values are never taken from the command line, where other users could read them. ' +
        'Deploy first: the stack makes an empty secret for every service with a recorded ' +
        'permission. `bonghwa watch` reads a file instead: docs/watch.md.',
    ],
    exit: '0 written · 2 bad input · 3 AWS did not take it',
  },
  ko: {
    summary: '모니터링 계정이나 웹훅의 인증 정보를 화면에 보이지 않고 저장',
    usage: USAGE,
    about: [
      'SERVICE에 로그인할 계정을 AWS Secrets Manager에 씁니다. 홈 리전과 모든 관찰 지점(vantage)에 저장합니다. 값을 하나씩 ' +
        '물으며 화면에 보이지 않습니다. 표준 입력으로 JSON을 줄 수도 있습니다: {"userId": "…", "password": "…"}와 로그인에 더 ' +
        '필요한 항목(예: "birthDate").',
      '웹훅은 주소와 키를 홈 리전에만 저장합니다. 웹훅을 쓰는 배포보다 먼저 저장하십시오: {"url": "https://…", "key": "…"}. ' +
        '키가 없으면 만듭니다. PagerDuty는 integration key가 필요합니다.',
    ],
    options: [
      ['--stage S', 'dev, prod 등 (기본값: BONGHWA_STAGE, 없으면 dev)'],
      ['--configuration FILE', '기본값: bonghwa.config.ts'],
    ],
    more: [
      '명령줄은 다른 사용자가 볼 수 있으므로 값을 명령줄로 받지 않습니다. 먼저 배포하십시오. 로그인 허가가 기록된 서비스마다 빈 항목이 만들어집니다. ' +
        '`bonghwa watch`는 파일에서 읽습니다: docs/watch.md.',
    ],
    exit: '0 저장함 · 2 잘못된 입력 · 3 AWS가 받지 않음',
  },
};

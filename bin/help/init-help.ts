import type { Helps } from './help.ts';

const USAGE = ['npx bonghwa init [FOLDER]'];

export const INIT_HELP: Helps = {
  en: {
    summary: 'make a folder of your own: configuration, journeys, a scenario and a test',
    usage: USAGE,
    about: [
      'Makes a folder of your own: bonghwa.config.ts, journeys/, a scenario and a test of ' +
        'both, and cdk.json. They import from the package `bonghwa`, so an upgrade is a ' +
        'change of its version. Overwrites nothing.',
    ],
    options: [['FOLDER', 'default: the working directory']],
    exit: '0 written · 2 a file is there already',
  },
  ko: {
    summary: '내 폴더 만들기: 설정, 모니터링 시나리오, 장애 시나리오, 테스트',
    usage: USAGE,
    about: [
      'bonghwa.config.ts, journeys/, 장애 시나리오와 테스트, cdk.json이 든 내 폴더를 만듭니다. `bonghwa` 패키지를 ' +
        '가져다 쓰므로 버전만 바꾸면 업그레이드됩니다. 있는 파일은 덮어쓰지 않습니다.',
    ],
    options: [['FOLDER', '기본값: 현재 폴더']],
    exit: '0 작성함 · 2 이미 파일이 있음',
  },
};

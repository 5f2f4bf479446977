import type { Language } from '#core/time/duration';

const en = {
  about: 'Bonghwa (봉화): synthetic checks of public portals; one cause, one message.',
  usage: 'Usage: npx bonghwa <command> [options]',
  more: [
    '`npx bonghwa <command> --help` tells more. `--lang ko|en` chooses the language of the screen ' +
      "(default: the terminal's, from LC_ALL, LC_MESSAGES or LANG; `why` and `report` write Korean).",
    "Exit codes: 0 good, 1 the thing checked is bad, 2 usage or configuration, 3 the monitor's own " +
      'fault, 4 this machine was too busy.',
  ],
  misused: (why: string) => `${why}. See --help.`,
  unusablePath: (path: string, why: string) =>
    `${path} cannot be used: ${why}. Correct that, or choose another place.`,
  emptyOption: (what: string) => `${what} has no value. Perhaps a variable of the shell is empty.`,
  unexpected: (why: string) => `${why} (unexpected; BONGHWA_DEBUG=1 shows where)`,
  noCommand: (name: string, known: string) => `there is no command "${name}". Commands: ${known}.`,
};

const ko: typeof en = {
  about: '봉화(Bonghwa): 공공 포털을 이용자처럼 확인하고, 원인 하나를 알림 하나로 알립니다.',
  usage: '사용법: npx bonghwa <명령> [옵션]',
  more: [
    '자세한 설명은 `npx bonghwa <명령> --help`. 화면의 언어는 `--lang ko|en`으로 고릅니다 ' +
      '(기본값: LC_ALL, LC_MESSAGES, LANG에 따른 터미널의 언어. `why`와 `report`는 한국어).',
    '종료 코드: 0 정상, 1 확인한 대상에 문제가 있음, 2 사용법이나 설정의 잘못, ' +
      '3 모니터링 시스템의 문제, 4 이 컴퓨터가 너무 바쁨.',
  ],
  misused: (why) => `잘못된 옵션입니다. --help를 보십시오. 원문: ${why}`,
  unusablePath: (path, why) =>
    `${path} 경로를 쓸 수 없습니다: ${why}. 해결하거나 다른 곳을 지정하십시오.`,
  emptyOption: (what) => `${what}에 값이 없습니다. 셸 변수가 비어 있지 않은지 확인하십시오.`,
  unexpected: (why) =>
    `예상하지 못한 오류입니다. BONGHWA_DEBUG=1을 주면 위치가 나옵니다. 원문: ${why}`,
  noCommand: (name, known) => `"${name}" 명령은 없습니다. 명령: ${known}.`,
};

export const CLI_TEXTS = { ko, en } satisfies Readonly<Record<Language, typeof en>>;

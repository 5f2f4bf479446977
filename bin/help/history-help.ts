import type { Helps } from './help.ts';

const USAGE = [
  'npx bonghwa history export (--data FOLDER | --stage S) --out FILE.ndjson',
  'npx bonghwa history import (--data FOLDER | --stage S) FILE.ndjson',
];

export const HISTORY_HELP: Helps = {
  en: {
    summary: 'move history between a data folder of watch and a deployed stage',
    usage: USAGE,
    about: [
      'Moves history between a data folder of watch and the table of a deployed stage: ' +
        'results, rollups and outages that are over. State, notices, tokens, secrets and ' +
        'recipients are never in the file. An import overwrites nothing that is as new, so ' +
        'doing it twice adds nothing the second time.',
    ],
    options: [
      ['--data FOLDER', 'a data folder of watch, while nothing runs on it'],
      [
        '--stage S',
        'a deployed stage, with the AWS credentials of its account; with --data the stage ' +
          'that watch was given (default there: BONGHWA_STAGE, else prod)',
      ],
      ['--out FILE', 'the file to write, mode 600'],
      ['--configuration FILE', 'names the region of the stage (default: bonghwa.config.ts)'],
    ],
    exit: `0 done · 2 bad input, or a file of another version · 3 the store's fault`,
  },
  ko: {
    summary: 'watch의 데이터 폴더와 배포된 stage 사이에서 이력을 옮김',
    usage: USAGE,
    about: [
      'watch의 데이터 폴더와 배포된 stage의 테이블 사이에서 결과, 집계, 끝난 장애를 옮깁니다. 상태, 알림, 토큰, 인증 정보, 수신자는 파일에 ' +
        '들어가지 않습니다. 같거나 더 새로운 항목은 덮어쓰지 않으므로 두 번 가져와도 중복되지 않습니다.',
    ],
    options: [
      ['--data FOLDER', 'watch가 실행 중이지 않은 데이터 폴더'],
      [
        '--stage S',
        '배포된 stage. 그 계정의 AWS 자격 증명이 필요합니다. --data와 함께 쓰면 watch에 준 stage (이때 기본값: ' +
          'BONGHWA_STAGE, 없으면 prod)',
      ],
      ['--out FILE', '쓸 파일 (권한 600)'],
      ['--configuration FILE', 'stage의 리전을 읽을 설정 (기본값: bonghwa.config.ts)'],
    ],
    exit: '0 완료 · 2 잘못된 입력이거나 버전이 다른 파일 · 3 저장소의 문제',
  },
};

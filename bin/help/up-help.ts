import type { Helps } from './help.ts';

const USAGE = [
  'npm start -- [--scenario F] [--exit] [--port N] [--data FOLDER]',
  'npx bonghwa up [--scenario F] [--exit] [--port N] [--data FOLDER]',
];

export const UP_HELP: Helps = {
  en: {
    summary: 'run the whole system on this machine and replay 18 July 2024 (npm start)',
    usage: USAGE,
    about: [
      'Runs the whole system on this machine: replays a scenario against simulated portals ' +
        'with the real browser, then serves the history API until Ctrl-C. The status page ' +
        '(상황판) is served from the start.',
    ],
    options: [
      [
        '--scenario F',
        'path of a scenario file, or the name of one in scenarios/ (default 2024-07-18)',
      ],
      ['--exit', 'end after the replay instead of serving'],
      ['--port N', 'port of the API (default: 8718, or a free one if that is taken)'],
      ['--data FOLDER', 'keep the data in FOLDER instead of a temporary one'],
    ],
    exit:
      `0 every outage announced once and closed · 1 not so · 2 bad input · 3 the monitor's ` +
      'fault · 4 this machine was too busy: the result is not valid',
  },
  ko: {
    summary: '이 컴퓨터에서 전체 시스템을 실행하고 2024년 7월 18일을 재현 (npm start)',
    usage: USAGE,
    about: [
      '이 컴퓨터에서 전체 시스템을 실행합니다. 모의 사이트와 실제 브라우저로 시나리오를 재현한 뒤 Ctrl-C를 누를 때까지 이력 API를 제공합니다. ' +
        '상황판은 처음부터 볼 수 있습니다.',
    ],
    options: [
      ['--scenario F', '시나리오 파일의 경로 또는 scenarios/에 있는 이름 (기본값 2024-07-18)'],
      ['--exit', '재현이 끝나면 바로 종료'],
      ['--port N', 'API의 포트 (기본값: 8718, 쓰이고 있으면 빈 포트)'],
      ['--data FOLDER', '데이터를 임시 폴더 대신 FOLDER에 보관'],
    ],
    exit:
      '0 모든 장애를 한 번씩 알리고 복구까지 알림 · 1 그렇지 않음 · 2 잘못된 입력 · 3 모니터링 시스템의 문제 · 4 이 컴퓨터가 너무 바빠 ' +
      '결과가 유효하지 않음',
  },
};

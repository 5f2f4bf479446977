import type { Helps } from './help.ts';

const USAGE = [
  'npx bonghwa inspect URL [--expect-text T | --expect-selector S] [--probe] ' +
    '[--timeout-ms N] [--json]',
];

export const INSPECT_HELP: Helps = {
  en: {
    summary: 'open one page and say what it is',
    usage: USAGE,
    about: [
      'Opens one page in the browser and says what it is: healthy, an error page, ' +
        'maintenance, blocked … Without an expectation it judges from what the page shows ' +
        'alone.',
    ],
    options: [
      ['--expect-text T', 'text that a healthy page shows, or /pattern/ that its markup matches'],
      ['--expect-selector S', 'element that a healthy page shows'],
      ['--probe', 'ask as a probe does, without a browser; --expect-selector needs one'],
      ['--timeout-ms N', 'patience for the answer, and again for the content (default: 20000)'],
      ['--json', 'one JSON document on stdout; progress stays on stderr'],
    ],
    exit:
      `0 passed or degraded · 1 failed or inconclusive · 2 bad input · 3 the monitor's own ` +
      'fault',
  },
  ko: {
    summary: '화면 하나를 열어 어떤 상태인지 판단',
    usage: USAGE,
    about: [
      '브라우저로 화면 하나를 열어 정상 화면, 오류 화면, 점검 안내, 접속 차단 등 어떤 상태인지 알려 줍니다. 기대값을 주지 않으면 화면에 보이는 ' +
        '내용만으로 판단합니다.',
    ],
    options: [
      ['--expect-text T', '정상 화면에 보이는 문구, 또는 HTML과 맞아야 하는 /정규식/'],
      ['--expect-selector S', '정상 화면에 보이는 요소'],
      ['--probe', '브라우저 없이 프로브 방식으로 확인. --expect-selector는 브라우저가 필요합니다'],
      ['--timeout-ms N', '응답을 기다리는 시간. 내용을 기다리는 시간도 같습니다 (기본값: 20000)'],
      ['--json', '표준 출력에 JSON 문서 하나만 출력. 진행 상황은 표준 오류로 출력'],
    ],
    exit: '0 정상 또는 느림 · 1 실패 또는 판단 불가 · 2 잘못된 입력 · 3 모니터링 시스템의 문제',
  },
};

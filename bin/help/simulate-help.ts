import type { Helps } from './help.ts';

const USAGE = ['npx bonghwa simulate FILE [--json]'];

export const SIMULATE_HELP: Helps = {
  en: {
    summary: 'play a scenario through the rules alone: a year in seconds, no browser',
    usage: USAGE,
    about: [
      'Plays a scenario through the schedule, detection and notices alone, on a virtual ' +
        'clock: no browser, no network, nothing stored. A year of six services takes less ' +
        'than a minute.',
    ],
    options: [
      ['FILE', 'path of a scenario file, or the name of one in scenarios/'],
      ['--json', 'one JSON document on stdout and nothing else there'],
    ],
    exit: '0 as the scenario expects (or it expects nothing) · 1 not so · 2 bad input',
  },
  ko: {
    summary: '시나리오를 규칙만으로 재현: 1년이 몇 초, 브라우저 없음',
    usage: USAGE,
    about: [
      '가상 시계에서 일정, 장애 감지, 알림 규칙만으로 시나리오를 재현합니다. 브라우저도 네트워크도 쓰지 않고 저장하지 않습니다. 여섯 서비스의 1년이 ' +
        '1분도 걸리지 않습니다.',
    ],
    options: [
      ['FILE', '시나리오 파일의 경로 또는 scenarios/에 있는 이름'],
      ['--json', '표준 출력에 JSON 문서 하나만 출력'],
    ],
    exit: '0 시나리오의 기대와 같음(기대가 없어도 0) · 1 다름 · 2 잘못된 입력',
  },
};

import type { Helps } from './help.ts';

const USAGE = ['npx bonghwa replay FILE [--json] [--data FOLDER]'];

export const REPLAY_HELP: Helps = {
  en: {
    summary: 'play a scenario through the whole system with the real browser, then end',
    usage: USAGE,
    about: [
      'Plays a scenario through the whole system on this machine: simulated portals, the ' +
        'real browser, the deployed handlers, embedded DynamoDB, SQS, SNS and S3. Ends when ' +
        'the scenario does.',
    ],
    options: [
      ['FILE', 'path of a scenario file, or the name of one in scenarios/'],
      ['--json', 'one JSON document on stdout and nothing else there'],
      ['--data FOLDER', 'keep the data in FOLDER instead of a temporary one'],
    ],
    exit:
      `0 every outage announced once and closed · 1 not so · 2 bad input · 3 the monitor's ` +
      'fault · 4 this machine was too busy: the result is not valid',
  },
  ko: {
    summary: '시나리오를 실제 브라우저와 전체 시스템으로 재현하고 종료',
    usage: USAGE,
    about: [
      '이 컴퓨터에서 시나리오를 전체 시스템으로 재현합니다. 모의 사이트, 실제 브라우저, 배포되는 핸들러, 내장 DynamoDB·SQS·SNS·S3를 ' +
        '씁니다. 시나리오가 끝나면 종료합니다.',
    ],
    options: [
      ['FILE', '시나리오 파일의 경로 또는 scenarios/에 있는 이름'],
      ['--json', '표준 출력에 JSON 문서 하나만 출력'],
      ['--data FOLDER', '데이터를 임시 폴더 대신 FOLDER에 보관'],
    ],
    exit:
      '0 모든 장애를 한 번씩 알리고 복구까지 알림 · 1 그렇지 않음 · 2 잘못된 입력 · 3 모니터링 시스템의 문제 · 4 이 컴퓨터가 너무 바빠 ' +
      '결과가 유효하지 않음',
  },
};

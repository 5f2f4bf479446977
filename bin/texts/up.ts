import type { Language } from '#core/time/duration';

const en = {
  portals: '1/3 simulated portals …',
  packedBrowser: '2/3 the browser: unpacked on the first start, then measured …',
  namedBrowser: (path: string) => `2/3 the browser that BONGHWA_BROWSER names: ${path} …`,
  cloud: '3/3 the embedded DynamoDB, SQS, SNS and S3 …',
  page: (url: string) => `Status page (simulation): ${url}`,
  slower: (times: string, minutes: number) =>
    `This machine is ${times} times slower than 2 idle cores: about ${minutes} min for the replay.`,
  pace: (minutes: number) => `About ${minutes} min for the replay.`,
  open: 'The history API answers until Ctrl-C, and the checks go on. Open to everybody here:',
  withToken: 'With the token of this run, in another terminal in this folder:',
  next: [
    'Then:',
    '  npx bonghwa simulate noisy-year     a year in half a minute',
    '  npx bonghwa plan                    what would be watched for real, and the cost',
    '  npx bonghwa init ../my-services     a folder for services of your own',
  ],
  log: 'Handler log:',
};

const ko: typeof en = {
  portals: '1/3 모의 사이트 …',
  packedBrowser: '2/3 브라우저: 처음 실행할 때 압축을 풀고, 속도를 잽니다 …',
  namedBrowser: (path) => `2/3 브라우저(BONGHWA_BROWSER): ${path} …`,
  cloud: '3/3 내장 DynamoDB, SQS, SNS, S3 …',
  page: (url) => `상황판(모의): ${url}`,
  slower: (times, minutes) =>
    `이 컴퓨터는 유휴 2코어보다 ${times}배 느려 재현에 ${minutes}분쯤 걸립니다.`,
  pace: (minutes) => `재현에 ${minutes}분쯤 걸립니다.`,
  open: '이력 API는 Ctrl-C를 누를 때까지 응답하며 모니터링도 계속됩니다. 이 컴퓨터에서 누구나 볼 수 있는 주소:',
  withToken: '이번 실행의 토큰으로, 이 폴더의 다른 터미널에서:',
  next: [
    '그다음:',
    '  npx bonghwa simulate noisy-year     1년을 30초 만에 시뮬레이션',
    '  npx bonghwa plan                    실제로 무엇을 모니터링하고 비용은 얼마인지',
    '  npx bonghwa init ../my-services     직접 모니터링할 서비스의 폴더 만들기',
  ],
  log: '핸들러 로그:',
};

export const UP_TEXTS = { ko, en } satisfies Readonly<Record<Language, typeof en>>;

import { type Part, patternOf } from '#core/classify/part';

/** Planned work is announced in the same words. Only these say that it goes on. */
export const OF_THIS_MOMENT: readonly Part[] = [
  {
    name: 'goes-on',
    is: '서버를 교체하고 있습니다',
    not: '서버를 교체합니다',
    any: [
      /(점검|작업|공사|전환|이관|이전|배포|개편|교체|단장|업데이트|정비|진행|실시|준비)중(?!단|지)/u,
      /(하|되|시키|옮기|손보|바꾸|고치|올리|쉬|멈추|닫아두)고(있|계)|(해|되어|돼|닫혀|멈춰|멈추어)있/u,
      /진행중|완료시(까지|오픈)|끝나면다시|(을|를)멈추었|닫았습니다/u,
    ],
  },
  {
    name: 'now',
    is: '지금은 작업 시간입니다',
    not: '다음은 작업 시간입니다',
    any: [/현재|지금|금일|오늘(?!하루)/u],
  },
  {
    name: 'english',
    is: 'We are upgrading',
    not: 'We will upgrade',
    any: [
      /(is|are)(currently|now|being|under|down|offline|closed|upgrading|updating|performing|moving)/u,
      /under(going)?maintenance|inprogress|temporarily|rightnow|currently|atthemoment/u,
    ],
  },
];

export const GOES_ON: RegExp = patternOf(OF_THIS_MOMENT);

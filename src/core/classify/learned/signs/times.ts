import type { Part } from '#core/classify/part';

/** Of which time a sentence tells, and whether it holds always or only on a condition. Heuristic. */
export const TIMES: readonly Part[] = [
  {
    name: 'now',
    is: '현재',
    not: '어제',
    any: [/현재|지금|금일|오늘|방금|아직|now|current|temporar|atthemoment/u],
  },
  {
    name: 'since',
    is: '09:15부터',
    not: '9개',
    any: [/\d(시|분)(반)?(부터|이후|경|쯤)|\d{1,2}:\d\d(부터|이후|경|~$|~\))|새벽|아침부터/u],
  },
  {
    name: 'going-on',
    is: '하고 있습니다',
    not: '합니다',
    any: [/고(는)?있(습|어|음|다|는|으|사)|중(입니다|이|임|인|$|\)|,|\.|에있)/u],
  },
  {
    name: 'for-a-while',
    is: '일시적으로',
    not: '영구히',
    any: [/일시(?!:|：)|잠시|당분간|임시|순간/u],
  },
  {
    name: 'date',
    is: '3월 2일',
    not: '세 개',
    any: [/\d{1,2}월|\d{1,2}[./]\d{1,2}|[월화수목금토일]\)|요일/u],
  },
  { name: 'clock', is: '22:00', not: '22명', any: [/\d{1,2}:\d\d|\d시/u] },
  {
    name: 'to-come',
    is: '점검 예정',
    not: '점검 중',
    any: [/예정|계획|내일|모레|다음(주|달)|앞으로|오픈|시작(됩|합)|will|tomorrow/u],
  },
  {
    name: 'gone-by',
    is: '지난주',
    not: '이번 주',
    any: [/어제|지난|전일|작년|전년|\d{4}년|당시|(했|되었|였|았)던|전날|yesterday|last/u],
  },
  {
    name: 'over',
    is: '복구 완료',
    not: '복구 중',
    any: [
      /정상화(되|됐|완료|하였|했)|정상(운영|서비스|작동|이용)?(중|되|됩)|(복구|해결|조치|해소)(가|를)?(완료|되었|됐|하였|했)(?!지)/u,
      /해소되|재개(되|했|하였)|모두정상|문제(가|는)?없|(시간|기간|장애|오류)(은|는|이|가)?(현재)?아닙니다|[:：]없음/u,
    ],
  },
  {
    name: 'if',
    is: '오류가 나면',
    not: '화면',
    any: [
      /(하|되|시|으|나|리|르|지|보|오|치|니|라|이|않|없)면(?!서(?!비스|버)|접|제|적|담)|경우|때(?!문)/u,
      /[가-힣]시(에는|에|,|연락|문의)|없이는|한하여|if|incase|when/u,
    ],
  },
  {
    name: 'recurs',
    is: '매주 일요일',
    not: '오늘',
    any: [/매(일|주|월|년|회)|마다|항상|평일|휴일|주말|연중|야간|상시|자주|가끔|간혹|every/u],
  },
  {
    name: 'may',
    is: '지연될 수 있습니다',
    not: '지연됩니다',
    any: [/수(도|가)?있(습니다|음|어요|으니|으며|다)|may|might/u],
  },
];

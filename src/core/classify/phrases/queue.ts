import { type Phrase, phrase } from '#core/classify/phrase';

/** A queue in front of the service. */
export const QUEUE_PHRASES: readonly Phrase[] = [
  phrase({
    rule: 'queue-netfunnel',
    weight: 3,
    ko: [
      {
        name: 'netfunnel',
        is: '접속대기 중입니다',
        not: '접속 중입니다',
        any: [
          /접속대기중|예상대기시간|대기자가있습니다|재접속하시면대기시간|서비스로자동접속|순서가되면.{0,6}자동/u,
        ],
      },
    ],
    source: 'seen on Korean portals: NetFUNNEL texts',
  }),
  phrase({
    rule: 'queue-number',
    weight: 3,
    ko: [
      {
        name: 'own-number',
        is: '대기순번 1,234번',
        not: '대기실 안내',
        any: [
          /(대기(순번|순서|번호|인원|자수|자)|앞선대기(자|인원)?|내순서|나의순서)[:은는]?(약)?[\d,]+(번|명|$)?/u,
        ],
      },
      {
        name: 'people-ahead',
        is: '앞에 120명',
        not: '앞에 있는 건물',
        any: [
          /(앞에|(앞선|먼저온)(대기)?(인원|고객|이용자|손님|분)|내앞)[:은는]?(약)?[\d,]+(명|분|팀)/u,
        ],
      },
      {
        name: 'let-into-queue',
        is: '대기열에 진입',
        not: '대기열 없음',
        any: [/대기열(을|에|로)?(발급|진입|입장|대기|들어)/u],
      },
    ],
    en: [
      {
        name: 'in-line',
        is: 'Estimated wait time: 3 minutes',
        not: 'Wait for an answer',
        any: [
          /(you are|you're) (now |currently )?(in line|in (the|a) (queue|waiting room))/u,
          /(users?|people) (in line )?ahead|estimated wait( time)?/u,
          /your (place|position|number) in (line|the queue)|waiting room/u,
        ],
      },
      {
        name: 'place-in-queue',
        is: 'You are in the queue',
        not: 'in the order given',
        any: [/number [\d,]+ in (the|our) queue|you are in (the|a|our) (virtual )?queue/u],
      },
    ],
    source: 'heuristic; Queue-it and Cloudflare waiting rooms',
  }),
  phrase({
    rule: 'queue-crowd',
    weight: 2,
    ko: [
      {
        name: 'crowd-waits',
        is: '접속자가 많아 대기하고 있습니다',
        not: '접속자가 많습니다',
        any: [
          /(접속자|이용자|사용자|방문자|신청자|접속|이용)(가|수가|이)?(많아|몰려|증가하여|급증하여|폭주로|폭주하여).{0,16}대기/u,
        ],
      },
      {
        name: 'by-turn',
        is: '순차적으로 연결해 드리고 있습니다',
        not: '순차적으로 발표합니다',
        any: [/(순차(적으로)?|순서대로|차례(대로|로)).{0,8}(연결|입장|접속|안내|들어|이용)/u],
      },
      {
        name: 'crowd-limited',
        is: '이용자가 몰려 입장 인원을 조절하고 있습니다',
        not: '이용자가 많습니다',
        any: [
          /(몰려|많아|급증|폭주).{0,24}(입장|접속|인원|이용)(을|를|인원을)?.{0,6}(조절|제한|나누|차례)/u,
        ],
      },
    ],
    source: 'seen on Korean portals',
  }),
];

/** Numbers of people ahead, the most reliable pattern first. */
export const PEOPLE_AHEAD: readonly RegExp[] = [
  /(?:앞에|(?:앞선|먼저온)(?:손님|고객|분))(?:약)?([\d,]+)명/u,
  /앞선대기(?:자|인원|자수)?[:은는]?(?:약)?([\d,]+)명/u,
  /(?:대기|내|나의)(?:순번|순서|번호)[:은는]?(?:약)?([\d,]+)/u,
  /aheadofyou[:is]*([\d,]+)/u,
  /대기(?:인원|자수|자)[:은는]?(?:약)?([\d,]+)명/u,
  /([\d,]+)명(?:의대기자|이대기|대기)/u,
];

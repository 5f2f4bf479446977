import { type Phrase, sign } from '#core/classify/phrase';

/** Visitors wait in a queue. All heuristic. */
export const QUEUE_SIGNS: readonly Phrase[] = [
  sign({
    rule: 'in-order',
    weight: 1.5,
    ko: [
      {
        name: 'in-order',
        is: '순서대로 입장하실 수 있습니다',
        not: '빨리 들어오세요',
        any: [
          /순서대로|줄(이|을)(길|깁|서)|남은순서|곧이어|진행률\d|순서(가|를)|순번|\d번째|차례|대기열|입장|줄을?서|순차(적으로)?/u,
        ],
      },
    ],
    en: [
      {
        name: 'in-order',
        is: 'You are in line',
        not: 'Online services',
        any: [/queue|in line|your turn/u],
      },
    ],
  }),
  sign({
    rule: 'how-many',
    weight: 1.5,
    ko: [
      {
        name: 'how-many',
        is: '대기 인원 1,024명',
        not: '대기 안내',
        any: [
          /(앞|대기|뒤)[^.!?]{0,8}[\d,]+(명|번|팀)|[\d,]+(명|번째)/u,
          /진행률\d+%|(남은|내|나의)(순서|순번|차례)[^.!?]{0,4}\d/u,
          /(예상|소요|남은|대기)[^.!?]{0,8}\d+(분|초|시간)/u,
        ],
      },
    ],
    en: [
      {
        name: 'how-many',
        is: '120 people',
        not: 'people like you',
        any: [/\d+ (people|users|visitors)|estimated/u],
      },
    ],
  }),
  sign({
    rule: 'waits',
    weight: 1,
    ko: [
      {
        name: 'waits',
        is: '잠시 기다려 주세요',
        not: '잠시 둘러보세요',
        any: [/입장이(늦|지연)|대기(중|자|인원|시간|번호|실)|기다려|기다리/u],
      },
    ],
    en: [{ name: 'waits', is: 'Please wait', not: 'Please come', any: [/wait/u] }],
  }),
  sign({
    rule: 'crowd',
    weight: 1,
    ko: [
      {
        name: 'crowd',
        is: '접속자가 급증하여',
        not: '접속자 통계',
        any: [
          /(많은|여러)(분|사람|고객)(들)?(이|께서)?.{0,14}(찾아|몰려|접속|이용|들어)|(들어가|접속하|예약하|신청하|이용하)려는(분|사람)이많/u,
          /(이용(하시|하)?는?(분|사람|고객)|접속자|이용자|사용자|방문자|접속량)(이|가)?.{0,8}(많|몰|급증|폭주)|동시접속/u,
        ],
      },
    ],
    en: [
      {
        name: 'crowd',
        is: 'Due to high demand',
        not: 'Due next week',
        any: [/high (demand|traffic|volume)|many (people|users|visitors)/u],
      },
    ],
  }),
  sign({
    rule: 'stay',
    weight: 1,
    ko: [
      {
        name: 'stay',
        is: '새로고침하지 마십시오',
        not: '새로고침 단추',
        any: [
          /(새로고침|f5|창을닫|뒤로가기).{0,16}(마|말|않|뒤로|처음|다시)|자동(으로)?(접속|입장|연결|이동|로그인)/u,
        ],
      },
    ],
    en: [
      {
        name: 'stay',
        is: 'Do not refresh this page',
        not: 'Refresh this page',
        any: [/(do not|don't) (refresh|close)|automatically/u],
      },
    ],
  }),
];

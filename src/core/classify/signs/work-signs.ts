import { chain, either, of } from '#core/classify/part';
import { type Phrase, sign } from '#core/classify/phrase';
import { CANNOT, STOP, SYSTEM, WORK, within } from '#core/classify/vocabulary';

/** Work on something. All heuristic. */
export const WORK_SIGNS: readonly Phrase[] = [
  sign({
    rule: 'work-on-it',
    weight: 2,
    ko: [
      {
        name: 'work-on-it',
        is: '서버 교체 작업 중입니다',
        not: '서버 교체 공고',
        any: [
          chain(
            of(WORK),
            /(?:[^)]{0,40})?/u,
            within(8),
            either(
              /중(?!단|지|요|심|소|이거나)|하고있|진행|실시|적용|위해|위하여|(?<!이전)(?:으)?로(?!그)/u,
              /관계로|에따라|때문|시간입|일입/u,
            ),
          ),
        ],
      },
    ],
    en: [
      {
        name: 'work-on-it',
        is: 'System maintenance',
        not: 'System status',
        any: [/maintenance|upgrad|being (updated|improved|migrated)/u],
      },
    ],
  }),
  sign({
    rule: 'patience',
    weight: 0.8,
    ko: [
      {
        name: 'patience',
        is: '양해 부탁드립니다',
        not: '신청 부탁드립니다',
        any: [/잠시만?기다려|양해|불편/u],
      },
    ],
    en: [
      {
        name: 'patience',
        is: 'Thank you for your patience',
        not: 'Thank you for your order',
        any: [/patience|inconvenience/u],
      },
    ],
  }),
  sign({
    rule: 'new-system',
    weight: 2,
    ko: [
      {
        name: 'new-system',
        is: '차세대 시스템으로 전환',
        not: '차세대 인재',
        any: [
          /(차세대|새로운?|신규|편리한|나은|좋은)(시스템|모습|서비스|홈페이지|누리집).{0,12}(준비|갈아|바꾸|바뀌|전환|옮기|단장)/u,
        ],
      },
    ],
  }),
  sign({
    rule: 'work-named',
    weight: 0.8,
    ko: [
      {
        name: 'work-named',
        is: '점검 안내',
        not: '점검 결과',
        any: [chain(of(WORK), /(?:안내|공지|일시|시간|기간|대상|내용|사유|중|$)/u)],
      },
    ],
  }),
  sign({
    rule: 'from-until',
    weight: 1,
    ko: [
      {
        name: 'from-until',
        is: '22:00 ~ 06:00',
        not: '22:00',
        any: [
          /\d{1,2}(시|:\d{2}).{0,16}(~|-|–|부터|까지)/u,
          /\d{1,2}(일|\))?.{0,10}(~|–|부터).{0,20}\d{1,2}(일|시|:)/u,
          /(오전|오후|새벽|밤|자정).{0,8}(부터|까지)/u,
        ],
      },
      { name: 'label', is: '일시: 7월 18일', not: '일시 중단', any: [/(기간|일시|시간)[:：]/u] },
    ],
    en: [
      {
        name: 'from-until',
        is: 'From 9 to 10',
        not: 'From home',
        any: [/\d{1,2}:\d{2}|(until|by|from) \d/u],
      },
    ],
  }),
  sign({
    rule: 'no-service-then',
    weight: 1,
    ko: [
      {
        name: 'no-service-then',
        is: '서비스 이용이 중단됩니다',
        not: '서비스 이용이 시작됩니다',
        any: [chain(SYSTEM, within(16), either(of(CANNOT), of(STOP), /제한|닫|쉽니다|쉬어/u))],
      },
    ],
  }),
  sign({
    rule: 'opens-again',
    weight: 1,
    ko: [
      {
        name: 'opens-again',
        is: '다시 찾아뵙겠습니다',
        not: '자주 찾는 서비스',
        any: [/다시(만나|찾아|열|문을)|일(에|부터)?만나|찾아뵙|재개/u],
      },
      {
        name: 'expected',
        is: '완료 예정',
        not: '개최 안내',
        any: [
          /(완료|종료|오픈|정상화)예정|예정(시각|시간)|(점검|작업|완료|종료|끝난)(가|이)?(후|뒤)(에)?.{0,6}(이용|접속|사용)/u,
        ],
      },
    ],
    en: [
      {
        name: 'opens-again',
        is: 'We will be back soon',
        not: 'Give it back',
        any: [
          /back (soon|shortly|online)|expected (completion|to)/u,
          /will (resume|return|be (back|available))/u,
        ],
      },
    ],
  }),
];

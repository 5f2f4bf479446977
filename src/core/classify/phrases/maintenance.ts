import { chain, either } from '#core/classify/part';
import { type Phrase, phrase } from '#core/classify/phrase';

/** Planned work. Its words count only on a page that shows nothing else. */
export const MAINTENANCE_PHRASES: readonly Phrase[] = [
  phrase({
    rule: 'maintenance-now',
    weight: 2,
    now: true,
    ko: [
      {
        name: 'now',
        is: '점검 중입니다',
        not: '점검 결과',
        any: [/점검(중|진행중|작업중|을(실시|진행)(하고있|합니다|중))/u],
      },
    ],
    source: 'seen on Korean portals: 점검 중',
  }),
  phrase({
    rule: 'maintenance-named',
    weight: 1,
    ko: [
      {
        name: 'named',
        is: '시스템 점검',
        not: '시스템 점검표',
        any: [
          chain(
            /(시스템|서버|서비스|홈페이지|사이트|누리집|정기|긴급|임시|네트워크|장비|전산|포털|db|데이터베이스)(정기|긴급|임시|서버)?점검/u,
            /(?!표|항목|대상|결과)/u,
          ),
        ],
      },
    ],
    source: 'seen on Korean portals: 시스템 점검',
  }),
  phrase({
    rule: 'maintenance-when',
    weight: 1,
    ko: [
      {
        name: 'when',
        is: '점검 일시',
        not: '점검 대상',
        any: [/(점검|작업|중단|중지|공사)(예정)?(일시|시간|기간|일정)/u],
      },
    ],
    source: 'heuristic',
  }),
  phrase({
    rule: 'work-now',
    weight: 1.5,
    now: true,
    ko: [
      {
        name: 'going-on',
        is: '서버 이전이 진행 중',
        not: '서버 이전 계획',
        any: [
          /((?<!복구)작업|점검|업그레이드|개편|이전)(이|을|를)?(현재)?(진행|실시|수행)(됩니다|되고|하고|합니다|중)/u,
        ],
      },
      {
        name: 'at-work',
        is: '작업 중입니다',
        not: '작업 계획',
        any: [/작업중(입니다|이며|으로)/u],
      },
      { name: 'hours', is: '점검 시간입니다', not: '점검 시간표', any: [/점검시간(을|입니다)/u] },
    ],
    source: 'heuristic',
  }),
  phrase({
    rule: 'closed-until',
    weight: 2,
    ko: [
      {
        name: 'from-to',
        is: '22:00부터 24:00까지 서비스 이용이 제한',
        not: '22:00부터 상담',
        any: [
          /\d{1,2}(시|:\d{2})(부터|까지|~|에서).{0,24}(이용|접속|서비스|사용)(이|을|를)?(하실|할)?(수없|불가|제한|중단)/u,
        ],
      },
      {
        name: 'as-below',
        is: '아래 시간 동안 서비스가 중단',
        not: '아래 시간 동안 상담',
        any: [/아래(의)?(시간|기간)동안.{0,20}(제한|중단|불가|수없)/u],
      },
    ],
    source: 'heuristic',
  }),
  phrase({
    rule: 'outside-hours',
    weight: 2,
    now: true,
    ko: [
      {
        name: 'outside-hours',
        is: '지금은 서비스 이용 시간이 아닙니다',
        not: '서비스 이용 시간 09:00~18:00',
        any: [
          /(이용|운영|업무|접수|서비스|거래)(가능)?시간이아닙니다|(이용|운영|거래)시간이(종료|마감)되/u,
        ],
      },
    ],
    source: 'heuristic: services with hours of their own',
  }),
  phrase({
    rule: 'work-stops-it',
    weight: 2,
    ko: [
      {
        name: 'work-stops-it',
        is: '시스템 교체로 서비스가 중단',
        not: '시스템 교체로 편리해집니다',
        any: [
          chain(
            /(작업|점검|이관|이전|교체|공사|증설|전환|고도화|개선|개편|업그레이드|정비)(\(.{3,24}\))?/u,
            /(으로|로|때문에|을위해|을위하여|를위해|관계로|에따라|로인해|으로인해).{0,24}/u,
            /(중단|중지|멈|쉽|닫|불가|제한|이용하실수없|이용할수없)/u,
          ),
        ],
      },
    ],
    source: 'heuristic',
  }),
  phrase({
    rule: 'service-suspended',
    weight: 1.5,
    ko: [
      {
        name: 'suspended',
        is: '서비스를 일시 중단합니다',
        not: '서비스를 시작합니다',
        any: [
          chain(
            /(서비스|이용|운영|홈페이지|사이트)(를|가|의|이|이용이|이용을|제공을|제공이)?(일시|임시|잠정|전면|한시)?(적으로)?(중단|중지)/u,
            /(합니다|됩니다|되오니|하오니|안내|기간|일시|예정|중|될|하고|되며)/u,
          ),
        ],
      },
      {
        name: 'paused',
        is: '일시 중단 안내',
        not: '일시 안내',
        any: [/일시(중단|중지)(안내|합니다|됩니다|$)/u],
      },
    ],
    source: 'seen on Korean portals: 서비스 일시 중단',
  }),
  phrase({
    rule: 'work-in-progress',
    weight: 2,
    now: true,
    ko: [
      {
        name: 'work-goes-on',
        is: '홈페이지 개편 중입니다',
        not: '홈페이지 개편 완료',
        any: [
          /(개편|이전|구축|리뉴얼|단장|정비|개선|전환|보수|업데이트|업그레이드|고도화)(작업)?중(입니다|이오니|이며|에있|으로)/u,
        ],
      },
      {
        name: 'machine-replaced',
        is: '서버를 교체하고 있습니다',
        not: '서버를 소개합니다',
        any: [
          /(서버|시스템|장비|홈페이지|사이트|전산|네트워크)(를|을)?(교체|증설|이전|업그레이드|점검|정비|개편|개선)(하고있|중)/u,
          /(서버|시스템|장비|전산실|전산센터)(를|을)(옮기|바꾸|늘리|손보)고있|(업데이트|업그레이드|마감(처리|작업)?)(를|을)?(하고있(어요|습니다)|중이라)/u,
        ],
      },
      {
        name: 'opens-again',
        is: '새로운 모습으로 찾아뵙겠습니다',
        not: '새로운 소식을 전합니다',
        any: [/(다시|서비스를)(열립니다|엽니다|재개)|새로운모습으로|찾아뵙(겠|도록)/u],
      },
    ],
    source: 'heuristic',
  }),
  phrase({
    rule: 'closed-for-now',
    weight: 2,
    ko: [
      {
        name: 'closed',
        is: '홈페이지를 잠시 닫습니다',
        not: '홈페이지를 엽니다',
        any: [
          chain(
            /(서비스|홈페이지|사이트|누리집|포털|운영|이용|문)(을|를|이|가|은|는)?(잠시|일시|임시|당분간|모두)?/u,
            /(닫|쉽니다|쉬어|멈춥니다|멈추)/u,
          ),
        ],
      },
      { name: 'to-resume', is: '재개 예정', not: '개최 예정', any: [/(재개|오픈|정상화)예정/u] },
    ],
    source: 'heuristic',
  }),
  phrase({
    rule: 'under-construction',
    weight: 2,
    ko: [
      {
        name: 'under-construction',
        is: '홈페이지 공사 중입니다',
        not: '공사 계약 안내',
        any: [
          /(홈페이지|사이트|페이지|누리집|서비스|현재)(가|는|은|이)?.{0,4}공사중|공사중(입니다|이오니)/u,
        ],
      },
    ],
    en: [
      {
        name: 'under-construction',
        is: 'Under construction',
        not: 'Construction jobs',
        any: [/under construction|coming soon/u],
      },
    ],
    source: 'heuristic',
  }),
  phrase({
    rule: 'english-maintenance',
    weight: 2,
    en: [
      {
        name: 'maintenance',
        is: 'Scheduled maintenance',
        not: 'Maintenance worker wanted',
        any: [
          chain(
            either(
              /under|scheduled|performing|undergoing|down for|planned|routine|ongoing|system/u,
              /site|server|some|in/u,
            ),
            /( \w+){0,2} (maintenance|upgrade)(?! downtime or capacity)/u,
          ),
          /^maintenance( mode)?$/u,
        ],
      },
    ],
    source: 'heuristic',
  }),
  phrase({
    rule: 'english-back-soon',
    weight: 1.5,
    en: [
      {
        name: 'improving',
        is: 'We are currently upgrading our systems',
        not: 'We upgraded our systems',
        any: [
          /we('re| are) (currently )?(upgrading|updating|improving) (our|the)/u,
          /(service|site|system)s? will (resume|be restored|be available)/u,
        ],
      },
      {
        name: 'back-soon',
        is: "We'll be back soon",
        not: 'Call me back',
        any: [
          /(be|we'll be|are) (back|right back)( \w+)? ?(shortly|soon|online)/u,
          /back (shortly|soon|online)/u,
        ],
      },
      {
        name: 'in-progress',
        is: 'Maintenance is in progress',
        not: 'Progress report',
        any: [
          /(upgrade|maintenance|update)s? (is )?in progress/u,
          /(temporarily|currently) closed/u,
        ],
      },
    ],
    source: 'heuristic',
  }),
];

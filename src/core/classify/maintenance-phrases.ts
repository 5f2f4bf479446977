import type { Phrase } from '#core/classify/phrase-weight';

const HEURISTIC = 'heuristic';

/** Planned work. Its words count only beside a page that shows nothing else. */
export const MAINTENANCE_PHRASES: readonly Phrase[] = [
  {
    rule: 'maintenance-now',
    weight: 2,
    now: true,
    ko: /점검(중|진행중|작업중|을(실시|진행)(하고있|합니다|중))/gu,
    source: 'reference 1.8: 점검 중',
  },
  {
    rule: 'maintenance-named',
    weight: 1,
    ko: /(시스템|서버|서비스|홈페이지|사이트|누리집|정기|긴급|임시|네트워크|장비|전산|포털|db|데이터베이스)(정기|긴급|임시|서버)?점검(?!표|항목|대상|결과)/gu,
    source: 'reference 1.8: 시스템 점검',
  },
  {
    rule: 'maintenance-when',
    weight: 1,
    ko: /(점검|작업|중단|중지|공사)(예정)?(일시|시간|기간|일정)/gu,
    source: HEURISTIC,
  },
  {
    rule: 'work-now',
    weight: 1.5,
    now: true,
    ko: /((?<!복구)작업|점검|업그레이드|개편|이전)(이|을|를)?(현재)?(진행|실시|수행)(됩니다|되고|하고|합니다|중)|작업중(입니다|이며|으로)|점검시간(을|입니다)/gu,
    source: HEURISTIC,
  },
  {
    rule: 'closed-until',
    weight: 2,
    ko: /\d{1,2}(시|:\d{2})(부터|까지|~|에서).{0,24}(이용|접속|서비스|사용)(이|을|를)?(하실|할)?(수없|불가|제한|중단)|아래(의)?(시간|기간)동안.{0,20}(제한|중단|불가|수없)/gu,
    source: HEURISTIC,
  },
  {
    rule: 'work-stops-it',
    weight: 2,
    ko: /(작업|점검|이관|이전|교체|공사|증설|전환|고도화|개선|개편|업그레이드|정비)(\(.{3,24}\))?(으로|로|때문에|을위해|을위하여|를위해|관계로|에따라|로인해|으로인해).{0,24}(중단|중지|멈|쉽|닫|불가|제한|이용하실수없|이용할수없)/gu,
    source: HEURISTIC,
  },
  {
    rule: 'service-suspended',
    weight: 1.5,
    ko: /(서비스|이용|운영|홈페이지|사이트)(를|가|의|이|이용이|이용을|제공을|제공이)?(일시|임시|잠정|전면|한시)?(적으로)?(중단|중지)(합니다|됩니다|되오니|하오니|안내|기간|일시|예정|중|될|하고|되며)|일시(중단|중지)(안내|합니다|됩니다|$)/gu,
    source: 'reference 1.8: 서비스 일시 중단',
  },
  {
    rule: 'work-in-progress',
    weight: 2,
    now: true,
    ko: /(개편|이전|구축|리뉴얼|단장|정비|개선|전환|보수|업데이트|업그레이드|고도화)(작업)?중(입니다|이오니|이며|에있|으로)|(서버|시스템|장비|홈페이지|사이트|전산|네트워크)(를|을)?(교체|증설|이전|업그레이드|점검|정비|개편|개선)(하고있|중)|(다시|서비스를)(열립니다|엽니다|재개)|새로운모습으로|찾아뵙(겠|도록)/gu,
    source: HEURISTIC,
  },
  {
    rule: 'closed-for-now',
    weight: 2,
    ko: /(서비스|홈페이지|사이트|누리집|포털|운영|이용|문)(을|를|이|가|은|는)?(잠시|일시|임시|당분간|모두)?(닫|쉽니다|쉬어|멈춥니다|멈추)|(재개|오픈|정상화)예정/gu,
    source: HEURISTIC,
  },
  {
    rule: 'under-construction',
    weight: 2,
    ko: /(홈페이지|사이트|페이지|누리집|서비스|현재)(가|는|은|이)?.{0,4}공사중|공사중(입니다|이오니)/gu,
    en: /under construction|coming soon/gu,
    source: HEURISTIC,
  },
  {
    rule: 'english-maintenance',
    weight: 2,
    en: /(under|scheduled|performing|undergoing|down for|planned|routine|ongoing|system|site|server|some|in)( \w+){0,2} (maintenance|upgrade)(?! downtime or capacity)|^maintenance( mode)?$/gu,
    source: HEURISTIC,
  },
  {
    rule: 'english-back-soon',
    weight: 1.5,
    en: /we('re| are) (currently )?(upgrading|updating|improving) (our|the)|(service|site|system)s? will (resume|be restored|be available)|(be|we'll be|are) (back|right back)( \w+)? ?(shortly|soon|online)|back (shortly|soon|online)|(upgrade|maintenance|update)s? (is )?in progress|(temporarily|currently) closed/gu,
    source: HEURISTIC,
  },
];

import type { Finding } from '#core/classify/finding';
import type { Page } from '#core/classify/page';
import { passageOf, sentencesIn } from '#core/classify/page-text';
import { chain, either, type Part, patternOf } from '#core/classify/part';
import { isRule } from '#core/classify/quoted-speech';
import { FAULT } from '#core/classify/vocabulary';

/**
 * Sentences that say that the whole service cannot be used now. They count on any page, because a
 * layer with such a sentence may cover a healthy page.
 */
export const STATEMENTS: readonly Part[] = [
  {
    name: 'cannot-be-used-now',
    is: '현재 장애로 모든 서비스를 이용하실 수 없습니다',
    not: '현재 일부 서비스를 이용하실 수 없습니다',
    any: [
      chain(
        /(현재|지금)(은|는)?(?!.*(일부|해당기능|외에|이외)).{0,30}/u,
        /(모든|전체|전면|모두|홈페이지|누리집|포털|사이트|시스템|서비스|로그인).{0,24}/u,
        /(수없습니다|불가(합니다|능합니다)|되지않(습니다|고있습니다)|중단되었습니다|멈췄습니다)/u,
      ),
    ],
  },
  {
    name: 'english-closed-now',
    is: 'While we move, reservations and inquiries are closed',
    not: 'Our offices are closed on Sundays',
    any: [
      /(whilewe|currently|atthemoment|rightnow)[^.]{0,80}(are|is)(closed|unavailable|offline|down)/u,
    ],
  },
  {
    name: 'because-of-trouble',
    is: '시스템 장애로 서비스를 이용하실 수 없습니다',
    not: '지난주 장애로 서비스를 이용하지 못했습니다',
    any: [
      chain(
        /(?<!지난.{0,12}|어제.{0,12})/u,
        /(서버|시스템|전산|데이터베이스|db|통신|네트워크|서비스|회선|장비|설비|센터|일시적인?)망?(에|의)?/u,
        /(장애|오류|이상|고장|화재|정전|문제)(가|이)?(으로|로|발생하여|발생해|생겨|생겨서|나서|때문에)/u,
        /(인하여|인해)?(?!.*(일부|경우)).{0,24}/u,
        /(서비스|시스템|홈페이지|이용|접속|로그인|신청|조회|발급|업무|민원|처리).{0,12}/u,
        either(
          /수없습니다|수없는상태입니다|불가(합니다|능합니다|한상태)|안됩니다/u,
          /(되지|하지|동작하지|작동하지|열리지)않(습니다|고있습니다|는상태)/u,
          /(중단|마비|중지|정지)(되었|됐|된상태|되어있|되고있)|(멈췄|멈추었|멈춘상태|마비상태)/u,
        ),
      ),
    ],
  },
];

const STATEMENT = patternOf(STATEMENTS);
const WORK = /점검|작업|공사|개편|교체|whilewe(move|upgrade|migrate|update)|maintenance/u;

/** The explicit statement of a page that is no article, outside the rows of its lists. */
export function judgeStatement(page: Page): Finding | undefined {
  if (page.article) return undefined;
  const sentence = [page.said, ...page.dialogs].flatMap(sentencesIn).find(isStatement);
  if (!sentence) return undefined;
  const planned = WORK.test(sentence);
  return {
    kind: planned ? 'maintenance' : 'error-page',
    rule: 'says-it-cannot-be-used',
    reason: 'The page says that the service cannot be used now.',
    matched: sentence,
    cause: planned ? 'says maintenance' : 'says it cannot be used',
  };
}

/** Text of a layer: the whole service does not work now. */
export const STOPPED: readonly Part[] = [
  {
    name: 'stopped',
    is: '로그인과 신청이 되지 않습니다',
    not: '로그인과 신청이 됩니다',
    any: [
      chain(
        /(서비스|시스템|홈페이지|누리집|사이트|포털|접속|이용|로그인|업무|민원|신청|조회).{0,20}/u,
        /(수(가)?없|불가|(되|하|열리|이뤄지|이루어지)지않|안(되|됩|돼)|중단|마비|멈|정지)/u,
      ),
    ],
  },
];

/** The work is under way now. */
export const AT_WORK_NOW: readonly Part[] = [
  {
    name: 'work-goes-on',
    is: '점검을 진행하고 있어',
    not: '점검을 진행할 예정',
    any: [
      /(점검|작업|공사|이전|교체|전환)(을|를|이)?(현재)?(진행|실시|수행)?(하고있|중(입니다|이|으로|인|이오니|$))/mu,
    ],
  },
];

/** The text is about a part of the service, about others or about another day. */
export const NOT_ALL_NOW: readonly Part[] = [
  {
    name: 'a-part',
    is: '일부 서비스',
    not: '모든 서비스',
    any: [
      /일부|(?<!지|다)만(잠시|안|이용|중단)|제외|이외|한정|간편인증|공동인증|금융인증|휴대폰인증/u,
    ],
  },
  {
    name: 'of-others',
    is: '연계 기관 점검',
    not: '정기 점검',
    any: [
      /타기관|(외부|연계|유관)(기관|시스템|서비스)|은행|카드사|국세청|통신사|우체국|챗봇|상담톡/u,
    ],
  },
  {
    name: 'of-old-browsers',
    is: '익스플로러에서는 오류가 생겨',
    not: '홈페이지에서는 오류가 생겨',
    any: [/익스플로러|(이전|구형|낮은)(버전|브라우저)|브라우저에서는|미만(의|인|에서)/u],
  },
  {
    name: 'of-fraud',
    is: '문자는 사칭입니다',
    not: '문자로 알려 드립니다',
    any: [/사칭|피싱|스미싱|보이스피싱/u],
  },
  {
    name: 'regretted',
    is: '접속이 되지 않아 불편을 드렸습니다',
    not: '불편을 드려 죄송합니다',
    any: [/(불편|심려|걱정)(을|를)?(끼쳐)?드(렸습|린점)|[았었였했됐]던(점|것|데)|수없었습니다/u],
  },
  {
    name: 'other-than-the-web',
    is: '전화 상담이 되지 않습니다',
    not: '로그인이 되지 않습니다',
    any: [
      /(전화|유선|방문|ars|문자|팩스)(상담|접수|신청|서비스|민원|연결)?(이|은|가|는)?(되지|안되|불가|중단)/u,
    ],
  },
  {
    name: 'not-yet-or-over',
    is: '점검할 예정입니다',
    not: '점검하고 있습니다',
    any: [
      /예정|다음(달|주)|내일|모레|지난|어제|(복구|해결|조치|정상화)(가|이)?(완료)?(되었|됐|완료)/u,
    ],
  },
];

const STOPS = patternOf(STOPPED);
const WORKS_NOW = patternOf(AT_WORK_NOW, 'mu');
const NOT_ALL = patternOf(NOT_ALL_NOW);
const OF_OTHERS = patternOf(NOT_ALL_NOW.filter(({ name }) => name === 'of-others'));
const FAULTY = patternOf([FAULT]);
const DATED = /\d{1,2}(월|[./]\d{1,2})/u;

/**
 * A layer over the page says that the service does not work now. The page behind it does not
 * matter.
 */
export function judgeLayer({ seen }: Page): Finding | undefined {
  const layer = passageOf((seen.outline?.layers ?? []).join('\n'));
  if (NOT_ALL.test(layer.compact)) return undefined;
  const stops = sentencesIn(layer).find((sentence) => STOPS.test(sentence) && !isRule(sentence));
  if (stops === undefined) return undefined;
  const planned = WORKS_NOW.test(layer.lines.join('\n')) && !DATED.test(layer.compact);
  if (!planned && (WORK.test(layer.compact) || !FAULTY.test(layer.compact))) return undefined;
  return {
    kind: planned ? 'maintenance' : 'error-page',
    rule: 'layer-says-it-cannot-be-used',
    reason: 'A layer over the page says that the service cannot be used now.',
    matched: stops,
    cause: planned ? 'layer says maintenance' : 'layer says it cannot be used',
  };
}

const NOT_OF_SERVICE = patternOf(
  NOT_ALL_NOW.filter(({ name }) =>
    ['of-old-browsers', 'of-fraud', 'regretted', 'other-than-the-web'].includes(name),
  ),
);

/** The sentence says that something of a service does not work. */
export function saysStopped(sentence: string): boolean {
  return STOPS.test(sentence);
}

/** The sentence is about phones, fraud, old browsers or times gone by, not about this service. */
export function isOfAnother(sentence: string): boolean {
  return NOT_OF_SERVICE.test(sentence);
}

/** Logins and data of another provider are missing. The service itself works. */
function isOfOthers(sentence: string): boolean {
  return OF_OTHERS.test(sentence) || /인증.{0,24}로그인/u.test(sentence);
}

function isStatement(sentence: string): boolean {
  return STATEMENT.test(sentence) && ![isRule, isOfOthers].some((is) => is(sentence));
}

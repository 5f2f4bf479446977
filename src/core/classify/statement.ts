import type { Finding } from '#core/classify/finding';
import type { Page } from '#core/classify/page';
import type { Passage } from '#core/classify/page-text';
import { chain, type Part, patternOf } from '#core/classify/part';
import { isRule } from '#core/classify/quoted-speech';

/**
 * Sentences that say that the whole service cannot be used at this moment. They count on any page:
 * a layer with such a sentence may lie over a page that looks well.
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
    name: 'because-of-trouble',
    is: '시스템 장애로 서비스를 이용하실 수 없습니다',
    not: '지난주 장애로 서비스를 이용하지 못했습니다',
    any: [
      chain(
        /(?<!지난.{0,12})(서버|시스템|전산|데이터베이스|db|통신|네트워크|서비스)(장애|오류)(로|가발생하여)/u,
        /(인하여|인해)?(?!.*(일부|경우)).{0,24}/u,
        /(서비스|시스템|홈페이지|이용|접속|로그인|신청|조회|발급).{0,12}/u,
        /(수없습니다|불가(합니다|능합니다)|되지않습니다|중단되었습니다)/u,
      ),
    ],
  },
];

const STATEMENT = patternOf(STATEMENTS);
const WORK = /점검|작업|공사|개편|교체/u;

/** The explicit statement of a page that is no article, outside the rows of its lists. */
export function judgeStatement(page: Page): Finding | undefined {
  if (page.article) return undefined;
  const sentence = [page.said, ...page.dialogs].flatMap(sentencesOf).find(isStatement);
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

function isStatement(sentence: string): boolean {
  return STATEMENT.test(sentence) && !isRule(sentence);
}

function sentencesOf({ breaks, compact }: Passage): readonly string[] {
  const starts = [0, ...breaks];
  return starts.map((start, at) => compact.slice(start, starts[at + 1]));
}

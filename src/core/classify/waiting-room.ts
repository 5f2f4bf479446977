import type { Finding } from '#core/classify/finding';
import { type Page, shows } from '#core/classify/page';
import { compactText } from '#core/classify/page-text';
import { type Part, patternOf } from '#core/classify/part';
import { weigh } from '#core/classify/phrase-weight';
import { PEOPLE_AHEAD, QUEUE_PHRASES } from '#core/classify/phrases/queue';
import { defined } from '../defined.ts';

/** A queue that passed faster is not a wait. Heuristic. */
const NOTICEABLE_MS = 3000;
const SURE = 4;
/** Counters in offices have waiting numbers too. Only a web queue lets visitors in. */
export const LETS_IN_PARTS: readonly Part[] = [
  {
    name: 'let-in',
    is: '자동 입장',
    not: '민원실',
    any: [/접속|입장|들어가|이어집니다|대기중(?:입니다|이오니|이며)/u],
  },
  {
    name: 'wait',
    is: '순서대로 처리',
    not: '번호표',
    any: [/자동|기다|줄을서|새로고침|순서대로/u],
  },
  {
    name: 'english',
    is: 'You are in line',
    not: 'Counter 3',
    any: [/patien|앞에[\d,]+명|inline|queue|letin|redirect|refresh|waitingroom/u],
  },
];
export const LETS_IN = patternOf(LETS_IN_PARTS);

/** The number on the page, or the number of the waiting room that the run passed. */
export function peopleAhead({ body, seen }: Page): number | undefined {
  return peopleIn(body.compact) ?? peopleIn(compactText(seen.queueText ?? ''));
}

function peopleIn(text: string): number | undefined {
  for (const pattern of PEOPLE_AHEAD) {
    const digits = pattern.exec(text)?.[1]?.replaceAll(',', '');
    if (digits && digits.length <= 9) return Number(digits);
  }
  return undefined;
}

/** A queue covers everything on the page behind it. Source: NetFUNNEL's script. */
export function judgeWaitingRoom(page: Page): Finding | undefined {
  const { waitedInQueueMs = 0, queueBudgetMs } = page.seen;
  const popUp = shows(page.seen, 'queue');
  const words = weigh(page, QUEUE_PHRASES, { machine: true });
  const sure = { missing: SURE / 2, 'not-asked': SURE, seen: SURE, found: 2 * SURE }[
    page.expectation
  ];
  const web = LETS_IN.test(`${page.title.compact} ${page.body.compact}`);
  const inside = popUp || (web && words.score >= sure);
  const through = page.expectation === 'found' && waitedInQueueMs >= NOTICEABLE_MS;
  if (!inside && !through) return undefined;
  const ahead = peopleAhead(page);
  const over = inside && queueBudgetMs !== undefined && waitedInQueueMs >= queueBudgetMs;
  return {
    kind: 'waiting-room',
    rule: inside ? words.rule || 'queue-pop-up' : 'queue-passed',
    reason: over
      ? 'The service kept the visitor in its queue longer than a run may wait.'
      : inside
        ? 'The service puts visitors into a queue.'
        : 'The service let the visitor in after a queue.',
    cause: 'waiting room',
    ...(words.matched === '' ? {} : { matched: words.matched }),
    ...defined({ peopleAhead: ahead }),
    ...(over ? { result: 'failed' } : {}),
  };
}

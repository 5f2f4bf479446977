import { isElsewhere } from '#core/classify/exceptions';
import type { Finding } from '#core/classify/finding';
import { isTold, isTrouble, troubleShareOf } from '#core/classify/lines';
import { isWayOut } from '#core/classify/outline';
import { type Page, shows } from '#core/classify/page';
import { passageOf } from '#core/classify/page-text';
import { POP_UP, type Reading, SOME_ITEMS } from '#core/classify/page-weight';
import { type Part, patternOf } from '#core/classify/part';
import type { Phrase } from '#core/classify/phrase';
import { type Evidence, weigh } from '#core/classify/phrase-weight';
import { isRule } from '#core/classify/quoted-speech';
import type { Kind } from '#core/run/verdict';

/** Judges a page by its text. */
export type Judge = (page: Page) => Finding | undefined;

/** Score from which a page is believed. Lower where something expected is missing already. */
const SURE = { missing: 1.5, 'not-asked': 3.7, seen: 3.7, found: 5 } as const;
/** A page that says nothing but trouble needs fewer words for it. */
const NOTHING_ELSE = { share: 0.8, score: 2.5 } as const;
/** Above this share of it the page is doubtful rather than healthy. */
const DOUBT_SHARE = 0.45;
/** Words that claim less are manners; a healthy page has them, too. */
const LEAST_DOUBT = 1.2;

export interface PhraseClass extends Reading {
  readonly kind: Kind;
  readonly phrases: readonly Phrase[];
  readonly reason: string;
  /** What the signature is made from; without it, the rule that weighed most. */
  readonly cause?: string;
  /** Where this holds, the phrases mean something else. */
  readonly unless?: (text: string, page: Page) => boolean;
}

function evidenceOf(page: Page, words: PhraseClass): Evidence {
  const own = page.seen.outline ? [page.said, page.listed] : [page.body];
  const texts = [page.title, ...own, ...page.dialogs].map(({ compact }) => compact);
  const otherwise = words.unless?.(texts.join('\n'), page) ?? false;
  const evidence = weigh(page, words.phrases, words);
  return otherwise ? { ...evidence, score: 0 } : evidence;
}

function findingOf(words: PhraseClass, evidence: Evidence): Finding {
  const { kind, reason, machine } = words;
  const { rule, matched, statement } = evidence;
  const cause = words.cause ?? (machine ? `${rule} ${statement}` : rule);
  return { kind, rule, reason, matched, cause };
}

/** Nothing that was asked for speaks for the page or against it. */
function isUnproven({ expectation }: Page): boolean {
  return expectation === 'not-asked' || expectation === 'seen';
}

function sureOf(page: Page, machine = false): number {
  const { items, article, loginForm, troubleShare } = page;
  // A machine's error text counts also beside a marker.
  if (page.expectation === 'found' && machine) return SURE['not-asked'];
  const more = items > 0 || article || loginForm || troubleShare < NOTHING_ELSE.share;
  return isUnproven(page) && !more ? NOTHING_ELSE.score : SURE[page.expectation];
}

/** Believes the page when its phrases weigh enough. */
export function judgePhrases(words: PhraseClass): Judge {
  return (page) => {
    const evidence = evidenceOf(page, words);
    return evidence.score >= sureOf(page, words.machine) ? findingOf(words, evidence) : undefined;
  };
}

/** Neither healthy nor surely bad: says so instead of guessing. */
export function judgeDoubt(classes: readonly PhraseClass[]): Judge {
  return (page) => {
    const told = isList(page) ? { ...page, listed: NOTHING_LISTED } : page;
    const doubts = classes
      .map((words) => ({ words, evidence: evidenceOf(told, words) }))
      .filter(({ evidence }) => evidence.weight >= LEAST_DOUBT)
      .filter(({ evidence }) => evidence.score >= SURE[page.expectation] * DOUBT_SHARE)
      .sort((one, other) => other.evidence.score - one.evidence.score);
    const [worst] = doubts;
    if (!worst) return undefined;
    const { rule, matched } = worst.evidence;
    const reason = `Some words speak for ${worst.words.kind}, but not enough to say so.`;
    return { kind: 'unknown', rule: `doubt-${rule}`, reason, matched, cause: `doubt ${rule}` };
  };
}

const MOSTLY = 0.4;
/** Characters of a page that is one message. */
const MESSAGE_LENGTH = 300;

const MANY_ROWS = 3;
const NOTHING_LISTED = passageOf('');

/** The trouble is in the rows of a list, and the page says nothing of it. */
function isList({ listed, said }: Page): boolean {
  return listed.lines.length >= MANY_ROWS && troubleShareOf(said) === 0;
}

/** No phrase weighed enough, but hardly anything else is said than trouble. */
export const judgeTroubled: Judge = (page) => {
  const { body, article, loginForm, troubleShare } = page;
  if (page.expectation === 'found' || article || loginForm) return undefined;
  if (page.items >= SOME_ITEMS || (page.seen.outline?.fields ?? 0) > 1) return undefined;
  if (POP_UP.test(body.compact) || isElsewhere(body.compact)) return undefined;
  if (page.offers > 0 || page.records > 0 || isList(page)) return undefined;
  if (troubleShare < MOSTLY || page.content > MESSAGE_LENGTH) return undefined;
  const reason = 'The page says little but trouble, in words that no rule knows.';
  const rule = 'mostly-trouble';
  return { kind: 'unknown', rule, reason, matched: body.plain, cause: 'mostly trouble' };
};

/** Text so short that a spinner is all there is. */
const SPINNER_TEXT = 60;
export const SPINNERS: readonly Part[] = [
  {
    name: 'korean',
    is: '불러오는 중입니다',
    not: '불러왔습니다',
    any: [
      /(로딩|불러오는|처리|조회)중(입니다|이오니|[.…]|$)|(접속|이동|연결|실행)중입니다|잠시만?기다려/u,
    ],
  },
  {
    name: 'english',
    is: 'Loading...',
    not: 'Load factor',
    any: [/loading|pleasewait|enablejavascript/u],
  },
];
const SPINNER = patternOf(SPINNERS);

/** Places of a template that nothing was put into, and values that a program could not compute. */
export const UNFILLED_PARTS: readonly Part[] = [
  {
    name: 'braces',
    is: '{{ course.title }}',
    not: '{ }',
    any: [/\{\{[^{}]{1,60}\}\}|\$\{[\w.]{2,60}\}|<%=?[^%]{1,60}%>|\[\[\$\{/gu],
  },
  {
    name: 'keys',
    is: 'msg.common.error.system',
    not: 'www.example.org',
    any: [/\b(msg|message|label|btn|button|menu|title|error)(\.[a-z0-9_]+)+\b/gu],
  },
  {
    name: 'values',
    is: '월 NaN원',
    not: 'Nancy',
    any: [/\bundefined(?=[가-힣\s]|$)|\bnan(?=[가-힣]|%|$)|\[object object\]/gu],
  },
];
const UNFILLED = patternOf(UNFILLED_PARTS, 'gu');
const MANY_UNFILLED = 2;

/** The page shows its template instead of what belongs into it. */
export const judgeUnfilled: Judge = ({ said, article, records }) => {
  const [first, ...more] = said.lower.match(UNFILLED) ?? [];
  if (article || records > 0 || more.length + 1 < MANY_UNFILLED || !first) return undefined;
  const reason = 'The page shows the places of its template, and no values in them.';
  const rule = 'unfilled-template';
  return { kind: 'error-page', rule, reason, matched: first, cause: 'unfilled template' };
};

/** A portal is more than a message; these messages at least are good ones. Heuristic. */
const MOST_LINES = 3;
export const GOOD_NEWS_PARTS: readonly Part[] = [
  {
    name: 'done',
    is: '신청이 완료되었습니다',
    not: '신청하세요',
    any: [
      /(완료|접수|등록|신청|저장|전송|예약|가입|성공|취소|변경|삭제)(이|을)?(되었|됐|하였|했|하셨|중)/u,
    ],
  },
  {
    name: 'greeting',
    is: '환영합니다',
    not: '안내',
    any: [/환영|축하|안녕하세요|감사합니다|안녕히/u],
  },
  { name: 'english', is: 'Welcome', not: 'Well', any: [/welcome|thankyou|success/u] },
  { name: 'none', is: '새 알림이 없습니다', not: '새 알림', any: [/없습니다/u] },
];
/** Whoever asks for patience does not serve now, whatever the reason given. */
export const PUTS_OFF_PARTS: readonly Part[] = [
  {
    name: 'wait',
    is: '조금만 기다려 주세요',
    not: '조금 더 보기',
    any: [
      /기다려|(조금|잠시|잠깐|이따)(뒤|후|만|있다)?(에)?.{0,6}(다시|들러|찾아|와주|만나)|(곧|금방|얼른).{0,16}(돌아|찾아|만나|정상|열)/u,
    ],
  },
];
const PUTS_OFF = patternOf(PUTS_OFF_PARTS);
const GOOD_NEWS = patternOf(GOOD_NEWS_PARTS);
const ADDRESSES_READER = /(니다|세요|시오|어요|아요|해요)[.!]?$/mu;

/** Conditions and instructions: "알림을 켜지 않으면 …". They say nothing of the service. */
function isAdvice({ said }: Page): boolean {
  const told = said.lines.filter(isTold);
  const isAsked = (line: string) => isRule(line) && (CHOICE.test(line) || !isTrouble(line));
  return told.length > 0 && told.every(isAsked);
}

/** What a program asks the owner of a telephone for. */
const CHOICE = /(권한|위치|카메라|마이크|사진|알림|지문|얼굴|생체|동의|약관).{0,16}(면|야|셔야)/u;

/** Neither known trouble nor anything that a portal would show: only a message. */
export const judgeScant: Judge = (page) => {
  const { body, title, seen, lines } = page;
  const alone =
    (seen.outline ? seen.outline.fields : seen.elements.length) === 0 &&
    page.features === 0 &&
    page.items < 1 &&
    page.offers === 0 &&
    lines <= MOST_LINES;
  if (page.expectation === 'found' || page.expectation === 'missing') return undefined;
  if (page.expectation === 'seen' && !PUTS_OFF.test(page.said.compact)) return undefined;
  if (!alone || page.article || page.loginForm) return undefined;
  const message = ADDRESSES_READER.test(body.lines.join('\n'));
  const length = body.compact.length;
  const bare = title.compact === '' && length > 0;
  if (length > MESSAGE_LENGTH || GOOD_NEWS.test(body.compact) || !(message || bare))
    return undefined;
  if (isAdvice(page)) return undefined;
  const reason = 'The page is a message that no rule knows, and nothing else.';
  const rule = 'message-only';
  return { kind: 'unknown', rule, reason, matched: body.plain, cause: 'message only' };
};

/** Short names in a menu that does not call itself one count a quarter each. */
const MANY_OFFERS = 2;

/** Outside any menu that calls itself one. */
const MANY_LINKS = 3;
/** Nothing but links, as it should be. */
const SITE_MAP = /사이트맵|전체메뉴|sitemap/u;

/** Lines that are a link each, and no way out of the page. */
function linksOutside({ outline, text }: Page['seen']): number {
  const [frame, links] = [new Set(outline?.frame), new Set(outline?.links)];
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => links.has(line) && !frame.has(line) && !isWayOut(line)).length;
}

/** No content, or an endless spinner. */
export const judgeBlank: Judge = (page) => {
  const { seen, body, title } = page;
  if (page.expectation === 'found' || seen.status === undefined) return undefined;
  const letters = page.core.join('').replace(/[^\p{L}\p{N}]/gu, '');
  const spins = shows(seen, 'spinner') || SPINNER.test(body.compact);
  const unrest = seen.fault?.timedOut && page.items === 0 && page.content <= SPINNER_TEXT;
  if (spins && (letters.length <= SPINNER_TEXT || unrest)) {
    const reason = 'The page shows nothing but a sign of loading.';
    return { kind: 'blank', rule: 'endless-spinner', reason, matched: body.plain, cause: 'blank' };
  }
  if ([title, page.heading].some(({ compact }) => SITE_MAP.test(compact))) return undefined;
  const least = page.expectation === 'missing' ? 10 : 2;
  if (
    letters.length >= least ||
    page.loginForm ||
    page.records > 0 ||
    (seen.outline?.fields ?? (shows(seen, 'form') ? 1 : 0)) > 0 ||
    page.offers >= MANY_OFFERS
  )
    return undefined;
  if (linksOutside(seen) >= MANY_LINKS) {
    const reason = 'The page shows the names of links and says nothing itself.';
    return { kind: 'unknown', rule: 'links-only', reason, cause: 'links only' };
  }
  if (shows(seen, 'picture')) {
    const reason = 'The page shows pictures or frames but no text to judge.';
    return { kind: 'unknown', rule: 'pictures-only', reason, cause: 'pictures only' };
  }
  if (page.dialogs.length > 0 && seen.layer !== 'session') {
    const reason = 'The page shows nothing but a dialog that no rule knows.';
    const matched = page.dialogs[0]?.plain ?? '';
    return { kind: 'unknown', rule: 'dialog-only', reason, matched, cause: 'dialog only' };
  }
  const reason = 'The page came without any content.';
  return { kind: 'blank', rule: 'no-text', reason, cause: 'blank' };
};

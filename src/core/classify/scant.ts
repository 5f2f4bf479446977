import { isTold, isTrouble } from '#core/classify/lines';
import type { Page } from '#core/classify/page';
import { type Part, patternOf } from '#core/classify/part';
import { isRule } from '#core/classify/quoted-speech';
import type { Judge } from '#core/classify/text-judges';

/** Longest page, in characters, that counts as one message. */
const MESSAGE_LENGTH = 300;
/** A portal shows more than a message. These messages are harmless. Heuristic. */
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
  { name: 'none', is: '새 알림이 없습니다', not: '새 알림', any: [/(?<!수)없(습니다|어요)/u] },
];
/** A page that asks for patience is not serving now, whatever reason it gives. */
export const PUTS_OFF_PARTS: readonly Part[] = [
  {
    name: 'wait',
    is: '조금만 기다려 주세요',
    not: '조금 더 보기',
    any: [
      /기다려|(조금|잠시|잠깐|이따)(뒤|후|만|있다)?(가|에)?.{0,6}(다시|들러|찾아|와주|만나)/u,
      /(곧|금방|얼른).{0,16}(돌아|찾아|만나|정상|열)|길을잃/u,
    ],
  },
  {
    name: 'promise',
    is: '오전 7시에 문을 열게요',
    not: '결과를 알려 드립니다',
    any: [/(게요|겠습니다|볼까요)[^가-힣]*$/mu],
  },
  {
    name: 'english',
    is: 'Oops! Try refreshing.',
    not: 'Find a centre',
    any: [
      /oops|whoops|uh-?oh|refresh|reload|tryagain|supposedto|backsoon|bearwith|hangtight|holdon/u,
    ],
  },
];
const PUTS_OFF = patternOf(PUTS_OFF_PARTS, 'mu');
const GOOD_NEWS = patternOf(GOOD_NEWS_PARTS);
const ADDRESSES_READER = /(니다|세요|시오|어요|아요|해요)[.!]?$/mu;

/** Conditions and instructions: "알림을 켜지 않으면 …". They say nothing about the service. */
function isAdvice({ said }: Page): boolean {
  const told = said.lines.filter(isTold);
  const isAsked = (line: string) => isRule(line) && (CHOICE.test(line) || !isTrouble(line));
  return told.length > 0 && told.every(isAsked);
}

/** Permissions that a program asks of a phone's owner. */
const CHOICE = /(권한|위치|카메라|마이크|사진|알림|지문|얼굴|생체|동의|약관).{0,16}(면|야|셔야)/u;

/** A lone message that is neither known trouble nor content of a portal. */
export const judgeScant: Judge = (page) => {
  const { body, title, seen } = page;
  const putsOff = PUTS_OFF.test(page.said.lines.join('\n'));
  const lines = putsOff ? page.said.lines.filter(isTold).length : page.lines;
  const alone =
    (seen.outline ? seen.outline.fields : seen.elements.length) === 0 &&
    page.features === 0 &&
    page.items < 1 &&
    page.offers === 0 &&
    lines <= MOST_LINES;
  if (page.expectation === 'found' || page.expectation === 'missing') return undefined;
  if (page.expectation === 'seen' && !putsOff) return undefined;
  if (!alone || page.article || page.loginForm) return undefined;
  const message = putsOff || ADDRESSES_READER.test(body.lines.join('\n'));
  const length = body.compact.length;
  const bare = title.compact === '' && length > 0;
  if (length > MESSAGE_LENGTH || GOOD_NEWS.test(body.compact) || !(message || bare))
    return undefined;
  if (!putsOff && isAdvice(page)) return undefined;
  const reason = 'The page shows only a message that no rule knows.';
  const rule = 'message-only';
  return { kind: 'unknown', rule, reason, matched: body.plain, cause: 'message only' };
};

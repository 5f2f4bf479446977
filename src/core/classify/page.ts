import { type ElementClass, WATCHED_ELEMENTS } from '#core/classify/elements';
import type { Observation } from '#core/observation';
import { type Passage, passageOf } from '#core/page-text';

/** An observation made ready for the judges. */
export interface Page {
  readonly seen: Observation;
  readonly title: Passage;
  readonly body: Passage;
  readonly dialogs: readonly Passage[];
  /** `missing` when any expected marker is; `not-asked` when none was given. */
  readonly expectation: 'found' | 'missing' | 'not-asked';
  /** Characters of the page that are neither frame (menus, footer) nor talk of trouble. */
  readonly content: number;
  /** A place to type a password, or the words of one. */
  readonly loginForm: boolean;
  /** News, boards, answers, advertisements: they talk about trouble without being in it. */
  readonly article: boolean;
}

/** Lines that every page of a portal carries. Heuristic. */
const FRAME_LINE =
  /copyright|ⓒ|©|allrightsreserved|개인정보|이용약관|저작권|대표전화|고객센터|콜센터|우편번호|사업자등록|^\(?\d{5}\)|패밀리사이트|웹접근성|이메일무단/u;
const FRAME_LENGTH = 8;

/** Lines that speak of trouble. Heuristic. */
const TROUBLE_LINE =
  /오류|에러|장애|점검|중단|중지|불편|죄송|실패|불가|수없|지연|복구|차단|대기|양해|문의|다시시도|error|exception|unavailable|fail|sorry|maintenance|\bat[a-z]+\.[a-z.]+\(/u;
/** Longer than this, a line is prose about something. */
const PROSE_LENGTH = 110;

/** Heuristic: two of these make an article. */
const ARTICLE_SIGNS: readonly RegExp[] = [
  /기자/u,
  /댓글|comments\(\d/u,
  /무단전재|재배포금지/u,
  /조회수|조회\d|viewed\d/u,
  /작성일|등록일|작성자|입력\d{4}[.-]/u,
  /이전글|다음글/u,
  /공감\d|구독하기|티스토리|블로그|posted|updated/u,
  /자주묻는질문|자주하는질문|faq/u,
  /(^|[^a-z])q\d?\./u,
  /(^|[^a-z])a\d?\./u,
  /stackoverflow|asked\d|answered|sortedby/u,
  /howto|inthisguide|whatdoes|tutorial|relatedarticles|troubleshoot/u,
  /해결방법|해결법|원인과|이글에서|정리합니다|알아보/u,
  /관련기사|뉴스|일보|신문/u,
  /우대사항|자격요건|담당업무/u,
  /정규직|연봉|지원하기/u,
];

function contentOf(body: Passage): number {
  return body.lines
    .filter((line) => line.length > FRAME_LENGTH && !FRAME_LINE.test(line))
    .filter((line) => line.length > PROSE_LENGTH || !TROUBLE_LINE.test(line))
    .reduce((sum, line) => sum + line.length, 0);
}

function expectationOf(seen: Observation): Page['expectation'] {
  const expected = seen.markers.filter((marker) => marker.expected);
  if (expected.length === 0) return 'not-asked';
  return expected.every((marker) => marker.found) ? 'found' : 'missing';
}

/** Whether a visible element of this class was seen. Compared without regard to case. */
export function shows(seen: Observation, wanted: ElementClass): boolean {
  const elements = seen.elements.map((element) => element.toLowerCase());
  return WATCHED_ELEMENTS[wanted].some((selector) => elements.includes(selector.toLowerCase()));
}

export function pageOf(seen: Observation): Page {
  const title = passageOf(seen.title);
  const body = passageOf(seen.text);
  const whole = `${title.squeezed}\n${body.squeezed}`;
  return {
    seen,
    title,
    body,
    dialogs: seen.dialogs.map(({ message }) => passageOf(message)),
    expectation: expectationOf(seen),
    content: contentOf(body),
    loginForm:
      shows(seen, 'password') || (body.lines.includes('아이디') && body.lines.includes('비밀번호')),
    article: ARTICLE_SIGNS.filter((sign) => sign.test(whole)).length >= 2,
  };
}

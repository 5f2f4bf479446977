import { compactText } from '#core/classify/page-text';
import { type CorpusPage, outlined } from '../page.ts';
import { SAYINGS, type Sentence, type Where } from './sentences.ts';

const HEAD = `~ 본문 바로가기
~ 로그인
~ 회원가입
~ 일자리 찾기
~ 실업급여
~ 직업훈련
~ 고객센터`;
const FOOT = `~ 개인정보처리방침
~ 이용약관
~ 대표전화 1350 (평일 09:00~18:00)
~ Copyright ⓒ 고용누리 All rights reserved.`;
const CARDS = `# 자주 찾는 서비스
@ 실업급여 신청하기
@ 국민내일배움카드 발급 신청
@ 고용보험 가입이력 조회
@ 맞춤 일자리 추천 받기`;
const NEWS = `# 새소식
* 2026년 하반기 일경험 사업 참여자 모집 2026.11.20
* 직업훈련 생계비 대부 금리 인하 2026.11.17
* 고용센터 찾아가는 상담 일정 2026.11.12`;
const LOGIN = `# 로그인
? 아이디
? 비밀번호
@ 아이디 찾기
@ 비밀번호 찾기
@ 회원가입`;
const GUIDE = `실업급여는 이직한 다음 날부터 12개월 안에 신청하실 수 있습니다.
수급 자격이 인정되면 1주부터 4주까지 정해진 날에 실업인정을 받습니다.
필요한 서류와 신청 순서는 아래에서 확인하세요.`;
const SEARCH = '? 통합검색';
const TITLE = '고용누리';

interface Frame {
  readonly name: string;
  readonly at: readonly Where[];
  /** The page around the sentence, in the notation of `outlined`. */
  readonly around: (line: string) => string;
  readonly seen?: Parameters<typeof outlined>[2];
  /** The page shows nothing else. */
  readonly alone?: true;
}

const PASSWORD = { elements: ['input[type=password]'] } as const;

/** Whole pages around a sentence, by the place where it stands. */
const FRAMES: readonly Frame[] = [
  {
    name: 'portal',
    at: ['content'],
    around: (line) =>
      `${TITLE}\n${HEAD}\n# 고용누리\n${line}\n${SEARCH}\n${CARDS}\n${NEWS}\n${FOOT}`,
  },
  {
    name: 'guide',
    at: ['content'],
    around: (line) =>
      `이용 안내 | ${TITLE}\n${HEAD}\n# 이용 안내\n${GUIDE}\n${line}\n@ 신청 방법 자세히 보기\n${FOOT}`,
  },
  {
    name: 'layout',
    at: ['content', 'error-screen'],
    around: (line) => `${TITLE}\n${HEAD}\n# 안내\n${line}\n@ 처음으로\n${FOOT}`,
    alone: true,
  },
  {
    name: 'bare',
    at: ['content', 'error-screen'],
    around: (line) => `${TITLE}\n${line}`,
    alone: true,
  },
  {
    name: 'dialog',
    at: ['alert'],
    around: () => `${TITLE}\n${HEAD}\n${SEARCH}\n${CARDS}\n${NEWS}\n${FOOT}`,
  },
  {
    name: 'dialog over a login',
    at: ['alert'],
    around: () => `로그인 | ${TITLE}\n${HEAD}\n${LOGIN}\n${FOOT}`,
    seen: PASSWORD,
  },
  {
    name: 'news',
    at: ['list-item'],
    around: (line) => `${TITLE}\n${HEAD}\n${SEARCH}\n${CARDS}\n${NEWS}\n* ${line}\n${FOOT}`,
  },
  {
    name: 'board',
    at: ['list-item'],
    around: (line) =>
      `공지사항 | ${TITLE}\n${HEAD}\n# 공지사항\n${SEARCH}\n${NEWS}\n* ${line}\n${FOOT}`,
  },
  {
    name: 'card',
    at: ['card'],
    around: (line) => `${TITLE}\n${HEAD}\n${CARDS}\n# 나의 신청\n${line}\n${NEWS}\n${FOOT}`,
  },
  {
    name: 'login',
    at: ['form-hint'],
    around: (line) => `로그인 | ${TITLE}\n${HEAD}\n${LOGIN}\n${line}\n${FOOT}`,
    seen: PASSWORD,
  },
  {
    name: 'footer',
    at: ['footer'],
    around: (line) => `${TITLE}\n${HEAD}\n${SEARCH}\n${CARDS}\n${NEWS}\n~ ${line}\n${FOOT}`,
  },
  {
    name: 'article',
    at: ['article'],
    around: (line) =>
      `새소식 | ${TITLE}\n${HEAD}\n# 새소식\n작성자 홍보팀 작성일 2026-11-20 조회 312
이번 달 소식을 전해 드립니다.\n${line}\n자세한 내용은 붙임 문서를 참고해 주시기 바랍니다.\n@ 목록\n${FOOT}`,
  },
];

/** The sentence in each frame of its place. Alone on a page, a sentence that says nothing is no page. */
export function framedIn(sentence: Sentence): readonly CorpusPage[] {
  const [label, ...also] = SAYINGS[sentence.says];
  const frames = FRAMES.filter(
    ({ at, alone }) => at.includes(sentence.where) && (label !== 'passed' || !alone),
  );
  return frames.map((frame) => {
    const { around, name, seen } = frame;
    const said = sentence.where === 'alert';
    const dialogs = said ? ([{ type: 'alert', message: sentence.text }] as const) : [];
    const page = outlined(label, around(sentence.text), { ...seen, dialogs });
    return { ...page, name: `${name}: ${sentence.text}`, also };
  });
}

/** The sentence among others that say nothing, as on the pages of a portal. */
export function mixedIn(sentence: Sentence, others: readonly Sentence[]): CorpusPage {
  const [label, ...also] = SAYINGS[sentence.says];
  const texts = (wanted: boolean) =>
    others.filter(({ where }) => (where === 'list-item') === wanted).map(({ text }) => text);
  const [said, rows] = [texts(false), texts(true)];
  const own = { alert: '', 'list-item': '', footer: '' } as Partial<Record<Where, string>>;
  const inside = own[sentence.where] ?? sentence.text;
  const row = sentence.where === 'list-item' ? [sentence.text] : [];
  const lines = [
    said[0],
    inside,
    ...said.slice(1),
    ...[...rows, ...row].map((line) => `* ${line}`),
  ];
  const foot = sentence.where === 'footer' ? `~ ${sentence.text}\n${FOOT}` : FOOT;
  const dialogs =
    sentence.where === 'alert' ? ([{ type: 'alert', message: sentence.text }] as const) : [];
  const shown = lines.filter((line) => line !== undefined && line !== '').join('\n');
  const page = outlined(label, `${TITLE}\n${HEAD}\n# 고용누리\n${shown}\n${foot}`, { dialogs });
  return { ...page, name: `mixed: ${sentence.text}`, also };
}

/** The sentence in a page that works: `at` (0 to 1) is its place among the lines of the content. */
export function insertedIn(sentence: Sentence, around: CorpusPage, at: number): CorpusPage {
  const [label, ...also] = SAYINGS[sentence.says];
  const { seen } = around;
  const name = `in ${around.name}: ${sentence.text}`;
  if (sentence.where === 'alert') {
    const dialogs = [{ type: 'alert', message: sentence.text }] as const;
    return { ...around, name, label, also, seen: { ...seen, dialogs } };
  }
  const lines = seen.text.split('\n');
  const frame = new Set((seen.outline?.frame ?? []).map(compactText));
  const inside = lines.flatMap((line, place) => (frame.has(compactText(line)) ? [] : [place]));
  const place = inside[Math.floor(at * inside.length)] ?? lines.length;
  const text = [...lines.slice(0, place + 1), sentence.text, ...lines.slice(place + 1)].join('\n');
  const entries = [...(seen.outline?.entries ?? []), sentence.text];
  const isEntry = sentence.where === 'list-item' && seen.outline;
  const outline = isEntry ? { outline: { ...seen.outline, entries } } : {};
  return { ...around, name, label, also, seen: { ...seen, text, ...outline } };
}

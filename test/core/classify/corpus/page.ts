import type { Observation } from '#core/run/observation';
import type { Kind } from '#core/run/verdict';

export type Label = Kind | 'passed';

/** One page as seen, with what a careful person would call it. */
export interface CorpusPage {
  readonly name: string;
  readonly label: Label;
  /** Other labels that a careful person might give it. */
  readonly also?: readonly Label[];
  readonly seen: Observation;
}

const PLAIN: Observation = {
  layer: 'static',
  url: 'https://www.work24.go.kr/cm/main.do',
  finalUrl: 'https://www.work24.go.kr/cm/main.do',
  allowedHosts: ['www.work24.go.kr'],
  status: 200,
  headers: { 'content-type': 'text/html;charset=UTF-8' },
  title: '',
  text: '',
  elements: [],
  dialogs: [],
  markers: [],
  pending: [],
  elapsedMs: 800,
  bodyBytes: 24_000,
  contentType: 'text/html',
};

export function page(label: Label, name: string, seen: Partial<Observation>): CorpusPage {
  return { name, label, seen: { ...PLAIN, ...seen } };
}

/** A page with only a title and text. Each line is a block. */
export function said(label: Label, title: string, ...lines: readonly string[]): CorpusPage {
  return page(label, `${title} / ${lines[0] ?? ''}`, { title, text: lines.join('\n') });
}

export function alerted(
  label: Label,
  message: string,
  seen: Partial<Observation> = {},
): CorpusPage {
  const dialogs = [{ type: 'alert', message } as const];
  return page(label, `alert: ${message}`, { dialogs, ...seen });
}

export function faulted(
  label: Label,
  fault: NonNullable<Observation['fault']>,
  seen: Partial<Observation> = {},
): CorpusPage {
  const { status: _status, ...plain } = page(label, '', {}).seen;
  const name = `fault: ${fault.phase} ${fault.code ?? fault.message}`;
  return { name, label, seen: { ...plain, fault, ...seen } };
}

export const MISSING = [{ name: '로그아웃', expected: true, found: false }] as const;
export const FOUND = [{ name: '로그인', expected: true, found: true }] as const;

/** Header and footer as most portals show them around everything, errors too. */
export const HEADER = [
  '본문 바로가기',
  '로그인',
  '회원가입',
  '전체메뉴',
  '채용정보',
  '취업지원',
  '직업훈련',
  '실업급여',
  '고객센터',
];

export const FOOTER = [
  '개인정보처리방침',
  '이용약관',
  '저작권정책',
  '(27740) 충청북도 음성군 맹동면 태정로 6 한국고용정보원',
  '고객센터 1577-7114 (평일 09:00~18:00)',
  'Copyright ⓒ 한국고용정보원. All rights reserved.',
];

export function framed(label: Label, title: string, ...lines: readonly string[]): CorpusPage {
  return said(label, title, ...HEADER, ...lines, ...FOOTER);
}

/** A healthy portal's main page: menus, lists, notices. */
export const MAIN_PAGE = [
  ...HEADER,
  '통합검색',
  '인기검색어 실업급여 국민내일배움카드 육아휴직급여',
  '맞춤 채용정보',
  '[서울] (주)한빛시스템 웹 개발자 정규직 연봉 4,200만원 이상 D-5',
  '[경기] 대성물산 물류 관리 사원 계약직 시급 10,500원 D-12',
  '[부산] 해운대요양병원 간호조무사 모집 월급 240만원 상시',
  '[대전] 늘푸른어린이집 보육교사 정규직 월급 230만원 D-3',
  '자주 찾는 서비스',
  '실업급여 신청',
  '구직신청',
  '국민내일배움카드 발급',
  '출산휴가 급여',
  '고용보험 가입이력 조회',
  '모의계산',
  '공지사항',
  '2024년 하반기 국민취업지원제도 참여자 모집 2024.07.15',
  '직업훈련 생계비 대부 금리 인하 안내 2024.07.11',
  '개인정보처리방침 개정 안내 2024.07.08',
  '더보기',
  '정책 소식',
  '고용노동부, 청년 일경험 지원사업 확대한다',
  '중소기업 육아휴직 업무분담 지원금 신설',
  '이용안내 자주 묻는 질문 챗봇 상담 원격지원',
  ...FOOTER,
];

export const LOGIN_PAGE = [
  ...HEADER,
  '로그인',
  '개인회원',
  '기업회원',
  '아이디',
  '비밀번호',
  '아이디 저장',
  '로그인',
  '아이디 찾기',
  '비밀번호 찾기',
  '회원가입',
  '간편인증 로그인',
  '공동·금융인증서 로그인',
  ...FOOTER,
];

export const LOGIN_ELEMENTS = ['input[type=password]', 'input[type=text]', 'img'] as const;

/** The same from one block of text: the first line is the title, the others its lines. */
export function sheet(label: Label, block: string, seen: Partial<Observation> = {}): CorpusPage {
  const [title = '', ...lines] = block.split('\n').map((line) => line.trim());
  const text = lines.filter((line) => line !== '').join('\n');
  const name = `${title} / ${text.split('\n')[0] ?? ''}`;
  return page(label, name, { title, text, ...seen });
}

/** Several pages of one label, separated by empty lines. `-` stands for a page without a title. */
export function sheets(label: Label, blocks: string): readonly CorpusPage[] {
  return blocks
    .trim()
    .split(/\n\s*\n/u)
    .map((block) => sheet(label, block.trim().replace(/^-\n/u, '\n')));
}

const MARKS = { '#': 'headings', '@': 'links', '~': 'frame', '*': 'entries' } as const;
type Mark = keyof typeof MARKS;

function isMark(letter: string): letter is Mark {
  return letter in MARKS;
}

/**
 * A page with its outline, as the browser returns it. The first line is the title. The beginning of
 * a line says what it is: `#` heading, `@` link, `@|` links side by side, `~` menu, header or
 * footer, `*` entry of a list or row of a table, `?` label of a field; nothing: text.
 */
export function outlined(label: Label, block: string, seen: Partial<Observation> = {}): CorpusPage {
  const [title = '', ...lines] = block
    .trim()
    .split('\n')
    .map((line) => line.trim());
  const parts = { frame: [], headings: [], links: [], entries: [] } as Record<
    (typeof MARKS)[Mark],
    string[]
  >;
  let fields = 0;
  const text = lines.map((line) => {
    const mark = line[0] ?? '';
    const rest = line.slice(1).trim();
    if (mark === '?') fields += 1;
    if (mark === '?') return rest;
    if (!isMark(mark)) return line;
    const names = mark === '@' && rest.startsWith('|') ? rest.slice(1).split('|') : [rest];
    parts[MARKS[mark]].push(...names.map((name) => name.trim()));
    return names.map((name) => name.trim()).join(' ');
  });
  const outline = { ...parts, fields };
  const own = title === '-' ? '' : title;
  return page(label, `${own} / ${text[0] ?? ''}`, {
    title: own,
    text: text.join('\n'),
    outline,
    ...seen,
  });
}

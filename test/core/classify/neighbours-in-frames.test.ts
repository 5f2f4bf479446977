import { describe, expect, it } from 'vitest';
import { classify } from '#core/classify/classify';
import type { Label } from './corpus/page.ts';
import { outlined } from './corpus/page.ts';

/*
 * Pages by the author of the rules: three others of each kind of page that was judged wrong at first
 * sight in the second round of pages after real ones.
 */

const HEAD = '~ 본문 바로가기\n~ 로그인 회원가입\n~ 일자리 찾기\n~ 지원금\n~ 배움터';
const FOOT = '~ 개인정보처리방침\n~ 상담 1350';
const NO_OUTLINE = { frame: [], headings: [], links: [], entries: [] };
const found = (text: string) => ({
  markers: [{ name: 'main', expected: true, found: true, text }],
});

function kindOf(block: string, seen: Parameters<typeof outlined>[2] = found('로그인')): Label {
  return classify(outlined('passed', block, seen).seen).kind ?? 'passed';
}

function inFrame(title: string, body: string): string {
  return `${title}\n${HEAD}\n${body}\n${FOOT}`;
}

/** A healthy main page with a search and links, and a layer over it. */
function underLayer(lines: readonly string[]): Label {
  const body = `${lines.join('\n')}\n? 통합검색\n@ 맞춤 일자리 추천 받기\n@ 지원금 자격 확인하기`;
  const { seen } = outlined('passed', inFrame('일자리누리', body), found('일자리'));
  const { frame, headings, links, entries } = { ...NO_OUTLINE, ...seen.outline };
  const outline = { frame, headings, links, entries, fields: 1, layers: lines };
  return classify({ ...seen, outline }).kind ?? 'passed';
}

describe('a layer over a page that looks well', () => {
  it.each([
    ['전산 장비 고장으로 조회와 신청이 이루어지지 않고 있습니다.', '복구 중이오니 양해 바랍니다.'],
    ['통신 회선 장애', '누리집 접속이 불안정하여 로그인이 안 됩니다.'],
    ['긴급 알림', '서버실 화재로 온라인 민원이 모두 중단되었습니다.', '닫기'],
  ])('tells of an outage: %s', (...lines) => {
    expect(underLayer(lines)).toBe('error-page');
  });

  it.each([
    ['서비스 점검 중', '오전 6시까지 이용하실 수 없습니다.'],
    ['시스템 교체 작업을 하고 있어 로그인이 불가합니다.'],
    ['서버 이전 중입니다', '작업이 끝날 때까지 신청이 중단됩니다.'],
  ])('tells of work that goes on: %s', (...lines) => {
    expect(underLayer(lines)).toBe('maintenance');
  });

  it.each([
    ['서비스 점검 예정', '8월 3일(토) 0시부터 6시까지 점검할 예정입니다.', '오늘 하루 보지 않기'],
    ['알림', '간편인증 오류로 로그인이 되지 않으면 다른 방법을 이용해 주세요.'],
    ['안내', '어제 발생한 접속 장애가 복구되었습니다. 신청이 되지 않은 분은 다시 신청해 주세요.'],
    ['설문 조사', '참여해 주신 분께 상품권을 드립니다.'],
  ])('tells of no outage of now: %s', (...lines) => {
    expect(underLayer(lines)).toBe('passed');
  });
});

describe('a page whose request for data failed', () => {
  const failed = { failedRequests: [{ url: 'https://portal.example/api/list', status: 503 }] };
  const menus = '* 새소식\n* 내 지원 현황\n* 묻고 답하기\n* 제도 알아보기';

  it.each([
    '목록을 가져오지 못했습니다.',
    'Request failed with status code 503',
    '지원 현황을 표시하는 데 실패했습니다. (503)',
  ])('says so, with menus around that do not call themselves menus: %s', (said) => {
    const block = `청년지원\n${menus}\n${said}`;
    expect(kindOf(block, { ...found('내 지원 현황'), ...failed })).toBe('error-page');
  });

  it('works where the rest of it is there', () => {
    const block = `청년지원\n${menus}\n올해 청년 지원금은 3월부터 12월까지 신청하실 수 있습니다.
소득과 관계없이 만 19세부터 34세까지 신청할 수 있으며 매달 25일에 지급합니다.
@ 청년 지원금 신청하기\n@ 청년 월세 지원 알아보기\n@ 취업 준비금 신청하기`;
    expect(kindOf(block, { ...found('신청하기'), ...failed })).toBe('passed');
  });
});

describe('the error text of a database on the page of a board', () => {
  it.each([
    "SELECT * FROM g5_board\n144 : Table './portal/g5_board' is marked as crashed",
    "1146 : Table 'portal.notice' doesn't exist\nerror file : /bbs/board.php",
    "Unknown column 'wr_hit' in 'field list'\nSQL: select wr_hit from notice",
  ])('is an error, whatever the title: %s', (text) => {
    const block = `질문 게시판\n* 공지\n* 커뮤니티\n# 질문 게시판\n${text}\n? 아이디\n? 비밀번호`;
    expect(kindOf(block, found('질문 게시판'))).toBe('error-page');
  });

  it('is what an article is about where it is explained', () => {
    const block = `개발 게시판\n# 테이블이 깨졌을 때\n작성자 이하늘 작성일 2024-03-02 조회 512
아래와 같은 문구가 나오면 테이블을 고쳐야 합니다.
Table 'board' is marked as crashed\nrepair table 명령으로 되살리면 정상적으로 열립니다.\n@ 목록`;
    expect(kindOf(block, found('목록'))).toBe('passed');
  });
});

describe('a statement that the whole service stands still', () => {
  it.each([
    '전산센터 정전으로 오전 9시부터 전체 민원 처리가 중단된 상태입니다. 방문 접수는 가능합니다.',
    '통신망 고장으로 누리집 접속이 불가한 상태입니다. 급하신 분은 1350으로 전화해 주십시오.',
    '서버 이상으로 모든 업무가 멈춘 상태입니다. 가까운 센터를 찾아 주시기 바랍니다.',
  ])('is an outage in the frame of the portal: %s', (said) => {
    expect(kindOf(inFrame('일자리누리', `# 알립니다\n${said}`))).toBe('error-page');
  });
});

describe('a login that is refused for the state of the account', () => {
  it.each([
    '고객님의 계정은 장기간 미접속으로 휴면 처리된 상태입니다.',
    '해당 아이디는 관리자에 의해 사용이 정지되어 있습니다.',
    '회원님은 현재 이용이 제한된 상태입니다. 자세한 내용은 고객센터로 문의해 주세요.',
  ])('is rejected: %s', (said) => {
    expect(kindOf(`로그인\n# 로그인\n${said}\n@ 첫 화면으로`, {})).toBe('login-rejected');
  });
});

describe('a page about one thing on offer', () => {
  it.each([
    '과정 상세\n# 서버 다운 대응 실무 과정\n장애 원인을 로그에서 찾아 봅니다.\n신청',
    '채용 상세\n# 시스템 장애 관제 담당자\n서비스 중단이 발생하면 원인을 파악하고 복구합니다.\n지원하기',
    '행사 안내\n# 전산망 마비 대응 세미나 개최\n접속 불가 상황에서의 대응 사례를 나눕니다.\n참가 신청',
  ])('works, whatever trouble the thing is about: %s', (body) => {
    const [title = '', ...rest] = body.split('\n');
    expect(kindOf(inFrame(title, rest.join('\n')))).toBe('passed');
  });

  it.each(['과정 정보를 불러오지 못했습니다.', '시스템 오류가 발생했습니다.'])(
    'is an error page where the thing is not there: %s',
    (said) => {
      expect(kindOf(inFrame('과정 상세', `# 과정 상세\n${said}`))).toBe('error-page');
    },
  );
});

describe('a rule, a condition or an instruction', () => {
  it.each([
    '자격 확인\n# 확인 결과\n소득 요건을 충족하지 못하여 신청하실 수 없습니다.\n다시 확인하기',
    '신청 결과\n# 신청 결과\n지원 대상에 해당하지 않아 접수가 제한됩니다.\n이의신청 안내',
    '도움말\n# 화면이 하얗게 나올 때\n문제가 계속되면 브라우저 설정에서 캐시를 지워 주세요.',
    '알림\n# 작업 안내\n작업하는 주말(9.6.~9.7.)에는 신청을 하실 수 없습니다. 미리 준비해 주세요.',
    '공지\n# 다음 주 전산 교체 안내\n다음 주 토요일에는 서비스를 이용하실 수 없습니다.\n@ 목록',
  ])('says nothing of the service: %s', (body) => {
    const [title = '', ...rest] = body.split('\n');
    expect(kindOf(inFrame(title, rest.join('\n')))).toBe('passed');
  });

  it.each([
    '위치 권한을 허용하지 않으면 가까운 센터를 보여 드릴 수 없어요',
    '지문을 등록하지 않으면 매번 비밀번호를 입력하셔야 해요',
    '자동 로그인을 켜면 다음부터 바로 들어오실 수 있어요',
  ])('asks for a choice on a telephone: %s', (said) => {
    expect(kindOf(`설정\n${said}\n허용\n나중에`, {})).toBe('passed');
  });

  it.each([
    '미提交材料的申请人不得参加考试。'.replace('미', '未'),
    'Người chưa đăng ký không thể sử dụng dịch vụ.',
    'Those who have not agreed to the terms cannot use this service.',
  ])('says so in other languages: %s', (said) => {
    const block = `EPS\n~ EPS\n~ Menu\n# Rules\n${said}\n? lang`;
    expect(kindOf(block, found('Menu'))).toBe('passed');
  });
});

describe('a notice about one function', () => {
  it.each([
    '건강보험공단 점검으로 보험료 조회만 잠시 안 됩니다.',
    '은행 점검으로 계좌 확인만 이용하실 수 없으며 나머지 서비스는 정상입니다.',
    '지도 서비스 교체로 위치 보기만 당분간 제한됩니다.',
  ])('leaves the portal healthy: %s', (said) => {
    const body = `${said}\n? 통합검색\n@ 일자리 추천 받기\n@ 지원금 확인하기`;
    expect(kindOf(inFrame('일자리누리', body))).toBe('passed');
  });
});

import { describe, expect, it } from 'vitest';
import { classify } from '#core/classify/classify';
import type { Kind } from '#core/run/verdict';
import { outlined } from './corpus/page.ts';

const HEADER = ['~ 고용나루', '~ 일자리 찾기', '~ 직업훈련', '@ 로그인', '@ 회원가입'];
const FOOTER = [
  '@| 개인정보처리방침 | 이용약관',
  '~ 고용나루 30117 세종시 가상로 42 · 상담 1577-0000',
];

const judged = (...lines: readonly string[]) =>
  classify(outlined('unknown', lines.join('\n')).seen);
const framed = (title: string, ...lines: readonly string[]) =>
  judged(title, ...HEADER, ...lines, ...FOOTER);

/** Wordings that are in no list of phrases: a subject, and what happened to it. */
const MESSAGES: readonly (readonly [Kind, string, ...string[]])[] = [
  ['error-page', '증명서', '발급 서버가 대답을 하지 않네요.', '조금 뒤 다시 들러 주세요.'],
  ['error-page', '구직', '전산 설비 고장으로 모든 창구 업무가 멈춰 있습니다.'],
  ['error-page', '훈련', '# 앗!', '화면을 그리다가 오류가 나서 넘어졌어요.', '@ 홈으로'],
  ['error-page', 'Portal', 'We hit a snag while loading your list. Please refresh the page.'],
  ['maintenance', '포털', '차세대 시스템으로 갈아타는 중이에요. 8월 5일에 다시 만나요!'],
  ['maintenance', '안내', '보안 패치를 적용하고 있습니다.', '완료 예정 04:30'],
  ['blocked', '안내', '침해 위협으로 판단되는 요청이 탐지되어 연결을 끊었습니다.'],
  ['waiting-room', '대기', '회원님은 245번째로 입장하십니다.', '창을 닫으면 순서가 뒤로 밀립니다.'],
  ['login-rejected', '알림', '비밀번호 입력 오류입니다. (3/5)'],
  ['password-expired', '안내', '비밀번호 유효기간이 끝났습니다. 새로운 비밀번호로 바꿔 주세요.'],
  [
    'login-unavailable',
    '로그인',
    '당분간 교외에서의 아이디 로그인을 막았습니다.',
    'VPN으로 로그인하세요.',
  ],
  ['changed', '안내', '찾으시는 페이지가 없어졌거나 이름이 바뀌었어요.', '@ 홈으로 가기'],
  ['timeout', '조회', '제한 시간 안에 처리가 끝나지 않아 연결이 종료되었습니다.'],
];

describe('a page that is one message', () => {
  it.each(MESSAGES)('is told by its sentences: %s, %s', (kind, title, ...lines) => {
    expect(judged(title, ...lines)).toMatchObject({ kind });
    expect(framed(title, ...lines)).toMatchObject({ kind });
  });

  it('names what weighed most', () => {
    const verdict = judged(
      '포털',
      '통신 회선 장애로 화면이 열리지 않고 있습니다.',
      '잠시 후 다시 와 주세요.',
    );
    expect(verdict.matched).not.toBe('');
    expect(verdict.reason).not.toBe('');
  });
});

const HEALTHY: readonly (readonly [string, ...string[]])[] = [
  ['마감', '# 접수 마감', '신청 기간이 종료되어 더 이상 신청할 수 없습니다.', '@ 다른 사업 보기'],
  [
    '원격지원',
    '프로그램 설치 오류나 화면이 열리지 않는 문제를 상담원이 도와드립니다.',
    '@ 상담 신청',
  ],
  ['앱 안내', '앱이 실행되지 않거나 오류가 나면 새 판으로 바꿔 주세요.', '@ 안드로이드용 내려받기'],
  [
    '로그인',
    '비밀번호를 5회 이상 틀리면 계정이 잠깁니다.',
    '@ 비밀번호 찾기',
    '? 아이디',
    '? 비밀번호',
  ],
  ['보안 교육', '해킹 공격을 탐지하고 차단하는 방법을 배웁니다.', '@ 수강 신청하기'],
  ['오류 신고', '누리집을 쓰다가 겪은 오류를 알려 주세요.', '? 제목', '? 내용', '? 이메일'],
  ['도서관', '승강기 점검과 냉난방 설비 교체로 본관을 휴관합니다.', '@ 행사 일정 보기'],
  [
    '장애인 고용',
    '청각장애인을 위한 문자통역',
    '장애 정도가 심한 분이 먼저 이용합니다.',
    '@ 장애인 지원 사업 보기',
  ],
];

describe('a page that only speaks of trouble', () => {
  it.each(HEALTHY)('is no outage: %s', (title, ...lines) => {
    expect(judged(title, ...lines).result).not.toBe('failed');
    expect(framed(title, ...lines).result).not.toBe('failed');
  });

  it('works if it has links for what it announces', () => {
    const notices = ['@ 시스템 점검에 따른 서비스 중단 안내', '@ 접속 지연 관련 사과 말씀'];
    expect(framed('고용나루', '# 공지사항', ...notices, '@ 실업급여 신청하기').result).toBe(
      'passed',
    );
  });
});

describe('a page with nothing between its header and its footer', () => {
  it('is blank', () => {
    expect(framed('고용나루')).toMatchObject({ result: 'failed', kind: 'blank' });
  });

  it('is not when there is something to do', () => {
    expect(
      framed('고용나루', '@ 실업급여 신청하기', '@ 구직 등록하기', '@ 훈련과정 찾아보기').result,
    ).toBe('passed');
  });
});

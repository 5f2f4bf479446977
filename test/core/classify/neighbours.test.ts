import { describe, expect, it } from 'vitest';
import { classify } from '#core/classify/classify';
import { outlined } from './corpus/page.ts';

/*
 * Pages by the author of the rules, written after the rules and beside them: kinds, not cases. What
 * they score says nothing about the pages of others.
 */

const HEAD = '~ 본문 바로가기\n~ 로그인 회원가입 사이트맵\n~ 채용정보\n~ 실업급여\n~ 직업훈련\n';
const FOOT = '\n~ 개인정보처리방침\n~ 고객센터 1350';
const shows = (text: string) => ({
  markers: [{ name: 'main', expected: true, found: true, text }],
});
const PAGES: readonly (readonly [label: string, page: string, marker: string])[] = [
  [
    'error-page',
    `고용24\n${HEAD}# 알림\n이용량이 갑자기 늘어 화면을 표시하지 못하고 있습니다. 불편을 끼쳐 드려 송구합니다.${FOOT}`,
    '로그인',
  ],
  [
    'error-page',
    `실업급여\n${HEAD}# 실업급여 신청\n신청 내역을 가져오는 도중 문제가 생겼어요. 새로고침해 주세요.${FOOT}`,
    '실업급여',
  ],
  [
    'error-page',
    `채용정보\n${HEAD}# 채용정보\n? 검색어\n* 번호\t제목\t회사\nORA-03113: end-of-file on communication channel${FOOT}`,
    '채용정보',
  ],
  [
    'error-page',
    `고용24\n${HEAD}요청하신 업무를 처리할 서버가 응답하지 않아 결과를 보여 드리지 못합니다.${FOOT}`,
    '고용24',
  ],
  [
    'error-page',
    `직업훈련\n${HEAD}# 훈련과정\n전산망 장애로 훈련과정 조회가 불가능합니다. 복구 시 문자로 안내합니다.${FOOT}`,
    '훈련과정',
  ],
  [
    'maintenance',
    `고용24\n${HEAD}# 서비스 일시 중지\n데이터베이스 이전 작업을 하고 있어 오늘 22시까지 모든 업무를 멈춥니다.${FOOT}`,
    '로그인',
  ],
  [
    'maintenance',
    `고용24\n${HEAD}정기 점검 시간(00:00~06:00)입니다. 점검이 끝난 뒤 이용해 주시기 바랍니다.${FOOT}`,
    '회원가입',
  ],
  [
    'waiting-room',
    `고용24\n${HEAD}이용하시려는 분이 많아 차례대로 들어가실 수 있도록 안내하고 있습니다.\n내 앞 1,204명 / 예상 3분${FOOT}`,
    '로그인',
  ],
  [
    'blocked',
    `고용24\n${HEAD}이 네트워크에서는 접속이 허용되지 않습니다. 담당 부서에 등록을 신청하십시오.${FOOT}`,
    '로그인',
  ],
  ['blocked', `고용24\n${HEAD}보안을 위해 이 PC의 접속을 30분간 제한하였습니다.${FOOT}`, '로그인'],
  ['blocked', `고용24\n${HEAD}국외에서는 본 서비스를 이용하실 수 없습니다.${FOOT}`, '로그인'],
  ['error-page', 'EPS\n~ EPS\n~ Trang chủ\nMáy chủ gặp sự cố. Vui lòng quay lại sau.', 'EPS'],
  ['error-page', 'EPS\n~ EPS\nប្រព័ន្ធមានបញ្ហា មិនអាចប្រើបាន សូមព្យាយាមម្ដងទៀត', 'EPS'],
  ['maintenance', 'EPS\n~ EPS\nစနစ်ကို ပြုပြင်ထိန်းသိမ်းနေပါသည်။', 'EPS'],
  ['login-rejected', 'EPS\n~ EPS\n? num\n? pw\nПароль неверный. Повторите попытку.', 'EPS'],
  [
    'passed',
    `회원가입\n${HEAD}# 회원가입\n? 이름\n? 생년월일\n만 14세 미만은 법정대리인 동의가 없으면 가입할 수 없습니다.\n다음${FOOT}`,
    '다음',
  ],
  [
    'passed',
    `실업급여\n${HEAD}# 실업인정 안내\n@ 실업인정 신청하기\n기한이 지난 실업인정은 인터넷으로 신청할 수 없습니다.\n월요일 오전에는 이용자가 많아 접속이 지연될 수 있습니다.${FOOT}`,
    '실업인정',
  ],
  [
    'passed',
    `공지사항\n${HEAD}# 7.18. 접속 장애 복구 완료 안내\n작성일 2024.07.18
오전에 발생한 시스템 장애가 복구되어 현재 모든 서비스를 정상 이용하실 수 있습니다.\n이전글\n목록${FOOT}`,
    '목록',
  ],
  [
    'passed',
    `고용24\n${HEAD}# 알림\n* [공지] 7월 20일 시스템 점검으로 서비스가 중단됩니다 2024.07.15
* [장애] 민원 발급 오류 복구 안내 2024.07.12\n# 인기 서비스\n@ 실업급여 신청\n@ 구직신청\n오늘 방문 412,077명${FOOT}`,
    '오늘 방문',
  ],
  [
    'passed',
    `모의계산\n${HEAD}# 실업급여 모의계산\n? 나이\n? 임금\n입력값이 올바르지 않으면 계산할 수 없습니다.\n계산하기${FOOT}`,
    '계산하기',
  ],
  [
    'passed',
    `인증서\n${HEAD}# 인증센터\n폐기된 인증서로는 접속이 불가하며, 타 기관 인증서는 등록 후 사용하실 수 있습니다.\n@ 인증서 등록\n@ 인증서 갱신${FOOT}`,
    '인증서',
  ],
  [
    'passed',
    `이용안내\n${HEAD}# 오류 해결 방법\n화면이 열리지 않을 때는 인터넷 사용 기록을 삭제하십시오.\n보안 프로그램이 충돌하면 접속이 되지 않습니다.${FOOT}`,
    '해결 방법',
  ],
  [
    'passed',
    `장애인 고용\n${HEAD}# 장애인 고용장려금\n의무고용률에 미달하면 지급이 제한됩니다. 중증장애인 2배 인정.\n@ 장려금 신청${FOOT}`,
    '장려금',
  ],
  [
    'passed',
    `로그인\n${HEAD}# 로그인\n? 아이디\n? 비밀번호\n비밀번호를 5회 이상 잘못 입력하면 로그인이 제한됩니다.\n로그인${FOOT}`,
    '아이디',
  ],
  [
    'passed',
    `채용\n${HEAD}# 검색결과 12건\n* 서버 장애 대응 엔지니어 모집\n* 데이터베이스 오류 분석가 모집\n* 시스템 점검 담당자 모집${FOOT}`,
    '검색결과',
  ],
  [
    'passed',
    `고용24\n${HEAD}# 서비스 현황\n워크넷 정상\n고용보험 정상\n국민취업지원제도 점검 예정(7/20)\n@ 지난 장애 이력 보기${FOOT}`,
    '정상',
  ],
  [
    'error-page',
    `내 강의실\n${HEAD}# 과제\n과제를 불러오지 못했습니다.\n# 공지\n공지를 불러오지 못했습니다.\n@ 다시 시도${FOOT}`,
    '과제',
  ],
  [
    'passed',
    `API 안내\n${HEAD}# 응답 코드
오류가 나면 다음 코드를 답합니다.
* 400 Bad Request: 요청이 잘못됨
* 404 Not Found: 없는 주소
* 429 Too Many Requests: 너무 잦은 요청
* 503 Service Unavailable: 잠시 후 다시${FOOT}`,
    '응답 코드',
  ],
  [
    'error-page',
    `채용\n${HEAD}# 지역별 모집
서울 450명 이상, 부산 512명 이상, 대구 431명 이상
java.sql.SQLException: Connection refused${FOOT}`,
    '지역별 모집',
  ],
  [
    'error-page',
    `현황\n${HEAD}# 처리 현황
접수 412건, 처리 455건, 반려 501건
일시적인 오류가 발생하여 조회할 수 없습니다. 잠시 후 다시 시도해 주십시오.${FOOT}`,
    '처리 현황',
  ],
  [
    'error-page',
    `조회\n${HEAD}# 신청 내역
서비스 이용에 불편을 드려 죄송합니다. 오류가 발생하였습니다.
2026-11-26 21:14:08.221 ERROR java.lang.NullPointerException
2026-11-26 21:14:08.300 ERROR org.springframework.dao.DataAccessException${FOOT}`,
    '신청 내역',
  ],
  [
    'passed',
    `사용설명서\n${HEAD}# 문제 해결\n붉은 등이 깜박이면 네트워크 연결 실패입니다.\n전원과 공유기를 확인하십시오.${FOOT}`,
    '문제 해결',
  ],
];

describe('a page within the frame of a portal, whose marker shows', () => {
  it.each(PAGES)('is %s: %s', (label, block, text) => {
    const { seen } = outlined('passed', block, shows(text));
    expect(classify(seen).kind ?? 'passed').toBe(label);
  });
});

import { alerted, type CorpusPage, LOGIN_ELEMENTS, sheet, sheets } from '../page.ts';

const TOP = `미르산업포털
  회원가입 로그인 사이트맵 관리자
  사업안내 사업신청 기업지원 알림마당 기관소개`;
const END = `(34129) 대전광역시 유성구 가정로 217
  TEL 042-000-0000 FAX 042-000-0001
  Copyright 미르산업진흥원`;

/** An eighth batch, scored once before any rule had seen it. Pages refusing, changed or healthy. */
export const INDUSTRY_OTHERS: readonly CorpusPage[] = [
  ...sheets(
    'blocked',
    `
    보안 경고
    비정상적인 요청으로 판단되어 접근이 차단되었습니다.
    문의 시 사건번호 1182를 알려 주세요.

    차단
    국외 IP 접속 제한 정책에 따라 접속할 수 없습니다.

    Checking your browser
    Please wait while we verify that you are not a bot.

    Web Page Blocked!
    The page cannot be displayed. Please contact the administrator for additional information.
    Attack ID: 20000051
    `,
  ),
  alerted('blocked', '접근이 거부되었습니다.', {}),
  alerted('login-rejected', '로그인에 실패하였습니다. 아이디/비밀번호를 확인하세요.', {}),
  sheet(
    'login-rejected',
    `로그인
    ${TOP}
    회원 로그인
    아이디
    비밀번호
    해당 아이디가 존재하지 않습니다.
    ${END}`,
    { elements: LOGIN_ELEMENTS },
  ),
  sheet(
    'password-expired',
    `비밀번호 변경
    ${TOP}
    비밀번호 유효기간이 지났습니다.
    새 비밀번호로 변경한 뒤 이용할 수 있습니다.
    현재 비밀번호
    새 비밀번호
    ${END}`,
    { elements: ['input[type=password]'] },
  ),
  ...sheets(
    'changed',
    `
    미르산업포털
    ${TOP}
    존재하지 않는 게시물입니다.
    목록으로
    ${END}

    안내
    미르산업포털은 2024년 6월부로 나라산업포털로 통합되었습니다. 3초 후 이동합니다.
    `,
  ),
  ...sheets(
    'unknown',
    `
    미르산업포털
    세션이 종료되었습니다.
    다시 로그인하시기 바랍니다.
    `,
  ),
  ...sheets(
    'passed',
    `
    미르산업포털
    ${TOP}
    2024년 스마트공장 구축 지원사업 공고
    중소기업 혁신바우처 참여기업 모집
    수출 초보기업 컨설팅 안내
    공지사항
    [긴급] 시스템 점검에 따른 서비스 일시 중단(7.20.)
    접속 장애 복구 완료 안내
    ${END}

    미르산업포털
    시스템 점검 안내
    7.20.(토) 22:00~24:00 사업신청 불가
    하루 동안 열지 않기
    ${TOP}
    스마트공장 구축 지원사업 공고
    혁신바우처 참여기업 모집
    ${END}

    FAQ | 미르산업포털
    ${TOP}
    신청서 저장 시 오류가 발생합니다. 어떻게 하나요?
    크롬 브라우저로 다시 시도해 주세요.
    첨부파일이 올라가지 않습니다.
    파일 크기가 20MB를 넘으면 업로드할 수 없습니다.
    ${END}

    스마트공장 설비 장애 예지보전 사업
    ${TOP}
    사업개요
    설비 고장과 장애를 미리 진단하는 시스템 보급
    지원대상 중소 제조기업
    신청기간 2024.7.1. ~ 7.31.
    ${END}

    보도자료 | 미르산업포털
    ${TOP}
    미르산업포털, 장애 대응 훈련 실시
    등록일 2024.07.10
    진흥원은 서비스 중단 상황을 가정한 복구 훈련을 했다고 밝혔다.
    ${END}
    `,
  ),
  sheet(
    'passed',
    `로그인
    ${TOP}
    아이디
    비밀번호
    비밀번호를 5회 이상 틀리면 계정이 잠깁니다.
    서비스 점검: 매월 마지막 일요일 00:00~04:00
    ${END}`,
    { elements: LOGIN_ELEMENTS },
  ),
  ...sheets(
    'passed',
    `
    기업마당 상담
    ${TOP}
    상담 신청
    자금 애로
    판로 애로
    불공정거래 피해 신고
    ${END}

    통계
    ${TOP}
    산업재해 발생 현황
    2023년 사고 1,204건
    추락 320건
    끼임 210건
    ${END}

    Changelog
    v2.3.1
    Fixed: 500 error on login
    Fixed: timeout when exporting
    Added: dark mode

    Mir Industry Portal
    Programs
    Apply online
    If you experience technical problems, call 042-000-0000.
    News
    Our new website is live

    결제 내역
    ${TOP}
    2024-07-01 정상 승인
    2024-07-05 승인 거절 (한도 초과)
    2024-07-09 정상 승인
    ${END}

    사업신청
    ${TOP}
    현재 접수 중인 사업이 없습니다.
    지난 사업 보기
    ${END}

    웹 접근성 정책
    ${TOP}
    일부 첨부파일은 화면낭독기로 읽을 수 없습니다.
    이용에 불편이 있으면 알려 주세요.
    ${END}
    `,
  ),
  alerted('passed', '7월 20일(토) 시스템 점검이 예정되어 있습니다.', {
    text: '미르산업포털\n스마트공장 구축 지원사업 공고\n혁신바우처 참여기업 모집\n수출 초보기업 컨설팅 안내',
  }),
];

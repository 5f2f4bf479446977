import { alerted, type CorpusPage, LOGIN_ELEMENTS, sheet, sheets } from '../page.ts';

const TOP = `온누리복지
  복지서비스
  서비스신청
  복지도움
  알림마당
  로그인`;
const END = `보건복지상담센터 129
  (30113) 세종특별자치시 도움4로 13
  Copyright 온누리복지`;

/** A sixth batch, scored once before any rule had seen it. Pages refusing, changed or healthy. */
export const WELFARE_OTHERS: readonly CorpusPage[] = [
  ...sheets(
    'blocked',
    `
    보안 차단
    귀하의 접속은 보안 정책을 위반하여 차단되었습니다.
    사이버안전센터 1544-0000

    온누리복지
    동일 IP에서 과도한 접속이 발생하여 일시적으로 접속을 제한합니다.

    Access Denied
    Your access to this site has been limited by the site owner.

    접속 확인
    접속하신 브라우저가 안전한지 확인하고 있습니다.
    잠시 후 자동으로 이동합니다.
    `,
  ),
  alerted('blocked', '잘못된 경로로 접근하셨습니다.', {}),
  alerted('login-rejected', 'ID 또는 PW가 맞지 않습니다. (2회 실패)', { elements: LOGIN_ELEMENTS }),
  sheet(
    'login-rejected',
    `로그인 | 온누리복지
    ${TOP}
    로그인
    아이디 또는 비밀번호가 일치하지 않습니다.
    다시 입력해 주세요.
    아이디
    비밀번호
    ${END}`,
    { elements: LOGIN_ELEMENTS },
  ),
  alerted('login-rejected', '사용이 중지된 계정입니다. 관리자에게 문의하세요.', {}),
  ...sheets(
    'password-expired',
    `
    비밀번호 변경안내
    고객님께서는 3개월 이상 동일한 비밀번호를 사용하고 계십니다.
    비밀번호 변경
    다음에 하기
    `,
  ),
  ...sheets(
    'login-unavailable',
    `
    로그인 | 온누리복지
    ${TOP}
    아이디 로그인 서비스 종료 안내
    2024년 12월부터 아이디/비밀번호 로그인은 제공하지 않습니다.
    간편인증서로 로그인
    공동인증서로 로그인
    ${END}
    `,
  ),
  ...sheets(
    'changed',
    `
    온누리복지
    ${TOP}
    해당 페이지를 찾을 수 없습니다.
    페이지가 이동되었거나 삭제되었을 수 있습니다.
    ${END}

    안내
    이 서비스는 복지로로 이전되었습니다.
    복지로 바로가기
    `,
  ),
  ...sheets(
    'unknown',
    `
    알림
    오랫동안 사용하지 않아 로그인이 해제되었습니다.
    `,
  ),
  ...sheets(
    'passed',
    `
    온누리복지
    ${TOP}
    복지서비스 찾기
    기초연금
    아동수당
    장애수당
    긴급복지 생계지원
    에너지바우처
    새소식
    시스템 정기점검 안내(매월 둘째 주)
    접속 오류 시 조치 방법 안내
    ${END}

    온누리복지
    서비스 일시 중단 안내
    7월 27일(토) 00:00~08:00 시스템 점검으로 모든 서비스가 중단됩니다.
    이용에 불편을 드려 죄송합니다.
    오늘 하루 보지 않기
    ${TOP}
    복지서비스 찾기
    기초연금
    아동수당
    생계지원
    에너지바우처
    복지위기 알림
    ${END}

    새소식 | 온누리복지
    ${TOP}
    새소식
    복지로 접속 장애 관련 사과의 말씀
    등록일 2024.07.19
    7월 18일 발생한 접속 장애로 불편을 겪으신 국민 여러분께 사과드립니다.
    장애 원인은 네트워크 장비 오류로 확인되었으며 같은 날 12시에 복구되었습니다.
    목록
    ${END}

    장애수당 | 온누리복지
    ${TOP}
    장애수당
    지원대상 만 18세 이상 등록장애인
    신청방법 읍면동 주민센터 방문 또는 온라인
    문의 129
    ${END}
    `,
  ),
  sheet(
    'passed',
    `로그인 | 온누리복지
    ${TOP}
    로그인
    아이디
    비밀번호
    로그인이 되지 않을 경우 고객센터로 문의해 주세요.
    5회 이상 실패하면 10분간 로그인할 수 없습니다.
    ${END}`,
    { elements: LOGIN_ELEMENTS },
  ),
  sheet(
    'passed',
    `복지도움 챗봇
    무엇을 도와드릴까요?
    로그인 오류
    신청 오류
    비밀번호 잠김 해제
    상담원 연결`,
    { elements: ['input[type=text]'] },
  ),
  ...sheets(
    'passed',
    `
    주차장 안내
    공단 청사 주차장 공사로 10월 말까지 이용이 제한됩니다.
    대중교통 이용을 부탁드립니다.
    오시는 길
    층별 안내
    관람 시간

    정전 안내 - 한빛전력
    ${TOP}
    우리 동네 정전 정보
    세종시 나성동 7월 20일 10:00~12:00 설비 점검으로 정전
    세종시 도담동 7월 21일 10:00~11:00 설비 점검으로 정전
    정전 신고
    ${END}

    한빛아이티 블로그
    WAS가 응답하지 않을 때 확인할 것
    JEUS와 WebtoB 사이의 연결이 끊어지면 503 Service Unavailable이 보인다.
    먼저 jeusadmin으로 상태를 확인한다.
    다음 글
    이전 글

    장애 이력
    서비스 상태
    모든 서비스 정상
    지난 장애
    2024-07-18 로그인 지연 (해결됨)
    2024-06-02 조회 오류 (해결됨)
    `,
  ),
  sheet(
    'passed',
    `오류 제보하기
    ${TOP}
    홈페이지 오류 제보
    어떤 오류가 있었나요?
    오류가 난 화면 주소
    오류 내용
    보내기
    ${END}`,
    { elements: ['input[type=text]', 'textarea'] },
  ),
  ...sheets(
    'passed',
    `
    입찰공고
    ${TOP}
    2024년 정보시스템 장애예방 점검 용역
    공고번호 20240718-001
    마감 2024-08-02
    첨부 제안요청서.hwp
    ${END}

    Ministry of Welfare
    News
    Ministry apologises for website outage
    The outage on 18 July was caused by a failed network switch. Services were restored at noon.
    Read more
    Publications
    Contact us

    신청 결과
    ${TOP}
    신청이 정상적으로 접수되었습니다.
    처리 결과는 문자로 알려드립니다.
    ${END}

    국가기술자격 기출문제
    정보처리기사 실기
    다음 중 교착상태(deadlock)가 발생하기 위한 조건이 아닌 것은?
    데이터베이스 장애 회복 기법을 쓰시오.

    이용시간
    ${TOP}
    서비스 이용시간
    조회 24시간
    신청 09:00~22:00
    정기점검 매주 일요일 00:00~06:00 (이용 불가)
    ${END}
    `,
  ),
];

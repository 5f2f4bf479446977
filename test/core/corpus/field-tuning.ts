import {
  alerted,
  type CorpusPage,
  LOGIN_ELEMENTS,
  LOGIN_PAGE,
  MAIN_PAGE,
  MISSING,
  page,
  sheet,
} from './page.ts';

const MENU = `새길취업
  메뉴열기
  일자리찾기
  인재찾기
  취업지원
  나의새길
  로그인 회원가입`;
const FOOT = `(04513) 서울특별시 중구 세종대로 39
  대표전화 02-123-4567
  Copyright 2024 새길취업진흥원`;

/** Errors as real `error.jsp` files word them. Services invented, wording paraphrased. */
const FAILING: readonly CorpusPage[] = [
  sheet(
    'error-page',
    `페이지 오류
    새길취업 통합시스템 이용에 불편을 드려 죄송합니다.
    일시적인 페이지 오류로 사이트를 이용하실 수 없습니다.
    새로고침(F5)을 누르시거나 잠시 후 이용하여 주십시오.
    이전페이지`,
  ),
  sheet(
    'error-page',
    `
    잘못된 경로로 들어오셨거나 일시적인 오류입니다.
    문제가 지속되면 담당자에게 문의 바랍니다.`,
  ),
  sheet(
    'error-page',
    `에러 발생
    요청을 처리하는 과정에서 에러가 났습니다.
    빠른 시간 안에 고치도록 하겠습니다.
    에러 타입 : java.lang.NullPointerException
    에러 메시지 : null`,
  ),
  sheet(
    'error-page',
    `새길취업
    ${MENU}
    페이지를 표시할 수 없습니다
    가능성이 높은 원인
    웹 사이트가 유지보수 중이거나 프로그램에 문제가 있을 수 있습니다.
    이렇게 해 보세요
    새로 고침
    이전 페이지로
    ${FOOT}`,
  ),
  sheet(
    'error-page',
    `
    이용에 불편을 드려 죄송합니다.
    사용자 증가로 접속이 지연되고 있습니다.
    잠시 후 다시 시도해주세요.`,
  ),
  sheet(
    'error-page',
    `500 ERROR
    내부 서버 오류입니다.
    서비스 처리 과정에서 에러가 발생하였습니다.
    문의를 원하실 경우 고객센터를 이용해 주세요.`,
  ),
  sheet(
    'error-page',
    `새길취업
    ${MENU}
    관리자에게 문의하세요
    오류가 계속 반복됩니다
    뒤로가기
    ${FOOT}`,
  ),
  sheet(
    'error-page',
    `안내
    서비스 접속이 원활하지 않습니다.
    현재 이용자가 일시적으로 집중되어 원활한 서비스 제공이 어렵습니다.
    잠시 후 다시 접속해 주시기 바랍니다.
    확인`,
  ),
  sheet(
    'error-page',
    `시스템 안내
    시스템 내부에 문제가 생겨 화면을 띄우지 못했습니다.
    [처음으로]`,
  ),
  sheet(
    'error-page',
    `누리훈련넷
    앗! 일시적인 문제가 생겼어요
    담당자가 문제를 확인하고 있습니다. 조금만 기다려 주세요.
    에러 ID 8f3c-11aa`,
  ),
  sheet(
    'error-page',
    `바름보험
    ${MENU}
    보험료 조회
    조회 도중 서버에서 오류 응답을 받았습니다. (E-5012)
    다시 시도
    ${FOOT}`,
  ),
  sheet(
    'error-page',
    `Message
    처리중 에러가 발생했습니다.
    [E0001] TransactionException
    tx timeout`,
  ),
  sheet(
    'error-page',
    `오류
    java.sql.SQLException: 최대 접속 개수를 초과했습니다`,
  ),
  sheet(
    'error-page',
    `
    DB Connection Fail`,
  ),
  sheet(
    'error-page',
    `
    데이타베이스에 접속할 수 없습니다. 관리자에게 문의하십시오.`,
  ),
  sheet(
    'error-page',
    `JEUS Error
    500 Internal Server Error
    Exception occurred while servicing request [/portal/main.do]
    jeus.servlet.engine.exception.ServletException`,
  ),
  sheet(
    'error-page',
    `Error 500--Internal Server Error
    From RFC 2068 Hypertext Transfer Protocol -- HTTP/1.1:
    10.5.1 500 Internal Server Error`,
  ),
  sheet(
    'error-page',
    `HTTP Status 500 – Internal Server Error
    Type Exception Report
    Message Unable to compile class for JSP
    org.apache.jasper.JasperException`,
  ),
  sheet(
    'error-page',
    `
    Warning: mysqli_connect(): (HY000/2002): Connection refused in /home/www/inc/db.php on line 12`,
  ),
  sheet(
    'error-page',
    `Apache Tomcat/9.0.65
    If you're seeing this, you've successfully installed Tomcat. Congratulations!`,
  ),
  sheet(
    'error-page',
    `새길취업
    We're sorry, but something went wrong.
    If you are the application owner check the logs for more information.`,
  ),
  sheet(
    'error-page',
    `Error
    The service you requested is unavailable at this time. Please try later.`,
  ),
  sheet(
    'error-page',
    `Application Error
    An error occurred in the application and your page could not be served.`,
  ),
  sheet(
    'error-page',
    `
    {"resultCode":"9999","resultMsg":"시스템 오류가 발생하였습니다."}`,
    { contentType: 'application/json' },
  ),
  alerted('error-page', '처리 중 오류가 발생하였습니다.\n관리자에게 문의하여 주십시오.', {}),
  alerted('error-page', '서버와의 통신에 실패하였습니다.', { title: '새길취업', text: '새길취업' }),
  alerted('timeout', '서버 응답시간이 초과되었습니다. 다시 시도해 주세요.', {}),
  sheet(
    'http-error',
    `500
    서버 오류가 발생했습니다. 잠시 후 다시 시도해 주세요.
    홈으로 돌아가기`,
    { status: 500 },
  ),
  sheet(
    'http-error',
    `502 Bad Gateway
    502 Bad Gateway
    nginx`,
    { status: 502 },
  ),
  sheet(
    'blank',
    `새길취업
    Loading ...`,
  ),
  sheet(
    'blank',
    `누리훈련넷
    데이터를 불러오고 있습니다...`,
    { elements: ['.loading'] },
  ),
  sheet('blank', '새길취업'),
];

const CLOSED: readonly CorpusPage[] = [
  sheet(
    'maintenance',
    `시스템 점검 안내
    시스템 점검중으로 인해 서비스가 중단됨을 알려드립니다.
    이용에 불편을 드려 죄송합니다.
    일시 : 2024년 08월 14일
    00:00~18:30`,
  ),
  sheet(
    'maintenance',
    `서비스 점검 안내
    안녕하십니까? 새길취업입니다.
    보다 나은 서비스를 제공하고자 아래와 같이 시스템 작업을 진행하오니 이용에 참고하시기 바랍니다.
    작업일시 : 11월 2일(토) 22:00 ~ 11월 3일(일) 06:00
    작업내용 : 서버 증설
    감사합니다.`,
  ),
  sheet(
    'maintenance',
    `기업 정보
    기업 정보 점검 안내
    다음의 내용으로 시스템 점검 중이오니 서비스 이용에 참고하시기 바랍니다.
    내용 : 시스템 점검 작업으로 인한 서비스 이용 불가
    더욱 안정적인 서비스를 제공하기 위함이오니 양해 부탁 드립니다.`,
  ),
  sheet(
    'maintenance',
    `503
    서비스 점검 중입니다
    빠른 시일 내에 서비스를 재개하겠습니다.`,
    { status: 503 },
  ),
  alerted('maintenance', '이용에 불편을 드려 죄송합니다.\n현재 서비스 점검중입니다.', {}),
  sheet(
    'maintenance',
    `We'll be back
    We are performing scheduled maintenance and will be back online shortly.`,
  ),
  sheet(
    'maintenance',
    `바름보험
    서비스 개선을 위해 홈페이지를 잠시 닫습니다.
    재개 예정: 7월 22일(월) 09:00`,
  ),
  sheet(
    'waiting-room',
    `예매 대기
    나의 대기 순서
    20987
    현재 접속량이 많아 대기 중입니다.
    잠시만 기다려 주시면 신청 페이지로 접속 됩니다.
    새로고침 하거나 재접속 하시면 대기 순서가 초기화 됩니다.`,
  ),
  sheet(
    'waiting-room',
    `접속대기 안내
    서비스연결 대기중입니다. 대기 순서에 따라 자동 접속됩니다.
    현재 대기 인원 : 총 1,200명
    예상 대기 시간 : 약 5분 30초`,
  ),
  sheet(
    'waiting-room',
    `Queue
    You are now in line. When it is your turn, you will have 10 minutes to enter.
    Number of users in line ahead of you: 5121`,
  ),
];

const REFUSED: readonly CorpusPage[] = [
  sheet(
    'blocked',
    `차단 안내
    귀하의 요청은 보안정책에 의해 차단되었습니다.
    Event ID: 20240718-1199
    Client IP: 203.0.113.7`,
  ),
  sheet(
    'blocked',
    `403 Error
    403 - 접근이 거부되었습니다.
    잘못된 접근입니다. 관리자에게 문의하십시오.`,
    { status: 403 },
  ),
  sheet(
    'blocked',
    `
    접근이 금지된 페이지입니다.
    홈으로 돌아가기`,
  ),
  sheet(
    'blocked',
    `Web Protection
    The request / response that are contrary to the Web firewall security policies have been blocked.
    Detect time 2024-07-18 09:20`,
  ),
  sheet(
    'blocked',
    `알림
    고객님의 IP에서 비정상적인 트래픽이 감지되어 이용이 제한되었습니다.
    1시간 후 다시 이용해 주세요.`,
  ),
  sheet(
    'blocked',
    `잠시만요
    아래 문자를 입력하여 로봇이 아님을 확인해 주세요.
    확인`,
    { elements: ['input[type=text]', 'img'] },
  ),
  alerted('blocked', '비정상적인 접근입니다.', {}),
  alerted(
    'login-rejected',
    '로그인에 실패했습니다.\n올바른 사용자 이름과 비밀번호를 입력하세요.',
    {},
  ),
  alerted('login-rejected', '비밀번호가 맞지 않습니다.', {
    text: LOGIN_PAGE.join('\n'),
    elements: LOGIN_ELEMENTS,
  }),
  alerted('login-rejected', '계정 정보를 다시 입력해 주세요', { title: '로그인 실패' }),
  sheet(
    'login-rejected',
    `로그인
    로그인
    아이디
    비밀번호
    아이디 또는 비밀번호를 잘못 입력했습니다. 입력하신 내용을 다시 확인해주세요.
    (3/5)
    로그인`,
    { elements: LOGIN_ELEMENTS },
  ),
  alerted(
    'password-expired',
    '비밀번호를 변경하신지 90일이 경과되었습니다.\n비밀번호를 변경하셔야 사이트를 이용할 수 있습니다.',
    {},
  ),
  sheet(
    'password-expired',
    `비밀번호 변경
    개인정보 보호를 위해 비밀번호를 변경해 주세요
    홍길동님은 6개월 넘게 같은 비밀번호를 쓰고 계십니다.
    현재 비밀번호
    새 비밀번호
    새 비밀번호 확인
    변경하기
    다음에 변경`,
    { elements: ['input[type=password]'] },
  ),
  sheet(
    'login-unavailable',
    `로그인
    아이디·비밀번호 로그인은 2024년 6월 30일부로 종료되었습니다.
    간편인증 또는 공동인증서로 로그인해 주세요.`,
  ),
  sheet(
    'changed',
    `페이지 없음
    ${MENU}
    페이지를 찾을 수 없어요
    주소가 잘못되었거나 삭제된 페이지일 수 있어요.
    홈으로
    ${FOOT}`,
  ),
  sheet(
    'changed',
    `안내
    접속하신 주소는 2024년 11월 1일부터 www.saegil.example로 변경됩니다.
    30초 후 변경된 주소로 자동 연결됩니다.
    바로 이동하시려면 여기를 눌러 주세요.`,
  ),
  sheet(
    'changed',
    `서비스 종료 안내
    한빛직업정보 홈페이지는 새길취업으로 통합되어 운영을 마쳤습니다.
    새길취업 바로가기`,
  ),
  sheet(
    'unknown',
    `세션 만료
    로그인 시간이 만료되어 자동으로 로그아웃 되었습니다.
    다시 로그인`,
  ),
  sheet(
    'unknown',
    `
    ÀÌ¿ëÀÚ ÇÁ·Î±×·¥ ¾È³» ÆäÀÌÁö ÀÔ´Ï´Ù °í°´¼¾ÅÍ ¹®ÀÇ`,
  ),
];

const HEALTHY: readonly CorpusPage[] = [
  sheet(
    'passed',
    `새길취업
    [긴급] 시스템 점검으로 7월 20일(토) 00시부터 06시까지 서비스가 중단됩니다.
    오늘 하루 열지 않기
    닫기
    ${MAIN_PAGE.join('\n')}`,
  ),
  sheet(
    'passed',
    `자주 묻는 질문 - 새길취업
    ${MENU}
    자주 묻는 질문
    로그인이 안 됩니다. 어떻게 하나요?
    비밀번호를 5회 이상 잘못 입력하면 계정이 잠깁니다. 본인인증 후 초기화해 주세요.
    '일시적인 오류가 발생했습니다'라고 나옵니다.
    잠시 후 다시 시도해 보시고 계속되면 고객센터로 문의해 주세요.
    ${FOOT}`,
  ),
  sheet(
    'passed',
    `행정망 장애 복구 | 한빛일보
    행정 전산망 사흘 만에 복구
    입력 2023-11-19 18:04
    정부는 서비스가 정상화됐다고 밝혔다. 17일 오전부터 접속이 되지 않아 시민들이 불편을 겪었다.
    네트워크 장비 오류가 원인으로 지목된다.
    이서연 기자 lee@hanbit.example`,
  ),
  sheet(
    'passed',
    `채용정보 상세
    ${MENU}
    (주)다온 서버 운영 담당자 모집
    담당업무: 장애 접수 및 복구, 서버 점검, DB 오류 분석
    근무지역: 세종
    접수마감: 2024-08-01
    지원하기
    ${FOOT}`,
  ),
  sheet(
    'passed',
    `로그인
    ${LOGIN_PAGE.join('\n')}
    ※ 비밀번호 5회 연속 오류 시 로그인이 제한됩니다.
    ※ 공용 PC에서는 이용 후 반드시 로그아웃 해 주세요.`,
    { elements: LOGIN_ELEMENTS },
  ),
  sheet(
    'passed',
    `공지사항
    ${MENU}
    공지사항
    번호 제목 등록일
    12 시스템 정기점검에 따른 서비스 일시중단 안내 2024.07.15
    11 접속 장애 사과문 2024.07.12
    10 개인정보 처리방침 변경 안내 2024.06.30
    ${FOOT}`,
  ),
  sheet(
    'passed',
    `시스템 점검 안내 | 공지사항
    ${MENU}
    공지사항
    시스템 점검에 따른 서비스 중단 안내
    작성자 관리자 작성일 2024.07.15 조회 1,022
    7월 20일 00:00부터 06:00까지 점검이 있습니다. 이 시간에는 이용하실 수 없습니다.
    이전글 개인정보 처리방침 변경
    다음글 없음
    목록
    ${FOOT}`,
  ),
  sheet(
    'passed',
    `장애인 취업지원
    ${MENU}
    장애인 고용서비스
    장애 유형별 일자리 찾기
    장애인 의무고용 안내
    보조공학기기 신청
    ${FOOT}`,
  ),
  sheet(
    'passed',
    `신고센터
    ${MENU}
    오류 신고
    홈페이지 이용 중 오류가 발생한 화면을 알려 주세요.
    제목
    내용
    첨부파일
    등록
    ${FOOT}`,
    { elements: ['input[type=text]', 'textarea'] },
  ),
  sheet(
    'passed',
    `System Status
    All systems operational
    Past incidents
    Jul 18 Login errors - Resolved
    Some users were unable to log in. A fix was deployed.`,
  ),
  sheet(
    'passed',
    `채용 검색
    ${MENU}
    검색결과 0건
    조건에 맞는 채용정보를 찾을 수 없습니다.
    다른 검색어로 다시 시도해 보세요.
    ${FOOT}`,
  ),
  sheet(
    'passed',
    `Sign in
    Sign in to Saegil
    Email
    Password
    Forgot password?
    Your account will be locked after 5 failed attempts.
    Create account`,
    { elements: LOGIN_ELEMENTS },
  ),
  sheet(
    'passed',
    `웹방화벽 솔루션
    다온시큐리티
    웹방화벽으로 비정상적인 접근을 차단하세요
    제품소개
    도입사례
    상담신청
    SQL 삽입 공격을 탐지하고 막아 줍니다.`,
  ),
  sheet(
    'passed',
    `Oracle 강의
    데이터베이스 오류 해결 실습
    ORA-00942, ORA-01017 등 자주 만나는 오류를 다룹니다.
    수강신청
    강의계획서`,
  ),
  page('passed', 'portal with a 점검 alert for next week', {
    title: '새길취업',
    text: MAIN_PAGE.join('\n'),
    dialogs: [
      {
        type: 'alert',
        message: '7월 20일 00시부터 06시까지 시스템 점검으로 서비스 이용이 제한될 예정입니다.',
      },
    ],
  }),
  sheet(
    'passed',
    `이용안내
    ${MENU}
    이용시간 안내
    인터넷 신청은 09:00부터 22:00까지 가능합니다.
    점검 시간(매일 23:30~00:30)에는 접속이 원활하지 않을 수 있습니다.
    ${FOOT}`,
  ),
  alerted('changed', '삭제되었거나 존재하지 않는 페이지입니다.', { markers: MISSING }),
];

/** Written before the rules were tuned; looked at while tuning. */
export const FIELD_TUNING: readonly CorpusPage[] = [...FAILING, ...CLOSED, ...REFUSED, ...HEALTHY];

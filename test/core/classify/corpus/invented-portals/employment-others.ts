import { alerted, type CorpusPage, LOGIN_ELEMENTS, MISSING, page, sheet, sheets } from '../page.ts';

const TOP = `본문 바로가기 주메뉴 바로가기
  이 누리집은 대한민국 공식 전자정부 누리집입니다.
  한울고용넷
  로그인 회원가입 사이트맵 한국어
  채용정보 구직신청 실업급여 직업훈련 기업지원 고객센터`;
const BOTTOM = `개인정보처리방침 이메일무단수집거부 이용약관 찾아오시는 길
  (39660) 경상북도 김천시 혁신로 177
  한울고용넷 콜센터 1644-8000 (평일 09:00~18:00)
  COPYRIGHT(C) HANUL. ALL RIGHTS RESERVED.`;

/** A fourth batch, scored once before any rule had seen it. Pages refusing, changed or healthy. */
export const EMPLOYMENT_OTHERS: readonly CorpusPage[] = [
  ...sheets(
    'blocked',
    `
    The requested URL was rejected. Please consult with your administrator.
    The requested URL was rejected. Please consult with your administrator.
    Your support ID is: 10448218836215500000

    WAPPLES
    요청하신 페이지는 보안 정책에 의해 접근이 제한되었습니다.

    접속이 차단되었습니다
    귀하의 IP(203.0.113.9)는 비정상적인 접속 시도로 차단되었습니다.
    해제 문의 02-000-0000

    hanul.example
    Verifying you are human. This may take a few seconds.
    hanul.example needs to review the security of your connection before proceeding.

    -
    비정상적인 방법으로 접근하셨습니다. 메인 화면을 통해 다시 이용해 주세요.
    `,
  ),
  sheet(
    'blocked',
    `403 Forbidden
    403 Forbidden
    nginx`,
    { status: 403 },
  ),
  alerted('blocked', '해외 IP에서는 로그인하실 수 없습니다.', { text: '' }),
  alerted('login-rejected', '아이디 또는 비밀번호를 확인해 주세요.', {
    title: '로그인 - 한울고용넷',
    elements: LOGIN_ELEMENTS,
  }),
  alerted('login-rejected', '가입되지 않은 아이디이거나 잘못된 비밀번호입니다.', {
    elements: LOGIN_ELEMENTS,
  }),
  sheet(
    'login-rejected',
    `로그인 - 한울고용넷
    ${TOP}
    로그인
    아이디
    비밀번호
    비밀번호를 4회 잘못 입력하셨습니다. 5회 이상 잘못 입력하시면 계정이 잠깁니다.
    ${BOTTOM}`,
    { elements: LOGIN_ELEMENTS },
  ),
  ...sheets(
    'password-expired',
    `
    비밀번호 변경 - 한울고용넷
    ${TOP}
    장기간 비밀번호를 변경하지 않으셨습니다.
    개인정보 보호를 위해 지금 변경해 주세요.
    지금 변경하기
    다음에 변경하기
    ${BOTTOM}
    `,
  ),
  ...sheets(
    'login-unavailable',
    `
    로그인 - 한울고용넷
    ${TOP}
    아이디/비밀번호 로그인 서비스가 종료되어 간편인증으로만 로그인하실 수 있습니다.
    간편인증
    공동인증서
    ${BOTTOM}
    `,
  ),
  ...sheets(
    'changed',
    `
    한울고용넷
    ${TOP}
    찾으시는 페이지가 존재하지 않거나 이동되었습니다.
    입력하신 주소가 정확한지 다시 한 번 확인해 주세요.
    이용에 불편을 드려 죄송합니다.
    ${BOTTOM}

    한울고용넷 통합 안내
    한울고용넷이 고용24로 통합되었습니다.
    이제 고용24에서 이용해 주세요.
    고용24 바로가기
    `,
  ),
  sheet(
    'changed',
    `한울고용넷
    ${TOP}
    오늘의 채용 1,204건
    맞춤형 일자리 추천
    ${BOTTOM}`,
    { markers: MISSING },
  ),
  ...sheets(
    'unknown',
    `
    안내
    로그인 세션이 만료되었습니다. 다시 로그인하여 주십시오.
    `,
  ),
  ...sheets(
    'passed',
    `
    한울고용넷
    ${TOP}
    통합검색
    오늘의 채용정보 1,204건
    (주)가온 백엔드 개발자 서울 D-3
    나래물류 지게차 기사 인천 D-7
    실업급여 모의계산
    구직등록 하기
    공지사항
    [점검] 7월 20일(토) 시스템 점검 안내
    [공지] 일시적인 접속 지연 현상 안내 (조치 완료)
    2024년 하반기 훈련과정 공모
    ${BOTTOM}

    서비스 점검 안내 - 공지사항 상세 | 한울고용넷
    ${TOP}
    공지사항
    서비스 점검 안내
    등록일 2024-07-15 조회수 320
    안녕하세요. 한울고용넷입니다.
    시스템 안정화를 위해 서비스 점검을 실시합니다.
    점검시간 동안 이용이 중단되오니 양해 부탁드립니다.
    목록으로
    ${BOTTOM}

    고객센터 - 자주하는 질문
    ${TOP}
    자주하는 질문
    시스템 오류가 발생했다는 메시지가 나와요
    로그인이 계속 실패합니다
    페이지를 찾을 수 없다고 나옵니다
    접속이 차단되었습니다라는 화면이 보여요
    ${BOTTOM}

    한울일보
    "서버 다운" 한울고용넷 3시간 먹통... 시민들 분통
    18일 오전 9시께부터 한울고용넷 접속 장애가 발생해 이용자들이 불편을 겪고 있다.
    한울고용넷 홈페이지에는 '서비스 이용에 불편을 드려 죄송합니다'라는 안내문만 떠 있다.
    박지훈 기자 park@hanul.example
    댓글 87

    채용공고 | (주)가온
    ${TOP}
    시스템 운영 엔지니어 채용
    모집부문 서버/네트워크 장애 처리
    자격요건 리눅스 서버 점검 경력 3년 이상
    우대사항 Oracle, Tibero 오류 분석 가능자
    입사지원
    ${BOTTOM}
    `,
  ),
  sheet(
    'passed',
    `로그인 - 한울고용넷
    ${TOP}
    로그인
    아이디
    비밀번호
    비밀번호를 5회 잘못 입력하면 로그인이 차단됩니다.
    90일 이상 비밀번호를 변경하지 않은 경우 변경 안내 화면이 표시됩니다.
    아이디 찾기 비밀번호 찾기
    ${BOTTOM}`,
    { elements: LOGIN_ELEMENTS },
  ),
  sheet(
    'passed',
    `로그인 - 한울고용넷
    로그인
    7.20.(토) 00:00~06:00 시스템 점검으로 로그인이 제한됩니다.
    아이디
    비밀번호`,
    { elements: LOGIN_ELEMENTS },
  ),
  ...sheets(
    'passed',
    `
    실업급여
    ${TOP}
    실업급여 지급 제한
    정당한 사유 없이 구직활동을 거부한 경우 지급이 중단됩니다.
    허위로 신청하면 지급이 제한되고 반환해야 합니다.
    실업인정 신청
    ${BOTTOM}

    대기자 명단
    ${TOP}
    훈련과정 대기 신청
    전기기능사 과정 대기자 12명
    대기 순번은 마이페이지에서 확인하세요.
    대기 신청
    ${BOTTOM}

    오픈 API 오류 코드
    코드	설명
    ERR-300	필수값이 누락되었습니다.
    ERR-500	서버 오류가 발생하였습니다.
    ERR-600	데이터베이스 연결 오류입니다.

    한울고용넷
    ${TOP}
    지난 7월 18일 발생한 전산장애로 불편을 드려 죄송합니다.
    현재는 모든 서비스가 정상 운영되고 있습니다.
    실업급여 신청
    구직신청
    채용정보 검색
    ${BOTTOM}

    설비관리기능사
    ${TOP}
    설비 고장 진단과 점검 실무
    훈련기관 한울직업전문학교
    훈련비 1,200,000원
    ${BOTTOM}
    `,
  ),
  sheet(
    'passed',
    `Hanul Jobs
    Find your next job
    Search
    Notice: scheduled maintenance on July 20, 00:00-06:00 KST
    Featured jobs
    Backend engineer
    Nurse
    Post a job`,
    { elements: ['input[type=search]'] },
  ),
  ...sheets(
    'passed',
    `
    안전신문고
    ${TOP}
    위험 시설 신고
    엘리베이터 고장, 도로 파손, 가로등 장애 등을 신고해 주세요.
    신고하기
    ${BOTTOM}

    예약 완료
    예약이 완료되었습니다.
    예약번호 A-1029
    변경이나 취소는 전날까지 가능하며 당일에는 불가능합니다.

    본인인증
    ${TOP}
    본인인증
    휴대폰 인증
    아이핀 인증
    인증번호가 오지 않으면 스팸 차단 여부를 확인해 주세요.
    ${BOTTOM}
    `,
  ),
  page('passed', 'results with a failing pending ad', {
    title: '채용 검색 결과',
    text: '채용 검색 결과\n총 42건\n(주)가온 개발자\n나래물류 기사\n다음 페이지',
    pending: [{ url: 'https://ads.example/x.js', waitedMs: 9000, resource: 'script' }],
  }),
];

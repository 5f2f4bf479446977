import { type CorpusPage, outlined, outlines } from '../page.ts';

/** By two writers who had not seen the rules, as the browser brought it home. */
export const BLIND_ERRORS_ONE: readonly CorpusPage[] = [
  ...outlines(
    'error-page',
    `
    오류안내 | 민원나루
    서비스 이용에 불편을 드려 죄송합니다.
    요청하신 내용을 처리하는 과정에서 예기치 않은 문제가 생겼습니다.
    입력하신 정보가 저장되지 않았을 수 있으니 잠시 후 다시 이용해 주시기 바랍니다.
    동일한 현상이 반복되면 시스템 담당자(044-000-0000)에게 연락하여 주십시오.
    @| 이전화면 | 메인으로

    -
    Error : ORA-12541: TNS:no listener

    -
    Warning: mysqli_connect(): (HY000/1040): Too many connections in /home/hosting_users/haneul/www/lib/dbconn.php on line 14
    Warning: mysqli_query() expects parameter 1 to be mysqli, boolean given in /home/hosting_users/haneul/www/index.php on line 52
    DB 접속에 실패하였습니다. 관리자에게 연락바랍니다.

    학사행정
    Microsoft OLE DB Provider for SQL Server 오류 '80004005'
    [DBNETLIB][ConnectionOpen (Connect()).]SQL Server가 없거나 액세스할 수 없습니다.
    /include/dbopen.asp, 줄 7

    Apache Tomcat/9.0.65
    @| Home | Documentation | Examples | Wiki
    # Apache Tomcat/9.0.65
    # If you're seeing this, you've successfully installed Tomcat. Congratulations!
    # Recommended Reading:
    * Security Considerations How-To
    * Manager Application How-To
    @| Server Status | Manager App | Host Manager

    -
    # It works!

    Weblogic Bridge Message
    # Failure of server APACHE bridge:
    No backend server available for connection: timed out after 10 seconds or idempotent set to OFF or method not idempotent.

    안내
    @| 로그인 | 인증센터 | 고객센터
    새벽은행 개인인터넷뱅킹
    ~ 조회이체공과금예금/신탁대출외환뱅킹관리
    # 거래를 처리할 수 없습니다
    통신 장애로 인하여 은행 시스템과 연결되지 않았습니다.
    * 오류코드 EBK00991
    * 발생시각 2025.03.31 10:22:07
    * 조치방법 잠시 후 다시 거래하시고, 이체 거래는 반드시 거래내역을 확인하십시오.
    확인
    @| 보안프로그램 | 전자금융거래기본약관 | 개인정보처리방침 | 보호금융상품등록부
    고객센터 1588-0000 / 해외 +82-2-000-0000 © 새벽은행

    Error
    # An unexpected error has occurred.
    We were unable to process your request. Our technical team has been notified. Please try again later or call 1345.
    Reference: 5f0c-aa91-20250612101233

    SORRY
    현재 웹서버의 장애로 홈페이지에 연결할 수 없습니다.
    빠른 시간 내에 조치하겠습니다. 불편을 드려 죄송합니다.
    도림군청 전산실 (063)000-1111

    서비스 안내
    # 서비스 이용에 불편을 드려 죄송합니다.
    현재 시스템에 일시적인 문제가 발생하여 요청하신 화면을 보여 드릴 수 없습니다.
    잠시 후 다시 접속하여 주시기 바랍니다.
    문의 : 고객상담센터 1350

    원서접수 | 한국직무개발원
    @ 한국직무개발원
    * 기관소개
    * 사업안내
    * 자격검정
    * 정보공개
    ~ 고객지원
    ~ 고객지원
    ~ 공지사항
    ~ 자주 묻는 질문
    ~ 질의응답
    # 원서접수
    SQL 오류: ORA-12541: TNS:no listener
    시스템 관리자에게 문의하십시오.
    우)44538 울산광역시 중구 개발로 345 | 고객센터 1600-0000 (평일 09:00~18:00) | 사업자등록번호 000-82-00000
    COPYRIGHT 한국직무개발원 ALL RIGHTS RESERVED.
    `,
  ),
  outlined(
    'error-page',
    `
    고용동향 통계
    @ 본문 바로가기
    이 누리집은 대한민국 공식 전자정부 누리집입니다.
    ~ 로그인
    ~ 회원가입
    ~ 전체메뉴
    @ 노동통계누리
    ~ 민원신청
    ~ 정책정보
    # 고용동향
    기준월
    * 2025-05
    조회
    조회 실패 : TBR-12003: Unable to allocate new session (MAX_SESSION_COUNT reached).
    SQLState : 72000, ErrorCode : -12003
    ? 입력
    `,
    { elements: ['select'] },
  ),
  outlined(
    'error-page',
    `
    -
    `,
    {
      dialogs: [
        {
          type: 'alert',
          message:
            '시스템 오류가 발생하였습니다.\n\n[ERR-9001] 업무 담당자에게 문의하시기 바랍니다.',
        },
      ],
    },
  ),
  ...outlines(
    'error-page',
    `
    국민취업나루
    이 누리집은 시험용으로 만든 가상의 누리집입니다.
    # 국민취업나루
    ~ 일자리 찾기 구직촉진수당 직업훈련 고용보험 이용안내
    @| 로그인 | 회원가입 | 전체메뉴
    java.lang.NullPointerException: Cannot invoke "kr.naru.job.vo.JobVO.getList()" because "vo" is null
    at kr.naru.job.web.JobController.list(JobController.java:88)
    at java.base/jdk.internal.reflect.NativeMethodAccessorImpl.invoke0(Native Method)
    at org.springframework.web.method.support.InvocableHandlerMethod.doInvoke(InvocableHandlerMethod.java:205)
    at org.apache.catalina.core.ApplicationFilterChain.doFilter(ApplicationFilterChain.java:166)
    @| 개인정보 처리방침 | 이용약관 | 이메일무단수집거부 | 뷰어 내려받기
    국민취업나루 운영센터 30117 세종특별자치시 가상로 42 · 상담 1577-0000

    Weblogic Bridge Message
    # Failure of Web Server bridge:
    No backend server available for connection: timed out after 10 seconds or idempotent set to OFF or method not idempotent.

    런타임 오류
    # '/' 응용 프로그램에 서버 오류가 있습니다.
    # 런타임 오류
    설명: 서버에 응용 프로그램 오류가 발생했습니다. 이 응용 프로그램에 대한 현재 사용자 지정 오류 설정으로 인해 응용 프로그램 오류의 자세한 내용을 볼 수 없습니다.
    자세한 정보: 원격 컴퓨터에서 이 오류 메시지의 자세한 내용을 볼 수 있게 하려면 "web.config" 구성 파일에 <customErrors> 태그를 만드십시오.

    -
    에러가 발생했습니다
    com.tmax.tibero.jdbc.err.TbError: JDBC-90401:Connection refused by the server. - 10.20.1.15:8629
    at com.tmax.tibero.jdbc.comm.TbStream.<init>(Unknown Source)
    @ 뒤로

    가람시립도서관
    # 가람시립도서관 Garam City Library
    ~ 자료검색
    ~ 내서재
    ~ 문화행사
    ~ 열람실
    ~ 도서관안내
    Warning: mysqli_connect(): (HY000/2002): Connection refused in /var/www/garam/lib/db.php on line 8
    Fatal error: Uncaught Error: Call to a member function query() on bool in /var/www/garam/search.php:31
    가람시 책길 20 · 휴관일: 매주 월요일, 법정공휴일 · 안내데스크 031-000-2580 · 개인정보처리방침

    나라배움
    # Something went wrong
    예기치 못한 오류로 화면을 표시할 수 없습니다.
    ChunkLoadError: Loading chunk 14 failed.
    새로고침

    잠시만 기다려 주세요
    # 서비스 연결이 원활하지 않습니다
    서버와의 연결이 끊어졌습니다. 60초 뒤에 자동으로 다시 연결을 시도합니다.
    오류코드: GW-1102

    Error
    Error: connect ECONNREFUSED 127.0.0.1:5432
    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1595:16)

    에러
    서버에 문제가 발생하여 페이지를 표시할 수 없습니다.
    이용에 불편을 드려 죄송합니다.
    전산팀 (내선 3312)

    한국직무개발원
    @ 한국직무개발원
    * 기관소개
    * 사업안내
    * 자격검정
    * 정보공개
    ~ 고객지원
    ~ 고객지원
    ~ 공지사항
    ~ 자주 묻는 질문
    ~ 질의응답
    # 자격증 진위 확인
    확인
    우)44538 울산광역시 중구 개발로 345 | 고객센터 1600-0000 (평일 09:00~18:00) | 사업자등록번호 000-82-00000
    COPYRIGHT 한국직무개발원 ALL RIGHTS RESERVED.
    시스템 오류
    서버에서 오류가 발생하여 업무를 처리할 수 없습니다.
    오류번호 : WAS-50013
    확인
    ? 입력

    [긴급] 전산망 장애 안내
    # 전산망 장애로 온라인 서비스가 중단되었습니다
    2026년 10월 5일 오전 9시 15분부터 고용행정 전산망 장애로 모든 온라인 신청과 조회가 되지 않고 있습니다.
    * 오늘이 실업인정일인 분은 가까운 고용센터를 방문하시면 수기로 접수해 드립니다.
    * 오늘 마감인 신청은 복구 다음 날까지 기한을 연장합니다.
    신속히 복구하겠습니다. 국민 여러분께 사과드립니다.
    `,
  ),
  outlined(
    'error-page',
    `
    -
    `,
    {
      dialogs: [
        {
          type: 'alert',
          message: '시스템 오류가 발생하였습니다.\n잠시 후 다시 이용하여 주십시오.',
        },
      ],
    },
  ),
  outlined(
    'error-page',
    `
    한국직무개발원
    @ 한국직무개발원
    * 기관소개
    * 사업안내
    * 자격검정
    * 정보공개
    ~ 고객지원
    ~ 고객지원
    ~ 공지사항
    ~ 자주 묻는 질문
    ~ 질의응답
    # 합격자 조회
    우)44538 울산광역시 중구 개발로 345 | 고객센터 1600-0000 (평일 09:00~18:00) | 사업자등록번호 000-82-00000
    COPYRIGHT 한국직무개발원 ALL RIGHTS RESERVED.
    `,
    {
      dialogs: [
        { type: 'alert', message: '통신 중 오류가 발생하였습니다. (1)' },
        { type: 'alert', message: '통신 중 오류가 발생하였습니다. (2)' },
        { type: 'alert', message: '통신 중 오류가 발생하였습니다. (3)' },
        { type: 'alert', message: '통신 중 오류가 발생하였습니다. (4)' },
        { type: 'alert', message: '통신 중 오류가 발생하였습니다. (5)' },
        { type: 'alert', message: '통신 중 오류가 발생하였습니다. (6)' },
        { type: 'alert', message: '통신 중 오류가 발생하였습니다. (7)' },
        { type: 'alert', message: '통신 중 오류가 발생하였습니다. (8)' },
      ],
    },
  ),
  outlined(
    'error-page',
    `
    500 Internal Server Error - 서버 오류
    `,
    { elements: ['img'] },
  ),
];

import { type CorpusPage, outlined, outlines } from '../page.ts';

/** By two writers who had not seen the rules, as the browser brought it home. */
export const BLIND_ERRORS_TWO: readonly CorpusPage[] = [
  ...outlines(
    'error-page',
    `
    한빛시 일자리포털
    @ 본문 바로가기
    ~ 한빛시 일자리포털
    ~ 채용정보직업교육창업지원취업상담알림마당로그인회원가입
    # 새로 올라온 채용
    데이터를 불러오지 못했습니다.
    # 이번 달 현황
    데이터를 불러오지 못했습니다.
    # 알림
    데이터를 불러오지 못했습니다.
    잠시 후 다시 시도해 주세요. (Error: Request failed with status code 500)
    ~ 개인정보처리방침 | 이용약관 | 찾아오시는 길
    ~ (31234) 한빛시 시청로 11 일자리정책과 · 대표전화 041-555-0120
    ~ © Hanbit City. All rights reserved.

    Apache Tomcat/9.0.65
    @| Home | Documentation | Configuration | Examples | Wiki
    # Apache Tomcat/9.0.65
    # If you're seeing this, you've successfully installed Tomcat. Congratulations!
    # Recommended Reading:
    * Security Considerations How-To
    * Manager Application How-To
    @| Server Status | Manager App | Host Manager
    Copyright ©1999-2026 Apache Software Foundation. All Rights Reserved
    `,
  ),
  outlined(
    'http-error',
    `
    OperationalError at /apply/
    # OperationalError at /apply/
    connection to server at "10.0.12.7", port 5432 failed: FATAL: remaining connection slots are reserved for non-replication superuser connections
    * Request Method: GET
    * Django Version: 3.2.19
    * Exception Type: OperationalError
    * Exception Location: /opt/venv/lib/python3.8/site-packages/psycopg2/__init__.py, line 122, in connect
    You're seeing this error because you have DEBUG = True in your Django settings file.
    `,
    { status: 500 },
  ),
  outlined(
    'http-error',
    `
    JEUS: 500 Internal Server Error
    # 500 Internal Server Error
    The server encountered an internal error that prevented it from fulfilling this request.
    jeus.servlet.jsp.compiler.JspEngineException:
    at jeus.servlet.servlets.JspServlet.service(JspServlet.java:177)
    at jeus.servlet.engine.ServletWrapper.executeServlet(ServletWrapper.java:305)
    at jeus.servlet.engine.HttpRequestProcessor.run(HttpRequestProcessor.java:266)
    Caused by: java.lang.OutOfMemoryError: GC overhead limit exceeded
    JEUS Web Container
    `,
    { status: 500 },
  ),
  outlined(
    'http-error',
    `
    502 Bad Gateway
    # 502 Bad Gateway
    nginx
    `,
    { status: 502 },
  ),
  outlined(
    'http-error',
    `
    504 Gateway Time-out
    # 504 Gateway Time-out
    게이트웨이가 업스트림 서버로부터 제시간에 응답을 받지 못했습니다.
    `,
    { status: 504 },
  ),
  outlined(
    'http-error',
    `
    요청을 처리하지 못했습니다
    ~ 국민생활안전공단
    ~ 사업안내전자민원정보공개국민소통공단소개
    ~ 로그인 EN
    500
    # 요청을 처리하지 못했습니다
    서버 안에서 문제가 생겨 화면을 보여 드릴 수 없습니다.
    담당자가 내용을 확인하고 있으니 조금 뒤에 다시 찾아 주세요.
    @ 처음 화면으로
    ~ 국민생활안전공단 | 고객센터 1577-0000 (평일 9시~18시) | 사업자등록번호 000-82-00000
    ~ 개인정보처리방침 · 이메일무단수집거부 · 부패신고
    `,
    { status: 500 },
  ),
  outlined(
    'http-error',
    `
    Apache Tomcat/7.0.54 - Error report
    # HTTP Status 404 - /portal/main.do
    type Status report
    message /portal/main.do
    description The requested resource is not available.
    # Apache Tomcat/7.0.54
    `,
    { status: 404 },
  ),
  outlined(
    'http-error',
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
    # 응답 시간 초과
    서버가 정해진 시간 안에 응답하지 않았습니다.
    우)44538 울산광역시 중구 개발로 345 | 고객센터 1600-0000 (평일 09:00~18:00) | 사업자등록번호 000-82-00000
    COPYRIGHT 한국직무개발원 ALL RIGHTS RESERVED.
    `,
    { status: 504 },
  ),
  outlined(
    'http-error',
    `
    portal.example | 522: Connection timed out
    # Connection timed out Error code 522
    Visit cloudflare.com for more information.
    You Browser Working — Seoul Cloudflare Working — portal.example Host Error
    # What happened?
    The initial connection between Cloudflare's network and the origin web server timed out. As a result, the web page can not be displayed.
    Cloudflare Ray ID: 8f2c11aa9d7be0f1
    `,
    { status: 522, elements: ['#cf-wrapper'] },
  ),
  ...outlines(
    'blank',
    `
    -

    -

    전자민원

    행정정보

    -

    나라배움

    Portal
    Loading..

    접수시스템
    `,
  ),
];

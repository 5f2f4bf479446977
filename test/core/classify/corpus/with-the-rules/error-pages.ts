import { alerted, type CorpusPage, framed, MISSING, page, said } from '../page.ts';

/** Korean apologies with HTTP 200, alone on the page or inside the portal's frame. */
const APOLOGIES: readonly CorpusPage[] = [
  said(
    'error-page',
    '오류',
    '서비스 이용에 불편을 드려 죄송합니다.',
    '일시적인 오류가 발생하였습니다.',
    '잠시 후 다시 이용해 주시기 바랍니다.',
  ),
  said('error-page', '고용24', '일시적으로 서비스를 이용할 수 없습니다.'),
  said(
    'error-page',
    '서비스 안내',
    '현재 서비스 이용이 원활하지 않습니다.',
    '빠른 시간 내에 정상화하도록 노력하겠습니다.',
    '이용에 불편을 드려 대단히 죄송합니다.',
  ),
  said(
    'error-page',
    '에러 페이지',
    '요청하신 페이지에서 에러가 발생하였습니다.',
    '서비스 사용에 불편을 끼쳐 드려서 대단히 죄송합니다.',
  ),
  said(
    'error-page',
    'Error',
    '시스템 오류가 발생했습니다.',
    '관리자에게 문의하시기 바랍니다.',
    '확인',
  ),
  said('error-page', '', '처리 중 오류가 발생하였습니다. 다시 시도하여 주십시오.', '이전 페이지로'),
  said(
    'error-page',
    '워크넷',
    '시스템 장애로 인하여 서비스 이용이 불가합니다.',
    '조속히 복구하겠습니다.',
  ),
  said(
    'error-page',
    '고용보험',
    '죄송합니다.',
    '접속량이 폭주하여 서비스를 제공할 수 없습니다.',
    '잠시 후 접속해 주세요.',
  ),
  said(
    'error-page',
    'HRD-Net',
    '서버와의 통신에 실패하였습니다.',
    '새로고침 후에도 문제가 계속되면 고객센터로 연락 바랍니다.',
  ),
  said(
    'error-page',
    '안내',
    '서비스에 접속할 수 없습니다.',
    '네트워크 상태를 확인하시거나 잠시 후 다시 접속하여 주시기 바랍니다.',
  ),
  said(
    'error-page',
    '문제가 발생했어요',
    '문제가 발생했어요',
    '서비스 이용에 불편을 드려 죄송합니다.',
    '홈으로',
  ),
  said(
    'error-page',
    '국민취업지원제도',
    '내부 서버 오류입니다.',
    '오류코드 : E-9001',
    '담당자에게 문의하여 주십시오.',
  ),
  said('error-page', '외국인고용관리시스템', '알 수 없는 에러가 발생했습니다.', '[메인으로]'),
  said('error-page', '알림', '데이터를 불러오지 못했습니다.', '다시 시도'),
  said(
    'error-page',
    '서비스 지연 안내',
    '현재 시스템 장애로 로그인 및 민원신청이 지연되고 있습니다.',
    '복구 작업을 진행하고 있으니 양해 부탁드립니다.',
  ),
  framed(
    'error-page',
    '고용24',
    '이용에 불편을 드려 죄송합니다.',
    '요청하신 서비스를 처리하는 중 오류가 발생했습니다.',
    '동일한 문제가 지속적으로 발생할 경우 고객센터로 문의해 주시기 바랍니다.',
    '이전 페이지',
    '메인으로',
  ),
  framed(
    'error-page',
    '오류안내 - 고용24',
    '서비스 오류 안내',
    '일시적인 장애로 요청하신 페이지를 표시할 수 없습니다.',
    '잠시 후 다시 시도해 주세요.',
  ),
  framed(
    'error-page',
    '워크넷',
    '시스템 오류',
    '서비스가 일시적으로 중단되었습니다. 빠른 시간 내에 복구하겠습니다.',
  ),
  framed('error-page', '국민취업지원제도', '조회 중 오류가 발생하였습니다. (ERR_COM_0001)'),
];

/** Default pages and traces of servers, with HTTP 200 or inside a gateway that hides the status. */
const SERVER_PAGES: readonly CorpusPage[] = [
  said(
    'error-page',
    'HTTP Status 500 – Internal Server Error',
    'HTTP Status 500 – Internal Server Error',
    'Type Exception Report',
    'Message Request processing failed',
    'Description The server encountered an unexpected condition that prevented it from fulfilling the request.',
    'Apache Tomcat/9.0.71',
  ),
  said(
    'error-page',
    'Apache Tomcat/7.0.54 - Error report',
    'HTTP Status 500 - ',
    'type Exception report',
    'java.lang.NullPointerException',
    '\tegovframework.com.cmm.web.MainController.main(MainController.java:88)',
    '\tjavax.servlet.http.HttpServlet.service(HttpServlet.java:731)',
  ),
  said(
    'error-page',
    '',
    'jeus.servlet.engine.ServletException: java.lang.OutOfMemoryError: GC overhead limit exceeded',
    '\tat jeus.servlet.engine.HttpRequestProcessor.run(HttpRequestProcessor.java:224)',
    'JEUS 7 Fix#5',
  ),
  said(
    'error-page',
    '500 Internal Server Error',
    'Internal Server Error',
    'The server encountered an internal error that prevented it from fulfilling this request.',
    'WebtoB/5.0.0',
  ),
  said(
    'error-page',
    'WebtoB',
    'Service Temporarily Unavailable',
    'The server is temporarily unable to service your request due to maintenance downtime or capacity problems.',
    'WebtoB Server at www.ei.go.kr Port 80',
  ),
  said(
    'error-page',
    'Error 500--Internal Server Error',
    'Error 500--Internal Server Error',
    'From RFC 2068 Hypertext Transfer Protocol -- HTTP/1.1:',
    '10.5.1 500 Internal Server Error',
  ),
  said('error-page', '502 Bad Gateway', '502 Bad Gateway', 'nginx/1.18.0 (Ubuntu)'),
  said('error-page', '504 Gateway Time-out', '504 Gateway Time-out', 'nginx'),
  said(
    'error-page',
    'Welcome to nginx!',
    'Welcome to nginx!',
    'If you see this page, the nginx web server is successfully installed and working. Further configuration is required.',
  ),
  said(
    'error-page',
    'Apache2 Ubuntu Default Page: It works',
    'Apache2 Ubuntu Default Page',
    'It works!',
    'This is the default welcome page used to test the correct operation of the Apache2 server after installation on Ubuntu systems.',
  ),
  said('error-page', 'IIS Windows Server', ''),
  said(
    'error-page',
    'Runtime Error',
    "Server Error in '/' Application.",
    'Runtime Error',
    'Description: An application error occurred on the server.',
  ),
  said(
    'error-page',
    '',
    'Whitelabel Error Page',
    'This application has no explicit mapping for /error, so you are seeing this as a fallback.',
    'There was an unexpected error (type=Internal Server Error, status=500).',
  ),
  said(
    'error-page',
    'Error 503 Backend fetch failed',
    'Error 503 Backend fetch failed',
    'Guru Meditation:',
    'XID: 32771',
    'Varnish cache server',
  ),
  said(
    'error-page',
    'work24.go.kr | 522: Connection timed out',
    'Connection timed out Error code 522',
    'You Browser Working Seoul Cloudflare Working www.work24.go.kr Host Error',
    'What happened?',
  ),
  said(
    'error-page',
    'Index of /',
    'Index of /',
    'Name Last modified Size Description',
    'Parent Directory',
  ),
  said(
    'error-page',
    'Proxy Error',
    'Proxy Error',
    'The proxy server received an invalid response from an upstream server.',
    'Reason: Error reading from remote server',
  ),
  said(
    'error-page',
    'JBWEB000065: HTTP Status 500',
    'JBWEB000309: type JBWEB000066: Exception report',
    'org.springframework.web.util.NestedServletException: Request processing failed',
  ),
  said(
    'error-page',
    '',
    'Application error: a server-side exception has occurred (see the server logs for more information).',
    'Digest: 1848334112',
  ),
  said('error-page', '', 'no healthy upstream'),
  said(
    'error-page',
    '',
    'upstream connect error or disconnect/reset before headers. reset reason: connection timeout',
  ),
  said(
    'error-page',
    'Oops!',
    'Oops! Something went wrong',
    'We are working on it and will get it fixed as soon as possible.',
  ),
  page('error-page', 'Spring error as JSON with 200', {
    contentType: 'application/json',
    text: '{"timestamp":"2024-07-18T00:15:02.120+00:00","status":500,"error":"Internal Server Error","path":"/cm/main.do"}',
  }),
];

/** Database texts that leaked through. */
export const DATABASE_PAGES: readonly CorpusPage[] = [
  said(
    'error-page',
    '오류',
    'ORA-01034: ORACLE not available',
    'ORA-27101: shared memory realm does not exist',
  ),
  said('error-page', 'Error', 'java.sql.SQLException: ORA-12541: TNS:no listener'),
  said(
    'error-page',
    '',
    'com.tmax.tibero.jdbc.TbSQLException: JDBC-90401:Connection refused by the server.',
  ),
  said(
    'error-page',
    '시스템 오류',
    '오류가 발생했습니다.',
    'TBR-2131: Unable to connect to the database',
  ),
  said(
    'error-page',
    '',
    'cubrid.jdbc.driver.CUBRIDException: Failed to connect to database server, demodb, on the following host(s): localhost',
  ),
  said(
    'error-page',
    '',
    'Altibase.jdbc.driver.ex.AltibaseSQLException: Communication link failure : Cannot establish connection to server',
  ),
  said(
    'error-page',
    '',
    'com.mysql.jdbc.exceptions.jdbc4.CommunicationsException: Communications link failure',
    'The last packet sent successfully to the server was 0 milliseconds ago.',
  ),
  said('error-page', 'Database Error', 'Error establishing a database connection'),
  said(
    'error-page',
    '',
    'Warning: mysqli_connect(): (HY000/2002): Connection refused in /home/www/inc/db.php on line 12',
  ),
  said(
    'error-page',
    '',
    'org.postgresql.util.PSQLException: FATAL: sorry, too many clients already',
  ),
  said('error-page', '알림', 'DB 접속 오류입니다.', '관리자에게 문의하세요.'),
  said(
    'error-page',
    '안내',
    '데이터베이스 오류가 발생하였습니다. 잠시 후 다시 시도하시기 바랍니다.',
  ),
  said(
    'error-page',
    '',
    'Cannot create PoolableConnectionFactory (Io exception: The Network Adapter could not establish the connection)',
  ),
  said(
    'error-page',
    '',
    'org.springframework.jdbc.CannotGetJdbcConnectionException: Could not get JDBC Connection',
  ),
  said(
    'error-page',
    '',
    'HikariPool-1 - Connection is not available, request timed out after 30000ms.',
  ),
  said(
    'error-page',
    '',
    "Microsoft OLE DB Provider for SQL Server error '80004005'",
    '[DBNETLIB][ConnectionOpen (Connect()).]SQL Server does not exist or access denied.',
  ),
  framed(
    'error-page',
    '고용보험',
    '시스템 오류',
    'SQLSTATE[08001] 데이터베이스에 연결할 수 없습니다.',
  ),
];

const ALERTS: readonly CorpusPage[] = [
  alerted(
    'error-page',
    '고용24는 현재 시범 운영 중으로, 일부 오류나 이용에 불안정한 부분이 있을 수 있습니다.\n고용24 이용에 불편이 있으신 경우, 기존에 사용하시던 홈페이지를 방문하시기 바랍니다.',
    { layer: 'data', markers: MISSING },
  ),
  alerted('error-page', '시스템 오류가 발생하였습니다. 관리자에게 문의하세요.', {
    layer: 'data',
    text: '검색 결과',
  }),
  alerted('error-page', '요청을 처리하지 못했습니다. 잠시 후 다시 시도해 주세요.', {
    layer: 'session',
    markers: MISSING,
    text: '로그인 아이디 비밀번호',
  }),
  alerted('error-page', '통신 중 에러가 발생하였습니다. (500)', { layer: 'data' }),
];

export const ERROR_PAGES: readonly CorpusPage[] = [
  ...APOLOGIES,
  ...SERVER_PAGES,
  ...DATABASE_PAGES,
  ...ALERTS,
];

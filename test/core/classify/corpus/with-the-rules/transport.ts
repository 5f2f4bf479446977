import {
  alerted,
  type CorpusPage,
  FOUND,
  faulted,
  MAIN_PAGE,
  MISSING,
  page,
  said,
} from '../page.ts';

const MAIN = MAIN_PAGE.join('\n');

const FAULTS: readonly CorpusPage[] = [
  faulted('dns', {
    phase: 'dns',
    code: 'ENOTFOUND',
    message: 'getaddrinfo ENOTFOUND www.work24.go.kr',
    timedOut: false,
  }),
  faulted('dns', { phase: 'dns', message: 'no answer in 5000 ms', timedOut: true }),
  faulted('dns', {
    phase: 'navigation',
    code: 'net::ERR_NAME_NOT_RESOLVED',
    message: 'page.goto: net::ERR_NAME_NOT_RESOLVED',
    timedOut: false,
  }),
  faulted('connect', {
    phase: 'connect',
    code: 'ECONNREFUSED',
    message: 'connect ECONNREFUSED 10.0.0.1:443',
    timedOut: false,
  }),
  faulted('connect', { phase: 'connect', message: 'no connection in 5000 ms', timedOut: true }),
  faulted('connect', {
    phase: 'navigation',
    code: 'net::ERR_CONNECTION_REFUSED',
    message: 'x',
    timedOut: false,
  }),
  faulted('connect', {
    phase: 'navigation',
    message: 'page.goto: net::ERR_CONNECTION_RESET at https://www.ei.go.kr/',
    timedOut: false,
  }),
  faulted('connect', {
    phase: 'navigation',
    code: 'net::ERR_EMPTY_RESPONSE',
    message: 'x',
    timedOut: false,
  }),
  faulted('connect', {
    phase: 'response',
    code: 'ECONNRESET',
    message: 'socket hang up',
    timedOut: false,
  }),
  faulted('tls', {
    phase: 'tls',
    code: 'CERT_HAS_EXPIRED',
    message: 'certificate has expired',
    timedOut: false,
  }),
  faulted('tls', {
    phase: 'navigation',
    code: 'net::ERR_CERT_DATE_INVALID',
    message: 'x',
    timedOut: false,
  }),
  faulted('tls', {
    phase: 'navigation',
    code: 'net::ERR_CERT_COMMON_NAME_INVALID',
    message: 'x',
    timedOut: false,
  }),
  faulted('tls', {
    phase: 'tls',
    code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    message: "Hostname/IP does not match certificate's altnames",
    timedOut: false,
  }),
  faulted('tls', {
    phase: 'navigation',
    code: 'net::ERR_SSL_PROTOCOL_ERROR',
    message: 'x',
    timedOut: false,
  }),
  faulted('timeout', { phase: 'response', message: 'no first byte in 20000 ms', timedOut: true }),
  faulted(
    'timeout',
    { phase: 'body', message: 'stalled after 4096 bytes', timedOut: true },
    { status: 200 },
  ),
  faulted('timeout', {
    phase: 'navigation',
    message: 'page.goto: Timeout 30000ms exceeded.',
    timedOut: true,
  }),
  faulted('timeout', {
    phase: 'navigation',
    code: 'net::ERR_TIMED_OUT',
    message: 'x',
    timedOut: false,
  }),
  faulted('http-error', {
    phase: 'navigation',
    code: 'net::ERR_TOO_MANY_REDIRECTS',
    message: 'x',
    timedOut: false,
  }),
  faulted('unknown', {
    phase: 'navigation',
    code: 'net::ERR_ABORTED',
    message: 'Download is starting',
    timedOut: false,
  }),
];

const HUNG: readonly CorpusPage[] = [
  page('timeout', 'login POST hangs', {
    layer: 'session',
    text: '로그인\n아이디\n비밀번호',
    elements: ['input[type=password]'],
    markers: MISSING,
    fault: { phase: 'step', message: 'Timeout 25000ms exceeded', timedOut: true },
    pending: [
      {
        url: 'https://www.work24.go.kr/cm/z/b/0210/login.do',
        waitedMs: 24_800,
        resource: 'document',
      },
    ],
  }),
  page('timeout', 'search XHR hangs on a full page', {
    layer: 'data',
    text: MAIN,
    markers: MISSING,
    fault: { phase: 'step', message: 'waiting for locator', timedOut: true },
    pending: [{ url: 'https://www.work24.go.kr/wk/search.do', waitedMs: 15_000, resource: 'xhr' }],
  }),
  page('timeout', 'fetch hangs behind an overlay', {
    layer: 'data',
    text: MAIN,
    elements: ['.blockMsg'],
    markers: MISSING,
    fault: { phase: 'step', message: 'Timeout 15000ms exceeded', timedOut: true },
    pending: [{ url: 'https://www.ei.go.kr/list', waitedMs: 14_000, resource: 'fetch' }],
  }),
  alerted('error-page', '서버 응답이 느립니다.', { layer: 'data', markers: MISSING, text: MAIN }),
  alerted('error-page', '서버 응답이 느립니다.', {
    layer: 'data',
    text: '검색 결과를 조회합니다.',
  }),
  alerted('timeout', '응답 시간이 초과되었습니다. 다시 시도해 주세요.', {
    layer: 'session',
    markers: MISSING,
  }),
  said('timeout', '안내', '요청 시간이 초과되었습니다.', '잠시 후 다시 시도해 주세요.'),
];

const STATUSES: readonly CorpusPage[] = [
  page('http-error', '500 bare', { status: 500, text: 'Internal Server Error' }),
  page('error-page', '500 apology', {
    status: 500,
    title: '오류',
    text: '서비스 이용에 불편을 드려 죄송합니다.',
  }),
  page('http-error', '500 empty', { status: 500 }),
  page('http-error', '500 with database text', {
    status: 500,
    text: 'ORA-12514: TNS:listener does not currently know of service requested',
  }),
  page('http-error', '502', {
    status: 502,
    title: '502 Bad Gateway',
    text: '502 Bad Gateway\nnginx',
  }),
  page('http-error', '503', { status: 503, text: 'Service Unavailable' }),
  page('http-error', '503 of IIS', {
    status: 503,
    title: 'Service Unavailable',
    text: 'Service Unavailable\nHTTP Error 503. The service is unavailable.',
  }),
  page('http-error', '503 of Apache mentions maintenance downtime', {
    status: 503,
    title: '503 Service Temporarily Unavailable',
    text: 'Service Temporarily Unavailable\nThe server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.',
  }),
  page('http-error', '504', { status: 504, text: '504 Gateway Time-out' }),
  page('http-error', '520 of Cloudflare', {
    status: 520,
    title: 'work24.go.kr | 520: Web server is returning an unknown error',
    text: 'Web server is returning an unknown error Error code 520',
  }),
  page('http-error', '500 although the marker is found', {
    status: 500,
    text: '고용24 로그인 오류',
    markers: FOUND,
  }),
  page('http-error', 'naked 404 of Tomcat', {
    status: 404,
    title: 'HTTP Status 404 – Not Found',
    text: 'HTTP Status 404 – Not Found\nType Status Report\nDescription The origin server did not find a current representation for the target resource\nApache Tomcat/9.0.71',
  }),
  page('http-error', 'naked 404 of nginx', {
    status: 404,
    title: '404 Not Found',
    text: '404 Not Found\nnginx/1.24.0',
  }),
];

const BLANK: readonly CorpusPage[] = [
  page('blank', 'nothing at all', { bodyBytes: 0 }),
  page('blank', 'title only', { title: '고용24', bodyBytes: 812 }),
  page('blank', 'white space', { text: '  \n\t ', bodyBytes: 120 }),
  page('blank', 'spinner element', { elements: ['#spin'], text: '', bodyBytes: 4000 }),
  page('blank', 'spinner text', { title: '고용24', text: '로딩중입니다. 잠시만 기다려 주세요.' }),
  page('blank', 'Loading...', { title: 'HRD-Net', text: 'Loading...', elements: ['.loading'] }),
  page('blank', 'processing', { text: '처리중입니다...', elements: ['.blockMsg', 'img'] }),
  page('blank', 'empty with a missing marker', { markers: MISSING, elements: [] }),
  page('blank', 'spinner while an XHR is pending', {
    text: '데이터를 불러오는 중입니다',
    elements: ['.spinner'],
    pending: [{ url: 'https://x/api', waitedMs: 9000, resource: 'fetch' }],
  }),
  page('blank', 'needs script', { text: 'You need to enable JavaScript to run this app.' }),
];

const SLOW: readonly CorpusPage[] = [
  page('slow', 'main page above the limit', { text: MAIN, elapsedMs: 9200, slowAfterMs: 5000 }),
  page('slow', 'marker found above the limit', {
    text: MAIN,
    elapsedMs: 14_000,
    slowAfterMs: 8000,
    markers: FOUND,
  }),
  page('slow', 'load event never came but the marker is there', {
    text: MAIN,
    markers: FOUND,
    elapsedMs: 30_000,
    fault: { phase: 'navigation', message: 'Timeout 30000ms exceeded', timedOut: true },
  }),
  alerted('slow', '서버 응답이 느립니다.', { text: MAIN, markers: FOUND }),
  page('slow', 'short page above the limit', {
    text: '로그인\n아이디\n비밀번호\n회원가입',
    elements: ['input[type=password]'],
    elapsedMs: 6000,
    slowAfterMs: 3000,
  }),
];

const MONITOR: readonly CorpusPage[] = [
  faulted('monitor-fault', {
    phase: 'browser',
    message: 'Target page, context or browser has been closed',
    timedOut: false,
  }),
  faulted('monitor-fault', { phase: 'monitor', message: 'secret missing', timedOut: false }),
  faulted(
    'monitor-fault',
    { phase: 'monitor', message: 'deadline of 110 s reached', timedOut: true },
    { status: 200, text: '로딩중' },
  ),
  faulted(
    'monitor-fault',
    { phase: 'step', message: 'page.click: Target crashed', timedOut: false },
    { status: 200 },
  ),
  faulted('monitor-fault', {
    phase: 'navigation',
    code: 'net::ERR_INTERNET_DISCONNECTED',
    message: 'x',
    timedOut: false,
  }),
  faulted('monitor-fault', {
    phase: 'navigation',
    code: 'net::ERR_INSUFFICIENT_RESOURCES',
    message: 'x',
    timedOut: false,
  }),
  faulted('monitor-fault', {
    phase: 'navigation',
    code: 'net::ERR_NETWORK_CHANGED',
    message: 'x',
    timedOut: false,
  }),
  faulted('monitor-fault', {
    phase: 'navigation',
    code: 'net::ERR_PROXY_CONNECTION_FAILED',
    message: 'x',
    timedOut: false,
  }),
  faulted('monitor-fault', {
    phase: 'connect',
    code: 'ENETUNREACH',
    message: 'connect ENETUNREACH',
    timedOut: false,
  }),
  faulted(
    'monitor-fault',
    { phase: 'browser', message: 'Failed to launch: spawn ENOMEM', timedOut: false },
    { status: 500, text: 'ORA-01034' },
  ),
];

export const TRANSPORT: readonly CorpusPage[] = [
  ...FAULTS,
  ...HUNG,
  ...STATUSES,
  ...BLANK,
  ...SLOW,
  ...MONITOR,
];

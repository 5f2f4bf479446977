import {
  alerted,
  type CorpusPage,
  framed,
  LOGIN_ELEMENTS,
  LOGIN_PAGE,
  MAIN_PAGE,
  MISSING,
  page,
  said,
} from '../page.ts';

const LOGIN = LOGIN_PAGE.join('\n');
const LOGIN_SEEN = {
  layer: 'session',
  text: LOGIN,
  elements: LOGIN_ELEMENTS,
  markers: MISSING,
} as const;

const BLOCKED: readonly CorpusPage[] = [
  said(
    'blocked',
    '',
    'The request / response that are contrary to the Web firewall security policies have been blocked.',
    'Detect time : 2024-07-18 09:20:11',
    'Detect client IP : 13.124.1.2',
    'Detect URL : www.work24.go.kr/cm/main.do',
  ),
  said('blocked', '접속 차단', '해당 IP는 비정상적인 접속으로 보안정책에의하여 차단되었습니다.'),
  said(
    'blocked',
    '차단 안내',
    '귀하의 접속은 웹 방화벽에 의해 차단되었습니다.',
    '문의: 사이버안전센터',
  ),
  said(
    'blocked',
    'Request Rejected',
    'The requested URL was rejected. Please consult with your administrator.',
    'Your support ID is: 4235980193847',
  ),
  said(
    'blocked',
    'Just a moment...',
    'www.work24.go.kr',
    'Verifying you are human. This may take a few seconds.',
    'www.work24.go.kr needs to review the security of your connection before proceeding.',
  ),
  said(
    'blocked',
    'Attention Required! | Cloudflare',
    'Sorry, you have been blocked',
    'You are unable to access go.kr',
  ),
  said(
    'blocked',
    'Access Denied',
    'Access Denied',
    'You don\'t have permission to access "http://www.gov.kr/" on this server.',
    'Reference #18.2d351ab8.1557333295.a4e16ab',
  ),
  said(
    'blocked',
    '정부24',
    '자동화된 접근이 감지되었습니다.',
    '아래 보안문자를 입력하시면 계속 이용하실 수 있습니다.',
  ),
  said('blocked', '보안 확인', '로봇이 아닙니다', '정상적인 이용자인지 확인하고 있습니다.'),
  said(
    'blocked',
    '',
    '해외 IP에서의 접속은 제한되어 있습니다.',
    '국내에서 접속하여 주시기 바랍니다.',
  ),
  said('blocked', '알림', '단시간 내 과도한 요청으로 접속이 일시 제한되었습니다.'),
  said(
    'blocked',
    '',
    '불법적인 접근이 탐지되어 접근을 차단합니다.',
    'Client IP: 3.35.10.1',
    '사건번호 20240718-0021',
  ),
  said(
    'blocked',
    'Web Application Firewall',
    '요청하신 페이지는 보안 정책상 허용되지 않습니다.',
    '웹보안 담당자에게 문의 바랍니다.',
  ),
  page('blocked', '403 bare', {
    status: 403,
    title: '403 Forbidden',
    text: '403 Forbidden\nnginx',
  }),
  page('blocked', '403 empty', { status: 403 }),
  page('blocked', '429', { status: 429, text: 'Too Many Requests' }),
  page('blocked', '503 of a bot check', {
    status: 503,
    title: 'Just a moment...',
    text: 'Checking your browser before accessing www.work24.go.kr.\nThis process is automatic.',
  }),
  alerted('error-page', '정상적인 접근 방식이 아닙니다.', { markers: MISSING }),
  alerted('blocked', '비정상적인 접근으로 다시시도해주시기 바랍니다.'),
  alerted('error-page', '정상적인 접근 방식이 아닙니다.', { status: 405 }),
  said('blocked', 'Incapsula', 'Request unsuccessful. Incapsula incident ID: 877000100-1020'),
  said('blocked', '대기', 'Service Block!!'),
];

const WAITING: readonly CorpusPage[] = [
  page('waiting-room', 'NetFUNNEL pop-up over the main page', {
    title: '고용24',
    text: `${MAIN_PAGE.join('\n')}\n서비스 접속대기 중입니다.\n예상대기시간 : 00시간 01분 20초\n고객님 앞에 1,204명, 뒤에 350명의 대기자가 있습니다.`,
    elements: ['#NetFunnel_Loading_Popup', '#NetFunnel_Loading_Popup_Count'],
  }),
  said(
    'waiting-room',
    '서비스 접속대기',
    '서비스 접속대기 중입니다.',
    '예상대기시간 : 3초',
    '앞에 12명, 뒤에 4명의 대기자가 있습니다.',
    '※ 재접속하시면 대기시간이 더 길어집니다.',
  ),
  said(
    'waiting-room',
    '',
    '현재 접속자가 많아 대기 중이며 잠시만 기다리시면 서비스로 자동 접속됩니다.',
  ),
  said(
    'waiting-room',
    '접속 대기',
    '접속대기 중입니다.',
    '대기순번 3,201번',
    '현재 대기인원 12,880명',
  ),
  said(
    'waiting-room',
    '잠시만 기다려주세요.',
    '현재 접속자가 많아 서비스 보호를 위해 대기열을 발급합니다.',
    '순서가 되면 자동으로 페이지가 이동됩니다.',
    '※ 새로고침(F5)을 눌러도 대기 순서는 유지됩니다.',
  ),
  said(
    'waiting-room',
    'You are now in line',
    'You are now in line',
    'Number of users in line ahead of you: 5321',
    'Your estimated wait time is: 12 minutes',
  ),
  said(
    'waiting-room',
    '정부24',
    '동시 접속자가 많아 접속이 지연되고 있습니다.',
    '나의 대기 순서 521',
    '예상 대기 시간 2분',
  ),
  page('waiting-room', '503 with a queue', {
    status: 503,
    title: '접속대기',
    text: '접속대기 중입니다.\n예상대기시간 : 00:00:30\n앞에 30명의 대기자가 있습니다.',
  }),
  page('waiting-room', 'queue past its budget', {
    text: '서비스 접속대기 중입니다.\n앞에 9,120명, 뒤에 10명의 대기자가 있습니다.',
    waitedInQueueMs: 60_000,
    queueBudgetMs: 60_000,
    markers: MISSING,
    fault: { phase: 'step', message: 'Timeout', timedOut: true },
  }),
  page('waiting-room', 'got through after a queue', {
    text: MAIN_PAGE.join('\n'),
    waitedInQueueMs: 21_000,
    queueBudgetMs: 60_000,
    markers: [{ name: 'x', expected: true, found: true }],
  }),
];

const MAINTENANCE: readonly CorpusPage[] = [
  said(
    'maintenance',
    '시스템 점검 안내',
    '시스템 점검 중입니다.',
    '보다 나은 서비스 제공을 위하여 시스템 점검을 실시합니다.',
    '점검일시 : 2024년 7월 20일(토) 00:00 ~ 06:00',
    '이용에 불편을 드려 죄송합니다.',
  ),
  said(
    'maintenance',
    '서비스 일시 중단',
    '서비스 일시 중단 안내',
    '데이터베이스 이전 작업으로 서비스를 일시 중단합니다.',
    '중단기간: 7.19.(금) 18:00 ~ 7.22.(월) 09:00',
  ),
  said('maintenance', '고용24', '현재 정기점검 중으로 서비스 이용이 제한됩니다.'),
  said('maintenance', '점검중', '홈페이지 점검중입니다.'),
  said(
    'maintenance',
    '공사중',
    '더 나은 서비스를 위해 시스템 개선 작업 중입니다.',
    '작업시간 2024-07-20 02:00~05:00',
    '작업시간 중에는 모든 서비스가 중단됩니다.',
  ),
  said(
    'maintenance',
    '워크넷',
    '긴급 서버 점검으로 인해 서비스 이용이 일시 중지됩니다.',
    '점검 완료 후 정상 이용하실 수 있습니다.',
  ),
  said(
    'maintenance',
    '서비스 점검',
    '[점검일시]',
    '2020년 11월 30일 (월) 22:00 ~ 12월 1일 (화) 08:00',
  ),
  said(
    'maintenance',
    'Maintenance',
    'We are currently performing scheduled maintenance.',
    'We should be back shortly.',
  ),
  said(
    'maintenance',
    'Site under maintenance',
    'Sorry for the inconvenience but we are performing some maintenance at the moment.',
  ),
  said(
    'maintenance',
    '고용보험',
    '시스템 고도화 작업에 따른 서비스 중지 안내',
    '고도화 작업으로 아래 기간 동안 고용보험 홈페이지를 이용하실 수 없습니다.',
    '기간: 2024. 9. 21. 18:00 ~ 9. 23. 08:00',
  ),
  page('maintenance', '503 with 점검', {
    status: 503,
    title: '점검 안내',
    text: '서비스 점검 중입니다.\n점검시간 02:00 ~ 06:00',
  }),
  page('maintenance', 'framed, marker missing', {
    title: '고용24',
    text: framed(
      'maintenance',
      '',
      '시스템 점검 안내',
      '시스템 점검으로 서비스를 이용하실 수 없습니다.',
      '점검시간 : 22:00 ~ 다음날 06:00',
    ).seen.text,
    markers: MISSING,
  }),
  alerted('maintenance', '시스템 점검 중입니다. 점검 후 이용해 주시기 바랍니다.', {
    text: '',
    markers: MISSING,
  }),
  said(
    'maintenance',
    '국민취업지원제도',
    '서버 이전 작업으로 인하여 서비스가 중단되오니 양해하여 주시기 바랍니다.',
    '중단일시 : 12.24. 20:00 ~ 12.26. 06:00',
  ),
];

const REJECTED: readonly CorpusPage[] = [
  alerted('login-rejected', '아이디 또는 비밀번호가 일치하지 않습니다.', LOGIN_SEEN),
  alerted('login-rejected', '비밀번호가 틀렸습니다. (3회 오류)', LOGIN_SEEN),
  alerted('login-rejected', '존재하지 않는 회원입니다.', LOGIN_SEEN),
  alerted('login-rejected', '비밀번호 오류 횟수 5회를 초과하여 계정이 잠겼습니다.', LOGIN_SEEN),
  alerted(
    'login-rejected',
    '등록되지 않은 아이디이거나, 아이디 또는 비밀번호를 잘못 입력하셨습니다.',
    LOGIN_SEEN,
  ),
  alerted(
    'login-rejected',
    '로그인에 실패하였습니다. 아이디와 비밀번호를 확인하여 주십시오.',
    LOGIN_SEEN,
  ),
  alerted('login-rejected', '로그인 정보가 올바르지 않습니다.', LOGIN_SEEN),
  alerted('login-rejected', '사용이 정지된 계정입니다. 고객센터로 문의하세요.', LOGIN_SEEN),
  alerted('login-rejected', '휴면 계정입니다. 휴면 해제 후 이용해 주세요.', LOGIN_SEEN),
  page('login-rejected', 'message on the form', {
    ...LOGIN_SEEN,
    text: `${LOGIN}\n아이디 또는 비밀번호를 다시 확인해 주세요. 입력하신 정보와 일치하는 회원이 없습니다.`,
  }),
  page('login-rejected', 'message on the form, no marker', {
    layer: 'static',
    title: '로그인',
    elements: LOGIN_ELEMENTS,
    text: '로그인\n아이디 또는 비밀번호가 올바르지 않습니다.\n아이디\n비밀번호\n로그인',
  }),
  page('login-rejected', 'English', {
    layer: 'session',
    title: 'Sign in',
    elements: LOGIN_ELEMENTS,
    text: 'Sign in\nInvalid username or password.\nUsername\nPassword',
    markers: MISSING,
  }),
  alerted('login-rejected', '회원정보가 존재하지 않습니다.', LOGIN_SEEN),
];

const EXPIRED: readonly CorpusPage[] = [
  said(
    'password-expired',
    '비밀번호 변경 안내',
    '비밀번호를 변경한 지 90일이 지났습니다.',
    '개인정보 보호를 위해 비밀번호를 변경해 주세요.',
    '지금 변경하기',
    '다음에 변경하기',
  ),
  alerted(
    'password-expired',
    '비밀번호를 변경하신지 6개월이 경과하였습니다. 비밀번호 변경 후 이용하시기 바랍니다.',
    { layer: 'session', markers: MISSING },
  ),
  said(
    'password-expired',
    '고용24',
    '비밀번호 유효기간이 만료되었습니다.',
    '새로운 비밀번호로 변경하여 주시기 바랍니다.',
  ),
  page('password-expired', 'change form', {
    layer: 'session',
    markers: MISSING,
    elements: ['input[type=password]'],
    text: '비밀번호 변경\n회원님께서는 3개월 이상 동일한 비밀번호를 사용하고 계십니다.\n현재 비밀번호\n새 비밀번호\n새 비밀번호 확인\n변경\n30일 후에 변경',
  }),
  framed(
    'password-expired',
    '비밀번호 변경',
    '안전한 비밀번호로 변경해 주세요.',
    '마지막 변경일로부터 180일이 경과되어 비밀번호 변경이 필요합니다.',
    '나중에 변경하기',
  ),
  alerted('password-expired', '비밀번호 사용기간이 만료되었습니다. 비밀번호를 변경해 주십시오.', {
    layer: 'session',
    text: LOGIN,
    markers: MISSING,
  }),
];

const UNAVAILABLE: readonly CorpusPage[] = [
  page('login-unavailable', 'mobile only', {
    layer: 'login-page',
    title: '로그인',
    markers: MISSING,
    text: '로그인\n간편인증\n금융인증서\n공동인증서\n모바일 신분증\n고용24 민원신청 시 추가 본인 인증이 필요하며, 아이디/비밀번호 로그인은 직업훈련 출석 확인 등 모바일에서만 사용 가능해요.',
  }),
  page('login-unavailable', 'ended', {
    layer: 'login-page',
    title: '로그인 안내',
    text: '아이디/비밀번호 로그인 서비스가 종료되었습니다.\n간편인증 또는 공동인증서로 로그인하여 주시기 바랍니다.',
    markers: MISSING,
  }),
  page('login-unavailable', 'ended, no marker', {
    layer: 'static',
    title: '로그인',
    text: '2023년 8월 1일부터 보안 강화를 위하여 ID/PW 로그인은 제공하지 않습니다.\n간편인증 로그인\n공동인증서 로그인',
  }),
  page('login-unavailable', 'option absent without a word', {
    layer: 'login-page',
    title: '로그인 - 고용24',
    text: '로그인\n간편인증으로 로그인\n금융인증서로 로그인\n모바일 신분증으로 로그인\n본인 명의의 인증 수단으로 로그인해 주세요.\n회원가입',
    markers: [{ name: '#btnIdPopup', expected: true, found: false }],
    fault: { phase: 'step', message: 'waiting for locator #btnIdPopup', timedOut: false },
  }),
  page('login-unavailable', 'option absent at session', {
    layer: 'session',
    title: 'Any-ID 로그인',
    text: '간편인증\n민간인증서를 선택해 주세요\n카카오 네이버 토스 PASS\n금융인증서 공동인증서',
    markers: MISSING,
  }),
];

const CHANGED: readonly CorpusPage[] = [
  said('changed', '고용24', '존재하지 않는 페이지입니다'),
  said(
    'changed',
    '',
    '요청하신 페이지를 찾을 수 없습니다.',
    '주소가 변경되었거나 삭제되었을 수 있습니다.',
    '메인으로',
  ),
  page('changed', 'branded 404', {
    status: 404,
    title: '페이지 없음',
    text: framed('changed', '', '페이지를 찾을 수 없습니다.', '입력하신 주소를 다시 확인해 주세요.')
      .seen.text,
  }),
  page('changed', 'redirected', {
    finalUrl: 'https://www.moel.go.kr/index.do',
    text: MAIN_PAGE.join('\n'),
  }),
  page('changed', 'redirected, marker missing', {
    finalUrl: 'https://parking.example.com/',
    text: 'This domain may be for sale',
    markers: MISSING,
  }),
  page('changed', 'control gone from a healthy page', {
    title: '고용24',
    text: MAIN_PAGE.join('\n'),
    markers: MISSING,
  }),
  page('changed', 'step failed on a healthy page', {
    layer: 'data',
    title: '고용24',
    text: MAIN_PAGE.join('\n'),
    fault: { phase: 'step', message: 'locator not found', timedOut: false },
    markers: MISSING,
  }),
  page('changed', 'login form changed', {
    layer: 'login-page',
    title: '로그인',
    text: LOGIN,
    elements: LOGIN_ELEMENTS,
    markers: [{ name: '#pwd', expected: true, found: false }],
  }),
  said('changed', '도메인 안내', '이 도메인은 판매 중입니다.'),
  said(
    'changed',
    '워크넷 서비스 통합 안내',
    '워크넷이 고용24로 통합되었습니다.',
    '잠시 후 고용24로 이동합니다.',
    'https://www.work24.go.kr',
  ),
  page('changed', '410', { status: 410, text: '삭제된 페이지입니다.' }),
];

const UNKNOWN: readonly CorpusPage[] = [
  page('unknown', 'EUC-KR read as Latin-1', {
    title: '°í¿ë24',
    text: '·Î±×ÀÎ È¸¿ø°¡ÀÔ °í°´¼¾ÅÍ °øÁö»çÇ× Ã¤¿ëÁ¤º¸ ½Ç¾÷±Þ¿© Á÷¾÷ÈÆ·Ã',
    markers: MISSING,
  }),
  page('unknown', 'EUC-KR read as UTF-8', {
    title: '����24',
    text: '�α��� ȸ������ ������ �������� ä������ �Ǿ��޿� �����Ʒ�',
  }),
  page('unknown', 'UTF-8 read as EUC-KR', {
    title: '怨좎슜24',
    text: '濡쒓렇?? ?뚯썝媛€?? 怨좉컼?쇳꽣 怨듭??ы빆 梨꾩슜?뺣낫 ?ㅼ뾽湲됱뿬',
    markers: MISSING,
  }),
  page('unknown', 'a PDF where a page was expected', {
    contentType: 'application/pdf',
    text: '',
    bodyBytes: 900_000,
  }),
  page('unknown', 'JSON where a page was expected', {
    contentType: 'application/json',
    text: '{"result":"ok"}',
  }),
  page('unknown', 'an image where a page was expected', { contentType: 'image/png', text: '' }),
  page('http-error', '400', { status: 400, text: 'Bad Request' }),
];

export const REFUSALS: readonly CorpusPage[] = [
  ...BLOCKED,
  ...WAITING,
  ...MAINTENANCE,
  ...REJECTED,
  ...EXPIRED,
  ...UNAVAILABLE,
  ...CHANGED,
  ...UNKNOWN,
];

import { alerted, type CorpusPage, LOGIN_ELEMENTS, LOGIN_PAGE, sheet, sheets } from '../page.ts';

const MENU = `누리훈련넷
  훈련과정
  훈련기관
  나의 훈련
  커뮤니티
  고객지원
  로그인
  ENGLISH`;
const FOOT = `우)30117 세종특별자치시 한누리대로 422
  상담전화 1350 (유료)
  ⓒ 누리훈련넷 All Rights Reserved.`;

/**
 * Written before the rules were tuned, and only scored until the third batch. Pages refusing or
 * changed.
 */
export const TRAINING_OTHERS: readonly CorpusPage[] = [
  ...sheets(
    'blocked',
    `
    Request Blocked
    Your request has been blocked for security reasons.
    Incident: 7720-11

    접속 차단
    해외에서 접속하신 것으로 확인되어 이용이 제한됩니다.
    국내 IP로 접속해 주세요.

    안내
    요청하신 URL은 웹방화벽 정책에 따라 거부되었습니다.
    문의: 정보보호팀 02-111-2222

    접근 제한
    허용된 네트워크에서만 접속할 수 있습니다.
    `,
  ),
  sheet(
    'blocked',
    `Access Denied
    You don't have permission to access "http://nuri.example/" on this server.
    Reference #18.2f1c`,
    { status: 403 },
  ),
  sheet('blocked', `Too Many Requests`, { status: 429 }),
  sheet(
    'blocked',
    `잠깐! 접속 확인
    사람이 접속한 것이 맞는지 확인하고 있습니다.
    이 작업은 몇 초 걸릴 수 있습니다.`,
    { elements: ['iframe[src*=captcha]', 'iframe'] },
  ),
  alerted('error-page', '정상적인 접근 방식이 아닙니다.', {}),
  alerted('login-rejected', '존재하지 않는 아이디이거나 비밀번호가 다릅니다.', {
    text: LOGIN_PAGE.join('\n'),
    elements: LOGIN_ELEMENTS,
  }),
  sheet(
    'login-rejected',
    `로그인
    로그인
    아이디
    비밀번호
    입력하신 정보로 가입된 회원을 찾을 수 없습니다.`,
    { elements: LOGIN_ELEMENTS },
  ),
  alerted(
    'login-rejected',
    '비밀번호 5회 오류로 계정이 잠겼습니다. 비밀번호 찾기 후 이용하세요.',
    {},
  ),
  sheet(
    'login-rejected',
    `Login
    Username
    Password
    Invalid username or password.
    Log in`,
    { elements: LOGIN_ELEMENTS },
  ),
  ...sheets(
    'password-expired',
    `
    비밀번호 만료 안내
    안전한 이용을 위해 3개월마다 비밀번호를 바꾸셔야 합니다.
    비밀번호를 바꾸신 지 3개월이 지났습니다.
    지금 변경
    나중에 하기
    `,
  ),
  ...sheets(
    'login-unavailable',
    `
    로그인
    ${MENU}
    아이디 로그인은 모바일 앱에서만 이용하실 수 있습니다.
    간편인증 로그인
    공동인증서 로그인
    금융인증서 로그인
    ${FOOT}
    `,
  ),
  sheet(
    'changed',
    `404
    페이지를 찾을 수 없습니다
    요청하신 페이지가 존재하지 않습니다.
    홈으로 돌아가기`,
    { status: 404 },
  ),
  sheet(
    'changed',
    `통합로그인
    하나의 아이디로 여러 서비스를
    아이디
    비밀번호
    로그인`,
    {
      url: 'https://nuri.example/login.do',
      finalUrl: 'https://sso.onepass.example/auth',
      allowedHosts: ['nuri.example'],
      elements: LOGIN_ELEMENTS,
    },
  ),
  ...sheets(
    'changed',
    `
    누리훈련넷
    누리훈련넷이 새길취업과 하나가 되었습니다
    더 편리해진 새길취업에서 만나요
    새길취업으로 이동
    `,
  ),
  sheet(
    'http-error',
    `HTTP Status 404 – Not Found
    Type Status Report
    The origin server did not find a current representation for the target resource`,
    {
      status: 404,
    },
  ),
  ...sheets(
    'unknown',
    `
    로그아웃 안내
    장시간 사용하지 않아 안전하게 로그아웃되었습니다.
    로그인 화면으로

    -
    �̿뿡 ������ ����� �˼��մϴ�. ���� ���Դϴ�.
    `,
  ),
];

import { alerted, type CorpusPage, LOGIN_ELEMENTS, MISSING, sheet, sheets } from '../page.ts';

const TOP = `푸른연금
  내연금
  연금신청
  전자민원
  정보공개
  고객센터`;
const END = `54870 전북특별자치도 전주시 기지로 180
  고객센터 1355
  Copyright 푸른연금공단`;

/** A ninth batch, scored once before any rule had seen it and not tuned to. */
export const PENSION: readonly CorpusPage[] = [
  ...sheets(
    'error-page',
    `
    푸른연금
    ${TOP}
    죄송합니다. 서비스 연결이 지연되고 있습니다.
    잠시 후 다시 시도하여 주시기 바랍니다.
    ${END}

    시스템 에러
    시스템 에러가 발생하였습니다.
    에러코드 : E9999

    푸른연금
    연금 조회 서비스 장애
    연금 조회 서비스가 정상적으로 동작하지 않고 있습니다. 긴급 복구 중입니다.

    안내
    요청량 초과로 서비스를 제공할 수 없습니다.

    푸른연금
    ${TOP}
    예상연금 조회
    결과를 가져오지 못했습니다.
    ${END}

    -
    ORA-00020: maximum number of processes (600) exceeded

    -
    org.apache.commons.dbcp.SQLNestedException: Cannot get a connection, pool error Timeout waiting for idle object

    Tomcat
    HTTP Status 503 – Service Unavailable
    The server is currently unable to handle the request due to a temporary overload.

    Oops
    Oops! We could not load this page. Try again later.
    `,
  ),
  alerted('error-page', '서버에서 오류가 발생했습니다. (500)', {}),
  ...sheets(
    'maintenance',
    `
    점검 안내
    ${TOP}
    시스템 정기점검으로 서비스를 이용하실 수 없습니다.
    점검일시 2024.7.20.(토) 00:00~06:00
    ${END}

    푸른연금
    전산센터 이전 작업으로 7월 19일 18시부터 22일 09시까지 서비스를 중단합니다.
    `,
  ),
  alerted('maintenance', '현재 시스템 작업중입니다. 06시 이후에 이용하세요.', {}),
  sheet(
    'waiting-room',
    `푸른연금 접속대기
    접속 대기 순번 88번, 예상 시간 1분
    순서가 되면 자동 접속됩니다.`,
  ),
  ...sheets(
    'blocked',
    `
    접근 차단
    귀하의 IP는 보안상 차단되었습니다. 문의 1355

    Forbidden
    Request blocked by security policy.
    `,
  ),
  alerted('blocked', '정상적인 접근이 아닙니다.', {}),
  alerted(
    'login-rejected',
    '비밀번호가 일치하지 않습니다. 5회 오류 시 사용이 제한됩니다. (현재 1회)',
    {
      elements: LOGIN_ELEMENTS,
    },
  ),
  alerted('password-expired', '비밀번호를 변경한 지 90일이 지났습니다. 변경 후 이용해 주세요.', {}),
  sheet(
    'changed',
    `푸른연금
    ${TOP}
    내 연금 알아보기
    가입내역 조회
    ${END}`,
    { markers: MISSING },
  ),
  sheet(
    'changed',
    `푸른연금
    페이지를 찾을 수 없습니다. 주소를 확인해 주세요.`,
    { status: 404 },
  ),
  sheet(
    'error-page',
    `오류 안내
    서비스에 문제가 있습니다.`,
    { status: 500 },
  ),
  sheet(
    'blank',
    `푸른연금
    로딩 중입니다`,
    { elements: ['.loading'] },
  ),
  ...sheets(
    'passed',
    `
    푸른연금
    ${TOP}
    자주 찾는 서비스
    예상연금 모의계산
    가입증명서 발급
    연금 수급 신청
    공지사항
    시스템 정기점검에 따른 서비스 중단 안내
    모바일 앱 오류 조치 안내
    ${END}

    푸른연금
    시스템 점검 공지
    7월 20일 02:00~04:00 점검으로 서비스가 중단됩니다.
    오늘 하루 그만 보기
    ${TOP}
    예상연금 모의계산
    가입증명서 발급

    자주 묻는 질문
    ${TOP}
    로그인 오류가 발생하면 어떻게 하나요?
    브라우저 쿠키를 지운 뒤 다시 시도해 주세요.
    연금이 중단되는 경우가 있나요?
    소득이 있으면 지급이 정지될 수 있습니다.
    ${END}

    연금 지급 정지
    ${TOP}
    지급 정지 사유
    국적을 잃은 때
    사망한 때
    ${END}

    푸른연금 접속 장애 3시간 만에 복구
    국민 불편이 이어졌다. 공단은 "이용에 불편을 드려 죄송하다"고 밝혔다.
    2024.07.18 14:20
    정유진 기자

    장애연금
    ${TOP}
    장애연금 안내
    장애등급 1급에서 4급까지 지급합니다.
    청구 방법
    ${END}

    시스템 엔지니어 채용
    ${TOP}
    담당업무
    서버 장애 대응, DB 점검
    자격요건
    경력 3년
    ${END}

    민원 신청
    ${TOP}
    신청이 완료되었습니다.
    접수번호 20240718-11
    ${END}
    `,
  ),
  sheet(
    'passed',
    `로그인
    ${TOP}
    아이디
    비밀번호
    비밀번호 5회 오류 시 계정이 잠깁니다.
    점검 시간(매일 00:00~00:30)에는 로그인할 수 없습니다.
    ${END}`,
    { elements: LOGIN_ELEMENTS },
  ),
];

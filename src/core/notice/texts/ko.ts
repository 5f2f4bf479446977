import type { Matter } from '#core/notice/matter';
import type { Words } from '#core/notice/texts/words';

const KINDS: Words['kinds'] = {
  dns: '도메인 주소를 찾지 못했습니다.',
  connect: '서버에 연결되지 않았습니다.',
  tls: '보안 연결(TLS)에 실패했습니다.',
  timeout: '제한 시간 안에 응답이 없었습니다.',
  'http-error': '서버가 오류 코드를 반환했습니다.',
  'error-page': '정상 화면 대신 오류 화면이 나왔습니다.',
  blank: '화면에 아무 내용도 나오지 않았습니다.',
  slow: '응답이 평소보다 느렸습니다.',
  'waiting-room': '접속 대기 화면이 나왔습니다.',
  maintenance: '점검 안내 화면이 나왔습니다.',
  blocked: '접속이 차단되었습니다.',
  'login-rejected': '아이디 또는 비밀번호가 거부되었습니다.',
  'login-unavailable': '로그인 수단이 화면에 없었습니다.',
  'password-expired': '비밀번호 변경을 요구하는 화면이 나왔습니다.',
  changed: '화면 구성이 바뀌었습니다.',
  'monitor-fault': '모니터링 시스템에 문제가 있었습니다.',
  unknown: '원인을 알 수 없는 이상이 있었습니다.',
};

function detail({ kind, certificates = {} }: Matter): string {
  if (kind === 'certificate') return expiry(Object.entries(certificates));
  if (kind === 'network-in-doubt') {
    return '대조 사이트도 함께 실패하여, 대조 사이트가 정상화될 때까지 집계에서 제외합니다.';
  }
  if (kind === 'control-failing') {
    return '이 대조 사이트만 응답하지 않습니다. 다른 대조 사이트는 응답합니다.';
  }
  return KINDS[kind];
}

function expiry(certificates: readonly (readonly [host: string, days: number])[]): string {
  if (certificates.length === 0) return '인증서가 곧 만료됩니다.';
  return certificates
    .map(([host, days]) => `${host} 인증서가 ${days}일 뒤에 만료됩니다.`)
    .join(' ');
}

export const KOREAN: Words = {
  language: 'ko',
  tags: {
    opened: '장애',
    updated: '변경',
    reminder: '계속',
    closed: '복구',
    attention: '확인 필요',
    reopened: '재발',
    drill: '모의훈련',
    blip: '일시 실패',
  },
  symptoms: {
    unreachable: '접속불가',
    silent: '응답없음',
    'login-failed': '로그인 실패',
    'error-page': '오류화면',
    certificate: '인증서 오류',
    blank: '빈 화면',
    slow: '느림',
    queue: '접속대기',
    maintenance: '점검화면',
    abnormal: '이상',
  },
  working: '정상',
  endUnknown: '복구 미확인',
  someFail: (percent) => `일부 요청 실패(약 ${percent}%)`,
  states: {
    up: '정상',
    degraded: '느림',
    suspect: '확인 중',
    down: '장애',
    recovering: '복구 확인 중',
    maintenance: '점검',
    unknown: '알 수 없음',
  },
  kinds: KINDS,
  layers: {
    host: '서버 연결',
    static: '첫 화면',
    data: '데이터 조회',
    'login-page': '로그인 화면',
    session: '로그인',
  },
  confidence: { certain: '확인됨', likely: '추정', unclear: '불분명' },
  attention: {
    blocked: {
      what: '접속 차단',
      todo: '운영기관에 문의하십시오. 차단을 우회하지 않습니다.',
    },
    'login-rejected': {
      what: '로그인 거부',
      todo: '계정 잠김을 막기 위해 이 서비스의 로그인을 멈췄습니다. 계정을 확인한 뒤 해제하십시오.',
    },
    'login-unavailable': {
      what: '로그인 수단 없음',
      todo: '로그인 화면이 바뀌었는지 확인하십시오.',
    },
    'password-expired': {
      what: '비밀번호 만료',
      todo: '비밀번호를 바꾸고 저장해 둔 인증 정보도 변경하십시오.',
    },
    changed: {
      what: '화면 변경',
      todo: '바뀐 화면에 맞게 모니터링 시나리오와 선택자(selector)를 수정하십시오.',
    },
    'monitor-fault': {
      what: '모니터링 시스템 이상',
      todo: '모니터링 시스템의 로그를 보고, 인증 정보가 모두 있는지 확인하십시오. 방법은 런북에 있습니다.',
    },
    'network-in-doubt': {
      what: '모니터링 측 네트워크 이상 의심',
      todo: '대조 사이트도 실패했습니다. 모니터링을 실행하는 곳의 회선을 확인하십시오.',
    },
    'control-failing': {
      what: '대조 사이트 이상',
      todo: '사이트 주소가 바뀌었는지 확인하고, 바뀌었으면 설정의 controls에서 다른 사이트로 바꾸십시오.',
    },
    certificate: { what: '인증서 만료 임박', todo: '운영기관에 인증서 갱신을 알리십시오.' },
  },
  causes: {
    database: 'DB오류',
    sharedData: '공통 원인(데이터 조회)',
    shared: '공통 원인',
    single: '단일 서비스',
    likely: '추정',
  },
  labels: {
    what: '내용',
    since: '시작',
    until: '복구',
    duration: '지속 시간',
    services: '장애 서비스',
    fine: '정상 서비스',
    concerned: '관련 서비스',
    none: '확인된 곳 없음',
    seen: '확인 내용',
    words: '판단 근거',
    cause: '원인',
    evidence: '증거',
    noEvidence: '저장된 증거가 없습니다.',
    withToken: '조회 권한 필요',
    allOfIt: '장애 기록 전체',
    status: '현황',
    runbook: '대응 절차',
    citizens: '이용자 안내',
    notice: '알림 번호',
    added: '추가된 서비스',
    removed: '복구된 서비스',
    stillDown: '장애가 계속되고 있습니다.',
    allWork: '모든 서비스가 정상으로 돌아왔습니다.',
    ownBegins: '이미 진행 중인 장애가 아래 서비스로 확대되었습니다.',
    othersWork:
      '아래 서비스는 정상으로 돌아왔습니다. 나머지는 별도 장애로 계속 기록하고, 복구되면 알립니다.',
    goesOn: '아직 복구되지 않은 서비스',
    graver: '더 중요한 서비스로 장애가 확대되었습니다.',
    ownWorks: '아래 서비스는 정상으로 돌아왔습니다. 다른 서비스의 장애는 계속되고 있습니다.',
    endUnseen: '복구를 확인하지 못한 채 모니터링이 끝났습니다.',
    unwatched: '모니터링 종료',
    servicesWere: '장애가 있었던 서비스',
    unaffected: '영향이 없던 서비스',
    seenDown: '장애가 확인된 시간',
    drillNote: '모의훈련 알림이며 실제 장애가 아닙니다.',
    drillLink: '한 시간 안에 아래 링크에서 수신을 확인해 주십시오.',
    acknowledged: '확인한 사람',
    passing: '정상 동작한 단계',
    detail: '자세히',
    todo: '할 일',
    noOutage: '장애 알림이 아닙니다.',
  },
  andOthers: (name, others) => `${name} 외 ${others}곳`,
  recurred: (times) => `복구 후 재발하여 같은 장애로 이어 기록합니다(재발 ${times}회).`,
  ended: (time) => `${time} 정상화`,
  stillDown: (names) => `${names} 계속 장애`,
  lasted: (length) => `(장애 ${length})`,
  count: (services) => `${services}곳`,
  between: (after, by) => `${after}~${by} 사이`,
  failedAt: (cause, layer) => `${cause} (${layer} 단계에서 실패)`,
  detail,
  from: (time) => `${time} KST부터`,
  notLaterThan: (by) => `${by} 이전`,
};

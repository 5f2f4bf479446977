import type { Look } from '#portals/simulated/look';

const CONTROL: Omit<Look, 'name'> = {
  slogan: '포털과 관계없는 사이트',
  colour: '#333d4b',
  menus: ['안내', '자료'],
  subject: '자료',
  databaseError: 'DB 접속 오류',
};

/** By service. */
export const LOOKS: Readonly<Record<string, Look>> = {
  work24: {
    name: '고용24',
    slogan: '일자리부터 지원금까지 한곳에서',
    colour: '#0b50d0',
    menus: ['채용정보', '취업지원', '실업급여', '직업능력 개발', '고용정책'],
    subject: '채용정보',
    databaseError: 'ORA-12170: TNS:Connect timeout occurred',
  },
  worknet: {
    name: '워크넷',
    slogan: '믿을 수 있는 일자리 정보',
    colour: '#1a6e3c',
    menus: ['일자리 찾기', '이력서 관리', '직업·진로', '인재정보', '고용동향'],
    subject: '구인공고',
    databaseError:
      'java.sql.SQLException: Cannot create JDBC driver connection, pool exhausted (Timeout 30000ms)',
  },
  'employment-insurance': {
    name: '고용보험',
    slogan: '든든한 고용 안전망',
    colour: '#7a3b00',
    menus: ['실업급여', '모성보호', '고용안정', '피보험 자격', '제도 안내'],
    subject: '지원제도',
    databaseError: 'JDBC-90401:Connection refused by the server. (Tibero JDBC Driver)',
  },
  'employment-support': {
    name: '국민취업지원제도',
    slogan: '취업의 모든 과정을 함께',
    colour: '#5b2c8a',
    menus: ['제도 소개', '참여 신청', '취업활동계획', '일경험', '구직촉진수당'],
    subject: '일경험 프로그램',
    databaseError:
      'cubrid.jdbc.driver.CUBRIDException: Failed to connect to database server, hrddb',
  },
  'hrd-net': {
    name: 'HRD-Net',
    slogan: '배움을 일자리로 잇는 직업훈련포털',
    colour: '#00616b',
    menus: ['훈련과정 검색', '국민내일배움카드', '출결 관리', '자격정보', '훈련기관'],
    subject: '훈련과정',
    databaseError:
      '데이터베이스 오류가 발생했습니다. [Altibase] Client unable to establish connection.',
  },
  eps: {
    name: 'EPS 외국인고용관리시스템',
    slogan: 'Employment Permit System',
    colour: '#8a1c2b',
    menus: ['고용허가제 안내', '구직신청', '사업장 변경', '체류 지원', '한국어'],
    subject: '고용사업장',
    databaseError: 'ORA-03113: end-of-file on communication channel',
  },
  // The texts that identify the controls are in their names.
  control: { ...CONTROL, name: '대조 사이트 1 User-agent' },
  'control-2': { ...CONTROL, name: '대조 사이트 2 Success' },
  'control-3': { ...CONTROL, name: '대조 사이트 3 User-agent' },
};

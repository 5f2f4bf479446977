import type { Part } from '#core/classify/part';

/** What is broken, and what is said about it. Heuristic. */
export const FAILURES: readonly Part[] = [
  { name: 'failed', is: '저장 실패', not: '저장 완료', any: [/실패|못(했|함|하였)/u] },
  {
    name: 'cut',
    is: '통신 두절',
    not: '통신사',
    any: [/끊|두절|단절|마비|먹통|다운(?!로드)|유실/u],
  },
  {
    name: 'no-answer',
    is: '응답하지 않습니다',
    not: '응답 완료',
    any: [/무응답|응답(이|을|하지)?(없|않|안|받지|지연)|응답코드/u],
  },
  {
    name: 'again',
    is: '잠시 후 다시',
    not: '어제',
    any: [
      /잠시(후|뒤|만)|다시(시도|접속|이용|조회|확인)|나중에|새로고침|재시도|재접속|tryagain|retry/u,
    ],
  },
  {
    name: 'sorry',
    is: '불편을 드려 죄송합니다',
    not: '편리합니다',
    any: [/죄송|불편|양해|송구|사과|미안|sorry|apolog|inconvenience/u],
  },
  {
    name: 'repair',
    is: '복구하고 있습니다',
    not: '복사',
    any: [/복구|조치|해결|수리|원인|파악|(확인|조사|점검)(중|하고)|담당자(가|에게)|대응(중|하고)/u],
  },
  {
    name: 'raw-value',
    is: '총 NaN원',
    not: '총 3원',
    any: [
      /(?<![a-z])(nan|undefined|null|infinity)(?![a-z])/u,
      /\[object|\{\{|\$\{|invaliddate|1970-01-01|<%|%>/u,
      /\?\?\?/u,
    ],
  },
  {
    name: 'code',
    is: '오류코드 E-3021',
    not: '우편번호',
    any: [/[a-z]{1,6}[-_]\d{2,}|err_|코드[:：(]?[a-z0-9]|\b[45]\d\d\b|exception|sql|ora-/u],
  },
  {
    name: 'show',
    is: '불러오지',
    not: '로그인',
    any: [/불러|로드|로딩|표시|표출|출력|그리지|그릴|읽|가져오|보이|뜨지|나오지|나타나|load/u],
  },
];

import type { Language, Localised } from '#core/time/duration';

/** Steps of the shared journeys and probes. A result holds the name on the left. */
const NAMES: ReadonlyMap<string, Localised> = new Map([
  ['open-main', { ko: '첫 화면 열기', en: 'open the main page' }],
  ['main', { ko: '첫 화면 내용', en: 'content of the main page' }],
  ['data', { ko: '공개 검색 (DB 조회)', en: 'public search (database)' }],
  ['login-page', { ko: '로그인 화면', en: 'login page' }],
  ['login', { ko: '로그인', en: 'log in' }],
  ['logout', { ko: '로그아웃', en: 'log out' }],
  ['script', { ko: '스크립트', en: 'script' }],
  ['open-page', { ko: '페이지 열기', en: 'open the page' }],
  ['page', { ko: '페이지 내용', en: 'content of the page' }],
]);

/** The name of a step for people. A step of an own journey is called as its author named it. */
export function stepName(name: string, language: Language): string {
  return NAMES.get(name)?.[language] ?? name;
}

import { isElsewhere, isNoPlannedWork, isProgramText, isRecord } from '#core/classify/exceptions';
import { NO_ANSWER } from '#core/classify/finding';
import { FOREIGN_ERRORS } from '#core/classify/foreign/failures';
import { FOREIGN_REJECTIONS } from '#core/classify/foreign/logins';
import { FOREIGN_MANNERS } from '#core/classify/foreign/manners';
import { FOREIGN_MAINTENANCE } from '#core/classify/foreign/planned-work';
import { FOREIGN_REFUSALS } from '#core/classify/foreign/refusals';
import type { Page } from '#core/classify/page';
import type { Part } from '#core/classify/part';
import { type Phrase, sign } from '#core/classify/phrase';
import { KOREAN_APOLOGIES } from '#core/classify/phrases/apology';
import { APP_SERVER_PHRASES } from '#core/classify/phrases/app-server';
import { ENGLISH_REFUSALS } from '#core/classify/phrases/blocked';
import { KOREAN_REFUSALS } from '#core/classify/phrases/blocked-korean';
import { DATABASE_PHRASES } from '#core/classify/phrases/database';
import { ENGLISH_APOLOGIES } from '#core/classify/phrases/english-apology';
import { REJECTED_PHRASES } from '#core/classify/phrases/login-rejected';
import { UNAVAILABLE_PHRASES } from '#core/classify/phrases/login-unavailable';
import { MAINTENANCE_PHRASES } from '#core/classify/phrases/maintenance';
import { MANNERS } from '#core/classify/phrases/manners';
import { MOVED_PHRASES } from '#core/classify/phrases/moved';
import { EXPIRED_PHRASES } from '#core/classify/phrases/password-expired';
import { SECURITY_PROGRAM_PHRASES } from '#core/classify/phrases/security-program';
import { SESSION_END_PHRASES, TIMEOUT_PHRASES } from '#core/classify/phrases/timeout';
import { WEB_SERVER_PHRASES } from '#core/classify/phrases/web-server';
import type { PhraseClass } from '#core/classify/text-judges';

/** Phrases in languages other than Korean and English. */
function foreign(name: string, weight: number, parts: readonly Part[]): Phrase {
  return sign({ rule: `foreign-${name}`, weight, en: parts });
}

/** "주소가 잘못되었거나 일시적인 오류": a page that names both causes has an error. */
const OR_FAILED = /(일시적|일시적인|시스템|서버|내부)(인|의)?(오류|장애|에러)/u;

/** Limits for all visitors because of a crowd. */
function isCrowded(text: string): boolean {
  const crowd = /(사용자|접속자|이용자|접속량|트래픽)(가|이|수가)?.{0,6}(급증|몰|폭주|많)|과부하/u;
  return crowd.test(text) && !/차단|보안|(?<![a-z])ip(?![a-z])|방화벽/u.test(text);
}

/**
 * Not about a login: the visitor is logged in, the form is for another purpose, or the account is a
 * database's.
 */
function isNoLogin(text: string, page: Page): boolean {
  const inside = /로그아웃|logout|signout/u.test(text) && !/(계정|회원)입니다/u.test(text);
  return inside || isProgramText(text) || isMemberForm(page);
}

/** A form to find or change an account reports mistakes in the same words. */
export function isMemberForm({ title, heading }: Page): boolean {
  return [title, heading].some(({ compact }) =>
    /(아이디|비밀번호)(\/비밀번호)?(찾기|재설정)|회원(가입|정보(입력|수정))/u.test(compact),
  );
}

export const BLOCKED: PhraseClass = {
  kind: 'blocked',
  phrases: [...ENGLISH_REFUSALS, ...KOREAN_REFUSALS, foreign('refusal', 2, FOREIGN_REFUSALS)],
  unless: (text) => isCrowded(text) || isProgramText(text),
  reason: 'The service, or a firewall in front of it, refuses this client.',
};

export const EXPIRED: PhraseClass = {
  kind: 'password-expired',
  phrases: EXPIRED_PHRASES,
  unless: (_, page) => isMemberForm(page),
  onForms: true,
  reason: 'The service asks for a new password.',
};

export const REJECTED: PhraseClass = {
  kind: 'login-rejected',
  phrases: [...REJECTED_PHRASES, foreign('rejection', 2, FOREIGN_REJECTIONS)],
  onForms: true,
  unless: isNoLogin,
  reason: 'The service refused the credentials.',
};

export const UNAVAILABLE: PhraseClass = {
  kind: 'login-unavailable',
  phrases: UNAVAILABLE_PHRASES,
  unless: isProgramText,
  onForms: true,
  reason: 'The service says that this way of logging in is not offered.',
};

export const SECURITY_PROGRAM: PhraseClass = {
  kind: 'changed',
  phrases: SECURITY_PROGRAM_PHRASES,
  onForms: true,
  reason: 'The service requires the installation of a security program.',
};

export const MAINTENANCE: PhraseClass = {
  kind: 'maintenance',
  phrases: [...MAINTENANCE_PHRASES, foreign('maintenance', 2, FOREIGN_MAINTENANCE)],
  announced: true,
  unless: isNoPlannedWork,
  reason: 'The page announces planned work and shows nothing else.',
};

export const DATABASE: PhraseClass = {
  kind: 'error-page',
  phrases: DATABASE_PHRASES,
  machine: true,
  unless: isRecord,
  reason: 'The page shows an error text of a database.',
};

export const SERVER: PhraseClass = {
  kind: 'error-page',
  phrases: [...APP_SERVER_PHRASES, ...WEB_SERVER_PHRASES],
  machine: true,
  unless: isRecord,
  reason: 'The page comes from the web server, not from the service.',
};

export const TIMEOUT: PhraseClass = {
  kind: 'timeout',
  phrases: TIMEOUT_PHRASES,
  cause: NO_ANSWER,
  reason: 'The page says that its own server did not answer in time.',
};

export const MOVED: PhraseClass = {
  kind: 'changed',
  phrases: MOVED_PHRASES,
  unless: (text) => OR_FAILED.test(text),
  reason: 'The service works but says that this page no longer exists.',
};

export const APOLOGY: PhraseClass = {
  kind: 'error-page',
  phrases: [
    ...KOREAN_APOLOGIES,
    ...MANNERS,
    ...ENGLISH_APOLOGIES,
    foreign('error', 2, FOREIGN_ERRORS),
    foreign('manners', 0.75, FOREIGN_MANNERS),
  ],
  unless: (text) => isElsewhere(text) || /준비중(입니다|이오니)/u.test(text),
  reason: 'The page shows an apology instead of its content.',
};

export const SESSION_END: PhraseClass = {
  kind: 'unknown',
  phrases: SESSION_END_PHRASES,
  reason: 'The service ended the session. This says nothing about its health.',
};

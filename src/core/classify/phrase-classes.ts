import { NO_ANSWER } from '#core/classify/finding';
import type { PhraseClass } from '#core/classify/judges';
import {
  EXPIRED_PHRASES,
  REJECTED_PHRASES,
  UNAVAILABLE_PHRASES,
} from '#core/classify/login-phrases';
import { MAINTENANCE_PHRASES } from '#core/classify/maintenance-phrases';
import { BLOCKED_PHRASES, MOVED_PHRASES } from '#core/classify/refusal-phrases';
import { DATABASE_PHRASES, SERVER_PHRASES } from '#core/classify/server-phrases';
import {
  APOLOGY_PHRASES,
  SESSION_END_PHRASES,
  TIMEOUT_PHRASES,
} from '#core/classify/trouble-phrases';

const FAILURE = /오류|장애(?!인)|에러|이상으로|이상이/u;
const WORK = /점검|(?<!복구)작업|공사|교체|증설|업그레이드|개편|개선|maintenance|upgrad/u;

/** "서비스를 중단합니다" because of a failure is not planned work. */
function isUnplanned(text: string): boolean {
  return FAILURE.test(text) && !WORK.test(text);
}

/** "현재는 정상 운영되고 있습니다": what follows an outage, not what makes one. */
const OVER =
  /(정상|원활)(화|히|하게|적으로)?(된상태로)?(운영|이용|제공|서비스|처리|접속)?(되고있|되었|중입|가능합|이가능합|하실수있|하고있)|이용에(문제|지장)(가|이)없|(복구|해결|조치|정상화)(가|이)?(완료)?(되었|됐|완료|하였습)/u;

/** "주소가 잘못되었거나 일시적인 오류": whoever is not sure has an error. */
const OR_FAILED = /(일시적|일시적인|시스템|서버|내부)(인|의)?(오류|장애|에러)/u;

/** Work on what is no computer stops other things than this service. */
const BUILDING =
  /주차|도로|청사|건물|승강기|엘리베이터|단수|버스|지하철|수영장|열람실|체육관|교량/u;
const ONLINE = /서비스|시스템|홈페이지|사이트|누리집|접속|로그인|포털|전산|서버|온라인|업무/u;

function isNoPlannedWork(text: string): boolean {
  return isUnplanned(text) || (BUILDING.test(text) && !ONLINE.test(text));
}

export const BLOCKED: PhraseClass = {
  kind: 'blocked',
  phrases: BLOCKED_PHRASES,
  reason: 'The service, or a firewall in front of it, refuses this client.',
};

export const EXPIRED: PhraseClass = {
  kind: 'password-expired',
  phrases: EXPIRED_PHRASES,
  onForms: true,
  reason: 'The service asks for a new password.',
};

export const REJECTED: PhraseClass = {
  kind: 'login-rejected',
  phrases: REJECTED_PHRASES,
  onForms: true,
  reason: 'The service refused the credentials.',
};

export const UNAVAILABLE: PhraseClass = {
  kind: 'login-unavailable',
  phrases: UNAVAILABLE_PHRASES,
  onForms: true,
  reason: 'The service says that this way of logging in is not offered.',
};

export const MAINTENANCE: PhraseClass = {
  kind: 'maintenance',
  phrases: MAINTENANCE_PHRASES,
  announced: true,
  unless: isNoPlannedWork,
  reason: 'The page announces planned work and shows nothing else.',
};

export const DATABASE: PhraseClass = {
  kind: 'error-page',
  phrases: DATABASE_PHRASES,
  machine: true,
  reason: 'The page shows an error text of a database.',
};

export const SERVER: PhraseClass = {
  kind: 'error-page',
  phrases: SERVER_PHRASES,
  machine: true,
  reason: 'The page is one of the server itself, not of the service.',
};

export const TIMEOUT: PhraseClass = {
  kind: 'timeout',
  phrases: TIMEOUT_PHRASES,
  cause: NO_ANSWER,
  reason: 'The page says that it waited in vain for its own server.',
};

export const MOVED: PhraseClass = {
  kind: 'changed',
  phrases: MOVED_PHRASES,
  unless: (text) => OR_FAILED.test(text),
  reason: 'The service works but says that this page is not here any more.',
};

export const APOLOGY: PhraseClass = {
  kind: 'error-page',
  phrases: APOLOGY_PHRASES,
  unless: (text) => OVER.test(text) || /준비중(입니다|이오니)/u.test(text),
  reason: 'The page excuses itself instead of doing its work.',
};

export const SESSION_END: PhraseClass = {
  kind: 'unknown',
  phrases: SESSION_END_PHRASES,
  reason: 'The service ended our visit; this says nothing about its health.',
};

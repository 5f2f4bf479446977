import { isElsewhere, isFailedWork, mayBeTrouble } from '#core/classify/exceptions';
import type { Phrase } from '#core/classify/phrase';
import { ERROR_SIGNS } from '#core/classify/signs/error-signs';
import { AGE_SIGNS, NO_LOGIN_SIGNS, REJECTION_SIGNS } from '#core/classify/signs/login-signs';
import { MOVE_SIGNS, TIME_SIGNS } from '#core/classify/signs/move-signs';
import { QUEUE_SIGNS } from '#core/classify/signs/queue-signs';
import { REFUSAL_SIGNS } from '#core/classify/signs/refusal-signs';
import { WORK_SIGNS } from '#core/classify/signs/work-signs';
import { LETS_IN } from '#core/classify/waiting-room';
import type { Kind } from '#core/run/verdict';

/** Signs for a kind on a page that is one message. */
export interface Signs {
  readonly kind: Kind;
  readonly phrases: readonly Phrase[];
  /** Sum of weights from which the kind is believed. */
  readonly enough: number;
  /** Where this is true, the words mean something else. */
  readonly unless?: (text: string) => boolean;
}

/** "다른 기기에서 로그인하여": the visit ended, and the way to log in is there. */
function isOtherDevice(text: string): boolean {
  return /(다른|타)(기기|곳|장소|pc|브라우저|단말기?)에서(의)?로그인/u.test(text);
}

/** "5회 오류 시 잠깁니다": nobody was refused yet. */
function isRuleOfTries(text: string): boolean {
  const rule = /\d회(이상)?(연속)?(오류|실패|틀리|잘못입력)(시|하면|면|할경우)/u.test(text);
  return rule && !/(하셨|했습|하였|되었|않습니다|않아요|다릅니다|틀렸|못)/u.test(text);
}

/** In order of precedence for equal weights: specific kinds before general ones. */
export const ALL_SIGNS: readonly Signs[] = [
  { kind: 'waiting-room', phrases: QUEUE_SIGNS, enough: 3, unless: (text) => !LETS_IN.test(text) },
  { kind: 'password-expired', phrases: AGE_SIGNS, enough: 3 },
  { kind: 'blocked', phrases: REFUSAL_SIGNS, enough: 2.5 },
  { kind: 'login-rejected', phrases: REJECTION_SIGNS, enough: 2, unless: isRuleOfTries },
  { kind: 'login-unavailable', phrases: NO_LOGIN_SIGNS, enough: 2.5, unless: isOtherDevice },
  { kind: 'maintenance', phrases: WORK_SIGNS, enough: 2.8, unless: isFailedWork },
  { kind: 'timeout', phrases: TIME_SIGNS, enough: 2.5 },
  { kind: 'changed', phrases: MOVE_SIGNS, enough: 2, unless: mayBeTrouble },
  { kind: 'error-page', phrases: ERROR_SIGNS, enough: 2.5, unless: isElsewhere },
];

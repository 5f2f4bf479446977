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

/** In order of precedence for equal weights: specific kinds before general ones. */
export const ALL_SIGNS: readonly Signs[] = [
  { kind: 'waiting-room', phrases: QUEUE_SIGNS, enough: 3, unless: (text) => !LETS_IN.test(text) },
  { kind: 'password-expired', phrases: AGE_SIGNS, enough: 3 },
  { kind: 'blocked', phrases: REFUSAL_SIGNS, enough: 2.5 },
  { kind: 'login-rejected', phrases: REJECTION_SIGNS, enough: 2 },
  { kind: 'login-unavailable', phrases: NO_LOGIN_SIGNS, enough: 2.5 },
  { kind: 'maintenance', phrases: WORK_SIGNS, enough: 2.8, unless: isFailedWork },
  { kind: 'timeout', phrases: TIME_SIGNS, enough: 2.5 },
  { kind: 'changed', phrases: MOVE_SIGNS, enough: 2, unless: mayBeTrouble },
  { kind: 'error-page', phrases: ERROR_SIGNS, enough: 2.5, unless: isElsewhere },
];

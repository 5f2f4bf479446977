import type { Layer } from '#core/run/layer';

export const OUTCOMES = ['passed', 'degraded', 'failed', 'inconclusive'] as const;

/** The verdict of a run. Only `failed` is evidence of downtime. */
export type Outcome = (typeof OUTCOMES)[number];

export const KINDS = [
  'dns',
  'connect',
  'tls',
  'timeout',
  'http-error',
  'error-page',
  'blank',
  'slow',
  'waiting-room',
  'maintenance',
  'blocked',
  'login-rejected',
  'login-unavailable',
  'password-expired',
  'changed',
  'monitor-fault',
  'unknown',
] as const;

/** Why a run did not pass: a closed list. */
export type Kind = (typeof KINDS)[number];

/**
 * Kinds for engineers, not for the alarm: the monitor's view is limited, but the service may work.
 */
export const ATTENTION_KINDS = [
  'blocked',
  'login-rejected',
  'login-unavailable',
  'password-expired',
  'changed',
] as const satisfies readonly Kind[];

/** Rule of a verdict that only a browser can decide. A journey is requested at once. */
export const NEEDS_BROWSER = 'needs-browser';

/** A journey does not go on from such a page. Doubt about a page on the way does not end it. */
export function endsJourney({ result, kind }: Pick<Verdict, 'result' | 'kind'>): boolean {
  return result === 'failed' || kind === 'blocked';
}

/** The judgement of one run. */
export interface Verdict {
  readonly result: Outcome;
  /** Absent exactly when `result` is `passed`. */
  readonly kind?: Kind;
  /** Passed: the deepest layer reached. Otherwise the layer the run stopped at. */
  readonly layer: Layer;
  /** Equal across services with the same cause. Absent when passed. See core/run/signature.ts. */
  readonly signature?: string;
  /** One sentence for people, without secrets or personal data. */
  readonly reason: string;
  /** Id of the rule that decided. */
  readonly rule: string;
  /** The words on the page or in the error that decided, at most 120 characters. */
  readonly matched?: string;
  /** True only if database text was seen, so that a notice may say "DB오류". */
  readonly databaseText?: boolean;
  /** Number of people ahead in a waiting room, if the page shows it. */
  readonly peopleAhead?: number;
}

import { SECOND } from '#core/time/time';
import type { Score, Spread } from './detection-score.ts';
import type { Heard } from './heard.ts';

const DAYS_A_MONTH = 30;

export const SCORE_HEAD: readonly string[] = [
  'told',
  'missed, 5 min+',
  'told after s, p50/p95/max',
  'messages each',
  'calls under 1 min',
  'end after s, p50/p95',
  'end width s, p50/p95',
];

export function scoreCells(score: Score): readonly string[] {
  return [
    `${score.told}/${score.real}`,
    String(score.missedLong),
    inSeconds(score.toldAfter, ['p50', 'p95', 'max']),
    score.messagesEach?.toFixed(1) ?? '-',
    `${score.shortCalls}/${score.short}`,
    inSeconds(score.endAfter, ['p50', 'p95']),
    inSeconds(score.width, ['p50', 'p95']),
  ];
}

export const NOISE_HEAD: readonly string[] = ['false calls a month', 'requests a day'];

/** Every announced begin in `days` of noise is a false call. */
export function noiseCells({ messages, requestsPerDay }: Heard, days: number): readonly string[] {
  const calls = messages.filter(({ says }) => says === 'down').length;
  return [
    ((calls * DAYS_A_MONTH) / days).toFixed(1),
    Math.round(requestsPerDay).toLocaleString('en-US'),
  ];
}

function inSeconds(spread: Spread | undefined, parts: readonly (keyof Spread)[]): string {
  if (!spread) return '-';
  return parts.map((part) => Math.round(spread[part] / SECOND)).join('/');
}

import type { Between } from '#core/time/time';
import { SECOND } from '#core/time/time';

export type Language = 'ko' | 'en';

/** One text in each language. */
export type Localised = Readonly<Record<Language, string>>;

/** Bounds of a length of time, seconds. `max` is null if the beginning has no known bound. */
export interface DurationBetween {
  readonly min: number;
  readonly max: number | null;
}

const UNITS = [
  { seconds: 86_400, ko: '일', en: 'd' },
  { seconds: 3_600, ko: '시간', en: 'h' },
  { seconds: 60, ko: '분', en: 'min' },
  { seconds: 1, ko: '초', en: 's' },
] as const;

function pieces(seconds: number, language: Language): string[] {
  const whole = Math.max(0, Math.round(seconds));
  const rounded = whole >= 60 ? Math.round(whole / 60) * 60 : whole;
  let rest = rounded;
  const found: string[] = [];
  for (const unit of UNITS) {
    const count = Math.floor(rest / unit.seconds);
    rest -= count * unit.seconds;
    if (count > 0) found.push(language === 'ko' ? `${count}${unit.ko}` : `${count} ${unit.en}`);
  }
  return found.length > 0 ? found : [language === 'ko' ? '0초' : '0 s'];
}

/** `2시간 42분` or `2 h 42 min`: in minutes from one minute up, in seconds below. */
export function formatDuration(seconds: number, language: Language): string {
  return pieces(seconds, language).join(' ');
}

/** `2시간42분`, for SMS. */
export function formatDurationTight(seconds: number, language: Language): string {
  return pieces(seconds, language)
    .map((piece) => piece.replace(' ', ''))
    .join('');
}

/** From the last bad to the first good result, and the widest possible length. Never negative. */
export function durationBetween(started: Between, ended: Between): DurationBetween {
  const lastBad = ended.after ?? started.by;
  return {
    min: Math.max(0, (lastBad - started.by) / SECOND),
    max: started.after === null ? null : Math.max(0, (ended.by - started.after) / SECOND),
  };
}

/** `최소 30분`: rounded down, so that the statement stays true. */
export function formatAtLeast(seconds: number, language: Language): string {
  const sure = seconds < 60 ? seconds : Math.floor(seconds / 60) * 60;
  const min = formatDuration(sure, language);
  return language === 'ko' ? `최소 ${min}` : `at least ${min}`;
}

/** `2시간 40분~2시간 44분`. One value if both ends read the same. `최소 …` without an upper bound. */
export function formatDurationBetween(between: DurationBetween, language: Language): string {
  if (between.max === null) return formatAtLeast(between.min, language);
  const min = formatDuration(between.min, language);
  const max = formatDuration(between.max, language);
  if (min === max) return min;
  return language === 'ko' ? `${min}~${max}` : `${min} to ${max}`;
}

import type { Instant } from '#core/time/time';

const FORM =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,3})?)?(Z|[+-](\d{2}):?(\d{2}))$/;

/**
 * Epoch ms of an ISO 8601 time with an offset. Undefined for anything else, such as 30 February.
 */
export function parseIsoTime(text: string): Instant | undefined {
  const match = FORM.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1, 6).map(Number);
  const second = Number(match[6] ?? 0);
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > lastDay) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  if (Number(match[8] ?? 0) > 14 || Number(match[9] ?? 0) > 59) return undefined;
  return Date.parse(text);
}

/** True for a time that only lacks its offset. */
export function lacksOffset(text: string): boolean {
  return parseIsoTime(`${text}+09:00`) !== undefined;
}

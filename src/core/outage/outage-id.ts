import { kstDate, kstMinute } from '#core/time/kst';
import type { Instant } from '#core/time/time';

/** `yyyymmdd` in KST. */
export function dayStamp(at: Instant): string {
  return kstDate(at).replaceAll('-', '');
}

/** The moment in an outage's id: `yyyymmdd-hhmm` in KST. Stamps sort by time. */
export function startStamp(at: Instant): string {
  return `${dayStamp(at)}-${kstMinute(at).replace(':', '')}`;
}

/** `<prefix>-<yyyymmdd>-<hhmm>` of the first failure. Adds `-2` … if that id exists. */
export function outageId(prefix: string, at: Instant, isTaken: (id: string) => boolean): string {
  const stem = `${prefix}-${startStamp(at)}`;
  let id = stem;
  for (let count = 2; isTaken(id); count += 1) id = `${stem}-${count}`;
  return id;
}

/** The stamp in an outage's id. Undefined for any other id. */
export function stampIn(id: string): string | undefined {
  return /-(\d{8}-\d{4})(?:-\d+)?$/.exec(id)?.[1];
}

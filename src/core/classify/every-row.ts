import type { Finding } from '#core/classify/finding';
import type { Page } from '#core/classify/page';
import { compactText } from '#core/classify/page-text';

/** What stands in the place of a button that cannot be pressed now. */
const CLOSED =
  /^(시스템|서비스)?(점검중|점검|이용불가|(일시|이용)?중단|(일시|이용)?중지|장애|오류)(입니다)?$/u;
/** One or two closed functions are nobody's outage. */
const LEAST_ROWS = 3;

/** Each row of the page's table ends with "점검 중": nothing that it offers can be used now. */
export function judgeEveryRow({ seen, article }: Page): Finding | undefined {
  if (article || !seen.outline) return undefined;
  const rows = seen.text.split('\n').filter((line) => line.includes('\t'));
  // The first row may be the head.
  const ends = rows.map((row) => compactText(row.split('\t').at(-1) ?? ''));
  const own = CLOSED.test(ends[0] ?? '') ? ends : ends.slice(1);
  if (own.length < LEAST_ROWS || !own.every((end) => CLOSED.test(end))) return undefined;
  const planned = own.every((end) => end.includes('점검'));
  return {
    kind: planned ? 'maintenance' : 'error-page',
    rule: 'every-row-is-closed',
    reason: 'Everything on the page is marked as closed now.',
    matched: rows.at(-1) ?? '',
    cause: planned ? 'every row in maintenance' : 'every row closed',
  };
}

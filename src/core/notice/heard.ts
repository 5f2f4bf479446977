import { isOwn, type Notice } from '#core/notice/notice';
import type { NoticeType } from '#core/outage/telling';

/** What one channel hears: the events that its configuration names. What begins again is a begin. */
export function hears({ events }: { readonly events: readonly NoticeType[] }) {
  return (notice: Notice): boolean =>
    (events.includes(notice.type) || (notice.again === true && events.includes('opened'))) &&
    !isOwn(notice) &&
    notice.remindAfterSeconds === undefined;
}

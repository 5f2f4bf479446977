import { isOwn, type Notice } from '#core/notice/notice';
import type { NoticeType } from '#core/outage/telling';

/** True if a channel's configuration names the notice's event. A reopening counts as an opening. */
export function hears({ events }: { readonly events: readonly NoticeType[] }) {
  return (notice: Notice): boolean =>
    (events.includes(notice.type) || (notice.again === true && events.includes('opened'))) &&
    !isOwn(notice) &&
    notice.remindAfterSeconds === undefined;
}

import type { NOTICE_TYPES } from '#core/watch/webhooks';

/**
 * Type of a notice. `attention` is for engineers. `attention` and `blip` are never about an outage.
 */
export type NoticeType = (typeof NOTICE_TYPES)[number];

/** Types about an outage. */
export type OutageNoticeType = Exclude<NoticeType, 'attention' | 'blip'>;

export function isAboutOutage(type: NoticeType): type is OutageNoticeType {
  return type !== 'attention' && type !== 'blip';
}

/** How a notice about an outage reads. `reopened`: an update after the closing notice. */
export type ToldAs = OutageNoticeType | 'reopened';

/**
 * Why a notice is not sent: a closed list. A new reason needs one line here and a sentence in
 * `src/core/report/texts/` in each language.
 */
export const WITHHELD_REASONS = [
  /** Not sure yet: failures must last, and an outage waits for the other services of its group. */
  'forming',
  /** The failures ended before they lasted long enough. */
  'blip',
  /** A person silenced every affected service. */
  'silenced',
  /** Every affected service is in declared maintenance. */
  'maintenance',
  /** A person has acknowledged the outage, so there are no reminders. */
  'acknowledged',
  /** The time of the next notice of this type has not come. */
  'not-due',
  /** Every affected service works again, and its end is being proven. */
  'recovering',
  /** No run has seen the affected services for minutes. */
  'unseen',
  /** Control sites fail as well, so the fault may be ours. */
  'network-in-doubt',
  /** No subscription accepts the notice. */
  'no-subscriber',
  /** Notices of this type only go by email. */
  'not-for-phones',
  /** The channel's provider refused it. It is tried again. */
  'provider-refused',
  /** The daily end-to-end check: written, never sent. */
  'end-to-end',
] as const;

export type WithheldReason = (typeof WITHHELD_REASONS)[number];

/** The decision to send a notice, or to hold it back for a reason. */
export type Decision =
  | { readonly type: 'told'; readonly notice: string }
  | { readonly type: 'withheld'; readonly reason: WithheldReason };

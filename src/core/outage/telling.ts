import type { NOTICE_TYPES } from '#core/watch/webhooks';

/** What a notice is. `attention` is for engineers; it and `blip` are never about an outage. */
export type NoticeType = (typeof NOTICE_TYPES)[number];

/** Those about an outage. */
export type OutageNoticeType = Exclude<NoticeType, 'attention' | 'blip'>;

export function isAboutOutage(type: NoticeType): type is OutageNoticeType {
  return type !== 'attention' && type !== 'blip';
}

/** How a notice about an outage reads; `reopened`: an update after its end was told. */
export type ToldAs = OutageNoticeType | 'reopened';

/**
 * Why somebody is not told: a closed list. A new reason is one line here, and a sentence in
 * `src/core/report/texts/` in each language.
 */
export const WITHHELD_REASONS = [
  /** Not sure yet: failures have to last, and an outage waits for the other services of its group. */
  'forming',
  /** The failures ended before they lasted. */
  'blip',
  /** A person asked for silence about every service concerned. */
  'silenced',
  /** Every service concerned is in declared maintenance. */
  'maintenance',
  /** A person has acknowledged the outage, so nobody is reminded. */
  'acknowledged',
  /** The next notice of this type has its time, which has not come. */
  'not-due',
  /** Control sites fail as well: the fault may be ours. */
  'network-in-doubt',
  /** No subscription lets the notice through. */
  'no-subscriber',
  /** Notices of this type go by email alone. */
  'not-for-phones',
  /** The channel's provider did not take it; it is tried again. */
  'provider-refused',
  /** The daily check of the whole path: written, never sent. */
  'end-to-end',
] as const;

export type WithheldReason = (typeof WITHHELD_REASONS)[number];

/** Whether a notice was sent, or held back for a reason. */
export type Decision =
  | { readonly type: 'told'; readonly notice: string }
  | { readonly type: 'withheld'; readonly reason: WithheldReason };

/** What a notice is about. `attention` is for engineers and never about an outage. */
export type NoticeType = 'opened' | 'updated' | 'reminder' | 'closed' | 'attention';

/** How a notice about an outage reads; `reopened`: an update after its end was told. */
export type ToldAs = Exclude<NoticeType, 'attention'> | 'reopened';

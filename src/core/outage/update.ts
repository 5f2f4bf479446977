import type { Deed } from '#core/outage/outage';
import type { Localised } from '#core/time/duration';

export const UPDATE_STATUSES = ['investigating', 'identified', 'monitoring', 'resolved'] as const;

/** Where an outage stands, in the words that status pages use. */
export type UpdateStatus = (typeof UPDATE_STATUSES)[number];

/** An update about an outage; kept for good. */
export interface OutageUpdate extends Deed {
  readonly id: string;
  readonly outage: string;
  readonly status: UpdateStatus;
  /** A language that was not given is told in the other. */
  readonly text: Localised;
  /** `internal`: for those with a token only. */
  readonly audience: 'public' | 'internal';
}

/** As everybody may see it: without the name of who wrote it. */
export type PublicUpdate = Omit<OutageUpdate, 'by' | 'audience'>;

/** Oldest first. */
export function publicUpdates(updates: readonly OutageUpdate[]): readonly PublicUpdate[] {
  return updates
    .filter(({ audience }) => audience === 'public')
    .map(({ by: _, audience: __, ...update }) => update)
    .toSorted((a, b) => a.at - b.at);
}

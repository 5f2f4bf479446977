import type { Deed } from '#core/outage/outage';
import type { Localised } from '#core/time/duration';

export const UPDATE_STATUSES = ['investigating', 'identified', 'monitoring', 'resolved'] as const;

/** State of an outage in the terms of status pages. */
export type UpdateStatus = (typeof UPDATE_STATUSES)[number];

/** An update about an outage. Kept forever. */
export interface OutageUpdate extends Deed {
  readonly id: string;
  readonly outage: string;
  readonly status: UpdateStatus;
  /** A missing language is replaced by the other one. */
  readonly text: Localised;
  /** `internal`: only visible with a token. */
  readonly audience: 'public' | 'internal';
}

/** The public form, without the author's name. */
export type PublicUpdate = Omit<OutageUpdate, 'by' | 'audience'>;

/** Oldest first. */
export function publicUpdates(updates: readonly OutageUpdate[]): readonly PublicUpdate[] {
  return updates
    .filter(({ audience }) => audience === 'public')
    .map(({ by: _, audience: __, ...update }) => update)
    .toSorted((a, b) => a.at - b.at);
}

import type { GroupDraft } from '#core/detection/group-draft';
import type { Failure, OpenIncident, OutageState } from '#core/detection/group-state';
import { lastsOf, lookSeconds } from '#core/detection/lasting';
import { changeOutage } from '#core/detection/outages';
import type { WithheldReason } from '#core/outage/telling';
import { SECOND } from '#core/time/time';
import type { Check } from '#core/watch/catalogue';

/** Open incidents of an outage. */
export function incidentsOf(draft: GroupDraft, outage: string): readonly OpenIncident[] {
  return Object.values(draft.services).flatMap(({ incident }) =>
    incident?.outage === outage ? [incident] : [],
  );
}

/** Sets when the last look at an outage is due; the earliest failure of its services counts. */
export function expectLook(
  draft: GroupDraft,
  id: string,
  { check, first }: { readonly check: Check; readonly first: Failure },
): void {
  const { lookAt = Number.POSITIVE_INFINITY } = draft.outages[id] ?? {};
  const ownAt = first.from + lookSeconds(lastsOf(draft, check)) * SECOND;
  changeOutage(draft, id, { lookAt: Math.min(lookAt, ownAt) });
}

/** Nobody was told yet, and no run that started at `lookAt` or later has failed. */
export function awaitsLook(draft: GroupDraft, { record, told, lookAt = 0 }: OutageState): boolean {
  if (told) return false;
  const failures = [
    ...record.incidents.map(({ endedBetween }) => endedBetween?.after ?? 0),
    ...incidentsOf(draft, record.id).map(({ lastBadFrom }) => lastBadFrom),
  ];
  return Math.max(...failures) < lookAt;
}

/**
 * Why the opening notice of an outage waits for the last look. A pass before it withholds the
 * notice until something fails again; a look that brings no result does not.
 */
export function lookWaits(draft: GroupDraft, outage: OutageState): WithheldReason | undefined {
  if (!awaitsLook(draft, outage)) return undefined;
  const open = incidentsOf(draft, outage.record.id);
  if (open.length === 0) return 'blip';
  const { groupWaitSeconds } = draft.context.configuration.rules;
  const patience = (outage.lookAt ?? 0) + groupWaitSeconds * SECOND;
  return draft.now < patience || open.some(({ passes }) => passes > 0) ? 'forming' : undefined;
}

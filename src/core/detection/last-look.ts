import type { GroupDraft } from '#core/detection/group-draft';
import type { Failure, OpenIncident, OutageState } from '#core/detection/group-state';
import { lastsOf, lookAfter, MOST_SOONER_SECONDS } from '#core/detection/lasting';
import { changeOutage } from '#core/detection/outages';
import type { WithheldReason } from '#core/outage/telling';
import { type Instant, SECOND } from '#core/time/time';
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
  const ownAt = lookAfter(lastsOf(draft, check), first);
  changeOutage(draft, id, { lookAt: Math.min(lookAt, ownAt) });
}

/** Nobody was told yet, and no run that started at `lookAt` or later has failed. */
export function awaitsLook(draft: GroupDraft, { record, told, lookAt = 0 }: OutageState): boolean {
  return !told && lastFailure(draft, { record }) < lookAt;
}

/**
 * Why the opening notice of an outage waits. A pass since the latest failure withholds it until
 * something fails again, and for good if all works by then. What failed for as long as one service
 * alone has to is told in any case. A last look that brings no result is not waited for.
 */
export function lookWaits(draft: GroupDraft, outage: OutageState): WithheldReason | undefined {
  if (outage.told) return undefined;
  const { record, row, lookAt = 0 } = outage;
  const open = incidentsOf(draft, record.id);
  const hasPassed =
    row !== undefined ||
    open.some(({ passes }) => passes > 0) ||
    record.incidents.some(({ endedBetween }) => endedBetween);
  const looked = !awaitsLook(draft, outage);
  if (looked && (row === undefined || hasLasted(draft, outage))) return undefined;
  if (open.length === 0) return 'blip';
  const { groupWaitSeconds } = draft.context.configuration.rules;
  return hasPassed || draft.now < lookAt + groupWaitSeconds * SECOND ? 'forming' : undefined;
}

function hasLasted(draft: GroupDraft, { record }: OutageState): boolean {
  const spans = record.incidents.map(({ service }) => draft.context.lasts.get(service));
  const { lastsSeconds } = draft.context.configuration.rules;
  const alone = Math.max(...spans.map((each) => (each ?? lastsSeconds).alone));
  // The begin is known from the end of its first run, which may have taken so long.
  const needed = (alone - MOST_SOONER_SECONDS) * SECOND;
  return lastFailure(draft, { record }) - record.startedBetween.by >= needed;
}

/** Start of the latest failure of an outage. */
function lastFailure(draft: GroupDraft, { record }: Pick<OutageState, 'record'>): Instant {
  return Math.max(
    ...record.incidents.map(({ endedBetween }) => endedBetween?.after ?? 0),
    ...incidentsOf(draft, record.id).map(({ lastBadFrom }) => lastBadFrom),
  );
}

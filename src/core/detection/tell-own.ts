import type { GroupDraft } from '#core/detection/group-draft';
import type { OutageState } from '#core/detection/group-state';
import { decide, downNow, drop, heardOf, isSilenced, tell } from '#core/detection/tell';
import { awaitingEnd, overWith } from '#core/outage/hearing';

/**
 * Notifies a service's subscribers when it joins a known outage, and when it works again while
 * others are down. Other subscribers need neither message at once.
 */
export function tellOwn(draft: GroupDraft, outage: OutageState): void {
  // Before the opening notice, and before the reopening one, everybody waits for the same notice.
  if (outage.phase !== 'open' || !outage.told?.length) return;
  tellBegins(draft, outage);
  tellEnds(draft, draft.outages[outage.record.id] as OutageState);
}

function tellBegins(draft: GroupDraft, outage: OutageState): void {
  const { id } = outage.record;
  const heard = heardOf(outage);
  const unheard = downNow(outage.record).filter((service) => heard[service] !== 'begin');
  if (unheard.length === 0) return drop(draft, id, 'opened');
  for (const again of [false, true]) {
    const services = unheard.filter((service) => (heard[service] === 'end') === again);
    decideOwn(draft, id, { type: 'opened', services, again });
  }
}

function tellEnds(draft: GroupDraft, outage: OutageState): void {
  const { id } = outage.record;
  const down = downNow(outage.record);
  const heard = heardOf(outage);
  const services = awaitingEnd(heard).filter((service) => !down.includes(service));
  if (services.length === 0) return drop(draft, id, 'closed');
  const told = decideOwn(draft, id, { type: 'closed', services, again: false });
  const { selections } = draft.context;
  for (const selection of overWith(heard, { services: told, selections })) {
    tell(draft, id, { type: 'closed', own: hitOf(outage, selection), selection });
  }
}

function hitOf({ record }: OutageState, selection: readonly string[]): readonly string[] {
  const hit = record.incidents.map(({ service }) => service);
  return hit.filter((service) => selection.includes(service));
}

interface OwnNews {
  readonly type: 'opened' | 'closed';
  readonly services: readonly string[];
  readonly again: boolean;
}

/** A silence only holds back the services it names. Returns the services that were notified. */
function decideOwn(draft: GroupDraft, id: string, news: OwnNews): readonly string[] {
  if (news.services.length === 0) return [];
  // If every service is silenced, none remains, and the decision records that.
  const services = news.services.filter((service) => !isSilenced(draft, [service]));
  decide(draft, id, { ...news, services, own: true });
  return services;
}

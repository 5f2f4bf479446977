import type { Outage } from '#core/outage/outage';
import { type PublicUpdate, publicUpdates } from '#core/outage/update';
import { VALID_FOR } from '#core/page/freshness';
import { headlineOf } from '#core/page/headline';
import { plannedMaintenance } from '#core/page/planned';
import { publicOutage } from '#core/page/public-outage';
import type { PageFacts, PageInput } from '#core/page/public-page';
import { servicesFacts } from '#core/page/service-facts';

/** The page's facts at `now`. Unknown stays unknown. Internal facts are already removed. */
export function pageFacts(input: PageInput): PageFacts {
  const { now, configuration, settings, mode, history } = input;
  const outages =
    history === 'unreadable'
      ? []
      : history.outages.filter(({ drill }) => drill !== true).map(publicOutage);
  const services = servicesFacts(input);
  return {
    writtenAt: now,
    validUntil: now + VALID_FOR,
    mode,
    settings,
    catalogue: configuration.catalogue,
    advice: configuration.texts.citizenAdvice,
    servicesName: configuration.texts.servicesName,
    headline: headlineOf(input, services, outages),
    services,
    outages,
    updates: told(input, outages),
    maintenance: plannedMaintenance(input),
    historyReadable: history !== 'unreadable',
  };
}

/** Public updates about the outages on the page. */
function told({ updates }: PageInput, outages: readonly Outage[]): readonly PublicUpdate[] {
  if (updates === 'unreadable') return [];
  return publicUpdates(updates).filter(({ outage }) => outages.some(({ id }) => id === outage));
}

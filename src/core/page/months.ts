import type { Outage } from '#core/outage/outage';
import { monthOf } from '#core/page/addresses';
import type { PageFacts } from '#core/page/public-page';

export interface Month {
  /** `2024-07`. */
  readonly month: string;
  /** Newest first. */
  readonly outages: readonly Outage[];
}

/** Months with an outage or a blip, newest first. */
export function monthsOf({ outages, services }: PageFacts): readonly Month[] {
  const months = Map.groupBy(outages, ({ startedBetween }) => monthOf(startedBetween.by));
  const days = services.flatMap((service) => service.days);
  const blips = days.flatMap((day) => (day?.blips ? [monthOf(day.start)] : []));
  return [...new Set([...months.keys(), ...blips])]
    .toSorted()
    .toReversed()
    .map((month) => ({ month, outages: months.get(month) ?? [] }));
}

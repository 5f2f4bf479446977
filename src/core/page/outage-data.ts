import { toCsv } from '#core/formats/csv';
import type { Outage } from '#core/outage/outage';
import { kstIso } from '#core/time/kst';
import type { Between } from '#core/time/time';
import type { Catalogue } from '#core/watch/catalogue';

/** An outage for programs: times in ISO 8601 with the Korean offset, each moment as its bounds. */
export function outageJson(outage: Outage): string {
  const { id, group, state, cause, unaffected, downSeconds, recurrences } = outage;
  const document = {
    id,
    group,
    state,
    cause: {
      layer: cause.layer,
      kind: cause.kind,
      confidence: cause.confidence,
      shared: cause.shared,
      databaseText: cause.databaseText,
    },
    startedBetween: bounds(outage.startedBetween),
    endedBetween: outage.endedBetween ? bounds(outage.endedBetween) : null,
    downSeconds,
    recurrences,
    unaffected,
    incidents: outage.incidents.map((incident) => ({
      service: incident.service,
      layer: incident.layer,
      kind: incident.kind,
      startedBetween: bounds(incident.startedBetween),
      endedBetween: incident.endedBetween ? bounds(incident.endedBetween) : null,
    })),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

function bounds({ after, by }: Between) {
  return { after: after === null ? null : kstIso(after), by: kstIso(by) };
}

const COLUMNS = [
  'service',
  'name',
  'started after',
  'started by',
  'ended after',
  'ended by',
  'layer',
  'kind',
];

/** The table used in news reports, one row per service. */
export function outageCsv(
  { incidents }: Outage,
  { services }: Pick<Catalogue, 'services'>,
): string {
  const isoOrNull = (at: number | null | undefined) => (at == null ? null : kstIso(at));
  return toCsv(
    COLUMNS,
    incidents.map(({ service, startedBetween, endedBetween, layer, kind }) => [
      service,
      services.find(({ id }) => id === service)?.name ?? service,
      isoOrNull(startedBetween.after),
      kstIso(startedBetween.by),
      isoOrNull(endedBetween?.after),
      isoOrNull(endedBetween?.by),
      layer,
      kind,
    ]),
  );
}

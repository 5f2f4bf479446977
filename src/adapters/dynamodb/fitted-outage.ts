import { deflateRawSync } from 'node:zlib';
import type { Incident, Outage } from '#core/outage/outage';

/** The project's limit for an item, without its keys. */
const MOST_BYTES = 95_000;

/** A UTF-16 unit has at most three bytes, so a shorter text fits without packing. */
const SURELY_FITS = 10_000;

/** Fields that are shortened, in this order: old reminders, old notes, details of incidents. */
const SACRIFICES: readonly ((outage: Outage) => Outage)[] = [
  (outage) => shortened(outage, 400),
  (outage) => shortened(outage, 100),
  (outage) => shortened(outage, 40),
  (outage) => ({ ...shortened(outage, 40), incidents: outage.incidents.map(lean) }),
  (outage) => ({ ...shortened(outage, 12), incidents: outage.incidents.map(bare) }),
];

/** The outage, shortened to fit one item, so that it can always be written. */
export function fitted(outage: Outage): Outage {
  let kept = outage;
  for (const sacrifice of SACRIFICES) {
    if (bytesOf(kept) <= MOST_BYTES) return kept;
    kept = sacrifice(outage);
  }
  return kept;
}

function bytesOf(outage: Outage): number {
  const text = JSON.stringify(outage);
  if (text.length <= SURELY_FITS) return text.length * 3;
  // The services are also stored unpacked beside the document, for filtering.
  const services = outage.incidents.reduce((sum, { service }) => sum + service.length + 1, 0);
  return deflateRawSync(text).length + services;
}

/** The first entries show the beginning and the last ones the end. */
function shortened(outage: Outage, most: number): Outage {
  const { timeline, notes } = outage;
  const told =
    timeline.length <= most
      ? timeline
      : [...timeline.slice(0, most / 4), ...timeline.slice(-most * 0.75)];
  return { ...outage, timeline: told, notes: notes.slice(-most / 4) };
}

function lean(incident: Incident): Incident {
  return {
    ...incident,
    runs: incident.runs.slice(0, 1),
    evidence: incident.evidence.slice(0, 1),
  };
}

function bare(incident: Incident): Incident {
  return { ...lean(incident), evidence: [] };
}

import { type GroupDraft, serviceOf } from '#core/detection/group-draft';
import type { OpenIncident, PassRow, Sample } from '#core/detection/group-state';
import { LOOK_MS } from '#core/detection/lasting';
import { changeOutage } from '#core/detection/outages';
import { returnsOf, steadySeconds } from '#core/detection/returns';
import { PROBED } from '#core/detection/schedule';
import { type Instant, SECOND } from '#core/time/time';
import type { Check } from '#core/watch/catalogue';
import type { Spans } from '#core/watch/spans';

/** A row of passes counts if chance would produce it less often than this. */
const CHANCE = 0.0001;
const MOST_PASSES = 40;
/** An outage opens when many runs failed by chance; so many passes more make up for it. */
const RUNS_BEFORE = 10;
/** Upper limit for a journey, which needs a browser and perhaps a login. */
const MOST_JOURNEYS = 6;
const JOURNEY_PACE_MS = 30 * SECOND;

/** The passes and the span that prove an end. */
interface Demand {
  readonly passes: number;
  /** ms. */
  readonly spans: Spans;
}

/**
 * If some of the requests fail, three passes in a row may be luck, so more are required. What came
 * back after its end must work longer, so that a flapping service closes once.
 */
function demandOf(draft: GroupDraft, { outage, layer }: OpenIncident): Demand {
  const { rules } = draft.context.configuration;
  const state = draft.outages[outage];
  const { seen = { runs: 0, failed: 0 } } = state ?? {};
  const steady = steadySeconds(state ? returnsOf(state) : 0, rules.reopenWithinSeconds);
  const spanMs = (seconds: number) => Math.max(seconds, steady) * SECOND;
  const { together, alone } = rules.closeSpanSeconds;
  const share = seen.failed < seen.runs ? seen.failed / (seen.runs + RUNS_BEFORE) : undefined;
  const rare = share === undefined ? 0 : Math.ceil(Math.log(CHANCE) / Math.log(1 - share));
  return {
    passes: Math.max(
      rules.closeAfterPasses,
      Math.min(rare, PROBED.includes(layer) ? MOST_PASSES : MOST_JOURNEYS),
    ),
    spans: { together: spanMs(Math.min(together, alone)), alone: spanMs(alone) },
  };
}

/**
 * Adds a pass of a service of the outage. A run counts once, even if it counts for several
 * services.
 */
export function addToRow(
  draft: GroupDraft,
  outage: string,
  { check, sample }: { readonly check: Check; readonly sample: Sample },
): void {
  const { row } = draft.outages[outage] ?? {};
  if (row?.run === sample.run) return;
  const address = draft.context.addresses.get(check.id) ?? check.id;
  const { from = sample.from, passes = 0, addresses = [] } = row ?? {};
  const next: PassRow = {
    from: Math.min(from, sample.from),
    passes: passes + 1,
    addresses: addresses.includes(address) ? addresses : [...addresses, address],
    run: sample.run,
  };
  changeOutage(draft, outage, { row: next });
}

/**
 * A failure that began before the row may have met the end of the outage. Its check is asked again,
 * because it says little about now.
 */
export function breakRow(
  draft: GroupDraft,
  id: string,
  failed: { readonly from: Instant; readonly check?: string },
): void {
  const outage = draft.outages[id];
  if (!outage?.row) return;
  if (failed.from < outage.row.from) {
    if (failed.check !== undefined) draft.unsure.add(failed.check);
    return;
  }
  const { row: _, ...rest } = outage;
  draft.outages[id] = rest;
}

/** The row of passes, if services on several addresses form it. */
function jointRow(draft: GroupDraft, outage: string): PassRow | undefined {
  const row = draft.outages[outage]?.row;
  return row && row.addresses.length > 1 ? row : undefined;
}

/**
 * True if a service's passes are enough to end its incident. `sample` is the outage's latest pass.
 */
export function hasRecovered(draft: GroupDraft, incident: OpenIncident, sample: Sample): boolean {
  if (incident.passingFrom === undefined || incident.waiting.length > 0) return false;
  const { passes, spans } = demandOf(draft, incident);
  const row = jointRow(draft, incident.outage);
  if (row && row.passes >= passes && sample.from - row.from >= spans.together) return true;
  return incident.passes >= passes && sample.from - incident.passingFrom >= spans.alone;
}

/** Best time for the next run of a recovering service. Undefined while it does not pass. */
export function nextProof(draft: GroupDraft, service: string): Instant | undefined {
  const { incident } = serviceOf(draft, service);
  if (incident?.passingFrom === undefined) return undefined;
  const { passes, spans } = demandOf(draft, incident);
  const row = jointRow(draft, incident.outage);
  const [seen, end] = row
    ? [row.passes, row.from + spans.together]
    : [incident.passes, incident.passingFrom + spans.alone];
  if (draft.now >= end) return draft.now + LOOK_MS;
  if (row && seen >= passes - 1) return end;
  const pace = (end - draft.now) / Math.max(1, passes - seen);
  const probed = Math.max(LOOK_MS, Math.min(pace, 2 * LOOK_MS));
  const paced = PROBED.includes(incident.layer) ? probed : JOURNEY_PACE_MS;
  return Math.min(end, draft.now + paced);
}

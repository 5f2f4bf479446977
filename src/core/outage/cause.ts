import { defined } from '#core/defined';
import type { Cause, Confidence, Incident } from '#core/outage/outage';
import { LAYERS, type Layer, layerDepth } from '#core/run/layer';
import type { Kind } from '#core/run/verdict';

/** Kinds that say what happened. The other kinds only say that no answer came. */
const EXPLICIT: readonly Kind[] = ['dns', 'connect', 'tls', 'http-error', 'maintenance'];

/** True if every layer outside `layer` worked in the failing runs. */
function outerLayersPass(incident: Incident): boolean {
  const outside = LAYERS.slice(0, layerDepth(incident.layer));
  return outside.every((layer) => incident.passedLayers.includes(layer));
}

/**
 * One incident per source of evidence. Services that are checked on the same screens have the same
 * runs and count once.
 */
export function independent(incidents: readonly Incident[]): readonly Incident[] {
  const seen = new Set<string>();
  return incidents.filter(({ runs }) => {
    const [first] = runs;
    if (first === undefined) return true;
    const isNew = !seen.has(first);
    seen.add(first);
    return isNew;
  });
}

/** The most frequent key. Of equal keys, the first. */
function mostFrequent<Key>(keys: readonly Key[]): Key | undefined {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return keys.find((key) => counts.get(key) === most);
}

interface Agreement {
  readonly layer: Layer;
  readonly kind: Kind;
  /** Incidents that stopped at that layer with that kind. */
  readonly agreeing: readonly Incident[];
}

/** The layer and kind that most incidents share. */
function agreementOf(incidents: readonly Incident[]): Agreement {
  const layer = mostFrequent(incidents.map((incident) => incident.layer)) ?? 'host';
  const there = incidents.filter((incident) => incident.layer === layer);
  const kind = mostFrequent(there.map((incident) => incident.kind)) ?? 'unknown';
  return { layer, kind, agreeing: there.filter((incident) => incident.kind === kind) };
}

/** One shared thing: the outer layers work, or, if there are none, the signatures are equal. */
function isShared(agreeing: readonly Incident[], signature: string | undefined): boolean {
  if (agreeing.length < 2) return false;
  const first = agreeing[0];
  if (first && first.layer !== 'host') return agreeing.filter(outerLayersPass).length >= 2;
  return agreeing.filter((one) => one.signature === signature).length >= 2;
}

function confidenceOf(
  { kind, agreeing }: Agreement,
  incidents: readonly Incident[],
  inferred: boolean,
): Confidence {
  if (agreeing.length * 2 <= incidents.length) return 'unclear';
  if (inferred) return 'likely';
  return EXPLICIT.includes(kind) && agreeing.length === incidents.length ? 'certain' : 'unclear';
}

/**
 * The common cause of an outage's incidents. A shared thing is always inferred, so at most
 * `likely`. `certain` only repeats what every run saw by itself.
 */
export function causeOf(all: readonly Incident[], failedShare?: number): Cause {
  const incidents = independent(all);
  const agreement = agreementOf(incidents);
  const { layer, kind, agreeing } = agreement;
  const signature = mostFrequent(
    agreeing.flatMap((incident) => (incident.signature ? [incident.signature] : [])),
  );
  const databaseText = incidents.some((incident) => incident.databaseText);
  const shared = isShared(agreeing, signature);
  const telling =
    incidents.find((incident) => incident.databaseText) ??
    agreeing.find((incident) => incident.matched !== undefined);
  return {
    layer,
    kind,
    confidence: confidenceOf(agreement, incidents, shared || databaseText),
    shared,
    databaseText,
    ...defined({ failedShare, signature, matched: telling?.matched }),
  };
}

import { type Availability, availabilityOf } from '#core/history/availability';
import type { Rollup, StateSeconds } from '#core/history/rollup';
import { hourHeader, mergeRollups } from '#core/history/rollup-math';
import { LAYERS, type Layer, layerDepth } from '#core/run/layer';
import { type Instant, SECOND } from '#core/time/time';
import type { Check } from '#core/watch/catalogue';
import {
  byBucket,
  checksOf,
  edgesOf,
  type Latency,
  latencyOf,
  type UptimeQuery,
  withUnknown,
} from './buckets.ts';
import { type CheckHistory, type CheckHistoryPorts, readHistories } from './check-history.ts';
import { knownService } from './read-status.ts';

/** One layer of one check in one bucket. */
export interface LayerBucket extends Availability {
  readonly start: Instant;
  readonly end: Instant;
  readonly check: string;
  readonly layer: Layer;
  /** Down: the check stopped at this layer. Unknown includes time stopped at an outer layer. */
  readonly seconds: StateSeconds;
  /** Latency of the layer's own steps. */
  readonly latency: Latency | null;
}

/** All layers of a service's checks, by bucket. Throws UnknownNameError, InvalidRequestError. */
export async function readLayers(
  query: UptimeQuery,
  ports: CheckHistoryPorts,
): Promise<readonly LayerBucket[]> {
  const service = knownService(query.service, ports.configuration);
  const checks = checksOf(query, ports);
  const { edges, ...window } = edgesOf(query);
  const ids = checks.map(({ id }) => id);
  const asked = { ...query, ...window, service, checks: ids, layers: true };
  const histories = await readHistories(asked, ports);
  return checks.flatMap((check, index) => {
    const history = histories[index];
    if (!history) return [];
    return byBucket(history.rollups, edges).flatMap((rollups, bucket) =>
      layersOf(rollups, {
        check,
        history,
        start: edges[bucket] ?? window.from,
        end: edges[bucket + 1] ?? window.to,
      }),
    );
  });
}

interface Place {
  readonly check: Check;
  readonly history: CheckHistory;
  readonly start: Instant;
  readonly end: Instant;
}

function layersOf(rollups: readonly Rollup[], place: Place): readonly LayerBucket[] {
  const { check, history, start, end } = place;
  const header = hourHeader(check.id, check.service);
  const { layers = {}, seconds } = mergeRollups(rollups, { ...header, start });
  const told = Math.max(0, Math.min(end, history.toldTo) - start) / SECOND;
  const whole = withUnknown(seconds, told);
  return LAYERS.slice(0, layerDepth(check.depth) + 1).map((layer) => {
    const own = secondsOf(layer, whole, layers);
    return {
      ...{ start, end, check: check.id, layer, ...availabilityOf(own), seconds: own },
      latency: latencyOf(layers[layer]?.latency ?? {}),
    };
  });
}

/**
 * A check that stops at a layer shows that the outer ones work, and nothing about the inner ones.
 */
function secondsOf(
  layer: Layer,
  whole: StateSeconds,
  layers: NonNullable<Rollup['layers']>,
): StateSeconds {
  const down = layers[layer]?.downSeconds ?? 0;
  const inside = LAYERS.slice(layerDepth(layer) + 1).reduce(
    (sum, each) => sum + (layers[each]?.downSeconds ?? 0),
    0,
  );
  const unseen = Math.max(0, whole.down - down - inside);
  return { ...whole, up: whole.up + inside, down, unknown: whole.unknown + unseen };
}

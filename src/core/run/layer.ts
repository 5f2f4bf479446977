/** Depth of a check, from the outside in. Each step declares the layer it reaches. */
export const LAYERS = ['host', 'static', 'data', 'login-page', 'session'] as const;

export type Layer = (typeof LAYERS)[number];

/** 0 for `host` up to 4 for `session`. */
export function layerDepth(layer: Layer): number {
  return LAYERS.indexOf(layer);
}

/** Layers whose steps passed, without those that the verdict contradicts. */
export function layersHeld(
  passed: readonly Layer[],
  verdict: { readonly result: string; readonly layer: Layer },
): readonly Layer[] {
  if (verdict.result === 'passed' || verdict.result === 'degraded') return passed;
  return passed.filter((layer) => layerDepth(layer) < layerDepth(verdict.layer));
}

interface Timed {
  readonly layer: Layer;
  readonly status: string;
  readonly durationMs: number;
}

/** Whole milliseconds of steps, by their layer. Layers without a try are absent. */
export function timeByLayer(steps: readonly Timed[]): Readonly<Partial<Record<Layer, number>>> {
  const sums: Partial<Record<Layer, number>> = {};
  for (const { layer, status, durationMs } of steps) {
    if (status !== 'skipped') sums[layer] = Math.round((sums[layer] ?? 0) + durationMs);
  }
  return sums;
}

/** How deep a check got, from the outside in. DESIGN words: each step declares the layer it reaches. */
export const LAYERS = ['host', 'static', 'data', 'login-page', 'session'] as const;

export type Layer = (typeof LAYERS)[number];

/** 0 for `host` up to 4 for `session`. */
export function layerDepth(layer: Layer): number {
  return LAYERS.indexOf(layer);
}

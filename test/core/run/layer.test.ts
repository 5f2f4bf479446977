import { describe, expect, it } from 'vitest';
import { LAYERS, layersHeld, timeByLayer } from '#core/run/layer';

describe('layers that were seen to work', () => {
  const passed = ['host', 'static', 'data'] as const;

  it.each(['passed', 'degraded'])('are all of them in a run that %s', (result) => {
    expect(layersHeld(passed, { result, layer: 'data' })).toEqual(passed);
  });

  it.each(['failed', 'inconclusive'])('end before the layer of a run that is %s', (result) => {
    expect(layersHeld(passed, { result, layer: 'data' })).toEqual(['host', 'static']);
    expect(layersHeld(LAYERS, { result, layer: 'host' })).toEqual([]);
  });
});

describe('the time of each layer', () => {
  it('is that of its steps, without those that were skipped', () => {
    const steps = [
      { layer: 'host', status: 'passed', durationMs: 10.3 },
      { layer: 'data', status: 'passed', durationMs: 20 },
      { layer: 'data', status: 'failed', durationMs: 30.4 },
      { layer: 'session', status: 'skipped', durationMs: 99 },
    ] as const;
    expect(timeByLayer(steps)).toEqual({ host: 10, data: 50 });
  });
});

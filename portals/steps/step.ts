import type { Page } from 'playwright-core';
import type { Layer } from '#core/run/layer';
import type { Journey, Step, StepTools } from '#core/watch/journey';

export type PortalJourney = Journey<Page>;
export type PortalStep = Step<Page>;
export type PortalTools = StepTools<Page>;

/** One step of a journey: its name for people, the layer it reaches, and what it does. */
export function step(name: string, layer: Layer, run: PortalStep['run']): PortalStep {
  return { name, layer, soft: false, run };
}

/** The journey continues if this step fails, e.g. logging out or closing a layer. */
export function softly(one: PortalStep): PortalStep {
  return { ...one, soft: true };
}

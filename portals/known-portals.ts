import type { Target } from '#core/watch/catalogue';
import { catalogue } from '#portals/catalogues';
import { texts } from '#portals/moel/texts';
import { journeys } from '#portals/registry';

/** The defaults of a configuration, and the names that it may use. */
export const knownPortals = {
  catalogue,
  texts,
  get logins() {
    return [...journeys.logins.keys()];
  },
  stepsOf: (target: Target, name: string) => journeys.find(target, name)?.steps(target),
};

import { catalogue } from '#portals/catalogues';
import { journeys } from '#portals/registry';

/** What a configuration starts from and may name. */
export const knownPortals = {
  catalogue,
  get logins() {
    return [...journeys.logins.keys()];
  },
  hasJourney: journeys.has,
};

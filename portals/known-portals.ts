import { catalogue } from '#portals/catalogues';
import { texts } from '#portals/moel/texts';
import { journeys } from '#portals/registry';

/** What a configuration starts from and may name. */
export const knownPortals = {
  catalogue,
  texts,
  get logins() {
    return [...journeys.logins.keys()];
  },
  hasJourney: journeys.has,
};

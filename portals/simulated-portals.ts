import { moelSites } from '#portals/moel/sites';
import { simulatedSites } from '#portals/simulated/simulated-sites';

/** The simulated portals of all operators. Only `local/` shows them. */
export const sites = simulatedSites([moelSites]);

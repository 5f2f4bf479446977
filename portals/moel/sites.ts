import { EpsSite } from '#portals/moel/eps-site';
import { LOOKS } from '#portals/moel/looks';
import type { OperatorSites } from '#portals/simulated/simulated-sites';

export const moelSites: OperatorSites = {
  looks: LOOKS,
  byLogin: { 'number-then-birthdate': (plan) => new EpsSite(plan) },
};

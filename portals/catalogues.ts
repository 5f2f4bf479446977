import type { Catalogue } from '#core/watch/catalogue';
import { catalogue as moel } from '#portals/moel/catalogue';

/** The default catalogue: those of all operators, joined. */
export const catalogue = joined([moel]);

export function joined(catalogues: readonly Catalogue[]): Catalogue {
  return {
    groups: catalogues.flatMap(({ groups }) => groups),
    services: catalogues.flatMap(({ services }) => services),
    checks: catalogues.flatMap(({ checks }) => checks),
    targets: catalogues.flatMap(({ targets }) => targets),
    controls: catalogues.flatMap(({ controls }) => controls),
  };
}

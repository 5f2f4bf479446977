import type { CorpusPage } from '../page.ts';
import { BLIND_ERRORS_ONE } from './errors-one.ts';
import { BLIND_ERRORS_TWO } from './errors-two.ts';
import { BLIND_HEALTHY_ONE } from './healthy-one.ts';
import { BLIND_HEALTHY_THREE } from './healthy-three.ts';
import { BLIND_HEALTHY_TWO } from './healthy-two.ts';
import { BLIND_REFUSED_ONE } from './refused-one.ts';
import { BLIND_REFUSED_TWO } from './refused-two.ts';
import { BLIND_WORKS } from './works.ts';

/** Pages with their outline, see `outlined`. */
export const BLIND: readonly CorpusPage[] = [
  ...BLIND_HEALTHY_ONE,
  ...BLIND_HEALTHY_TWO,
  ...BLIND_HEALTHY_THREE,
  ...BLIND_ERRORS_ONE,
  ...BLIND_ERRORS_TWO,
  ...BLIND_WORKS,
  ...BLIND_REFUSED_ONE,
  ...BLIND_REFUSED_TWO,
];

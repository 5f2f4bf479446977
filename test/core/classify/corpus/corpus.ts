import { WRITTEN } from './blind-writers/blind-writers.ts';
import { FIFTH_UP } from './invented-portals/courses-others.ts';
import { FIFTH_DOWN } from './invented-portals/courses-outages.ts';
import { FOURTH_UP } from './invented-portals/employment-others.ts';
import { FOURTH_DOWN } from './invented-portals/employment-outages.ts';
import { EIGHTH_UP } from './invented-portals/industry-others.ts';
import { EIGHTH_DOWN } from './invented-portals/industry-outages.ts';
import { SEVENTH_UP } from './invented-portals/insurance-others.ts';
import { SEVENTH_DOWN } from './invented-portals/insurance-outages.ts';
import { FIRST_UP } from './invented-portals/jobs-others.ts';
import { FIRST_DOWN } from './invented-portals/jobs-outages.ts';
import { NINTH } from './invented-portals/pension-all.ts';
import { THIRD_UP } from './invented-portals/petitions-others.ts';
import { THIRD_DOWN } from './invented-portals/petitions-outages.ts';
import { SECOND_HEALTHY } from './invented-portals/training-healthy.ts';
import { SECOND_UP } from './invented-portals/training-others.ts';
import { SECOND_DOWN } from './invented-portals/training-outages.ts';
import { SIXTH_UP } from './invented-portals/welfare-others.ts';
import { SIXTH_DOWN } from './invented-portals/welfare-outages.ts';
import type { CorpusPage } from './page.ts';
import { HELD_OUT } from './reworded/held-out.ts';
import { THIRD_HAND } from './reworded/other-writer.ts';
import { PARAPHRASES } from './reworded/paraphrases.ts';
import { UNSEEN } from './reworded/short-messages.ts';
import { ERROR_PAGES } from './with-the-rules/error-pages.ts';
import { HEALTHY } from './with-the-rules/healthy.ts';
import { REFUSALS } from './with-the-rules/refusals.ts';
import { TRANSPORT } from './with-the-rules/transport.ts';

/** Every labelled page, see CONTRIBUTING for how to add one. */
export const CORPUS: readonly CorpusPage[] = [
  ...ERROR_PAGES,
  ...TRANSPORT,
  ...REFUSALS,
  ...HEALTHY,
  ...PARAPHRASES,
  ...HELD_OUT,
  ...THIRD_HAND,
  ...UNSEEN,
  ...FIRST_DOWN,
  ...FIRST_UP,
  ...SECOND_DOWN,
  ...SECOND_UP,
  ...SECOND_HEALTHY,
  ...THIRD_DOWN,
  ...THIRD_UP,
  ...FOURTH_DOWN,
  ...FOURTH_UP,
  ...FIFTH_DOWN,
  ...FIFTH_UP,
  ...SIXTH_DOWN,
  ...SIXTH_UP,
  ...SEVENTH_DOWN,
  ...SEVENTH_UP,
  ...EIGHTH_DOWN,
  ...EIGHTH_UP,
  ...NINTH,
  ...WRITTEN,
];

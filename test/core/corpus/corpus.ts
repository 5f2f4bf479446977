import { ERROR_PAGES } from './error-pages.ts';
import { EIGHTH_DOWN } from './field/eighth-down.ts';
import { EIGHTH_UP } from './field/eighth-up.ts';
import { FIFTH_DOWN } from './field/fifth-down.ts';
import { FIFTH_UP } from './field/fifth-up.ts';
import { FIRST_DOWN } from './field/first-down.ts';
import { FIRST_UP } from './field/first-up.ts';
import { FOURTH_DOWN } from './field/fourth-down.ts';
import { FOURTH_UP } from './field/fourth-up.ts';
import { NINTH } from './field/ninth.ts';
import { SECOND_DOWN } from './field/second-down.ts';
import { SECOND_HEALTHY } from './field/second-healthy.ts';
import { SECOND_UP } from './field/second-up.ts';
import { SEVENTH_DOWN } from './field/seventh-down.ts';
import { SEVENTH_UP } from './field/seventh-up.ts';
import { SIXTH_DOWN } from './field/sixth-down.ts';
import { SIXTH_UP } from './field/sixth-up.ts';
import { THIRD_DOWN } from './field/third-down.ts';
import { THIRD_UP } from './field/third-up.ts';
import { HEALTHY } from './healthy.ts';
import { HELD_OUT } from './held-out.ts';
import type { CorpusPage } from './page.ts';
import { PARAPHRASES } from './paraphrases.ts';
import { REFUSALS } from './refusals.ts';
import { THIRD_HAND } from './third-hand.ts';
import { TRANSPORT } from './transport.ts';
import { UNSEEN } from './unseen.ts';
import { WRITTEN } from './written.ts';

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

import { ERROR_PAGES } from './error-pages.ts';
import { FIELD_FINAL } from './field-final.ts';
import { FIELD_FRESH } from './field-fresh.ts';
import { FIELD_HELD_OUT } from './field-held-out.ts';
import { FIELD_LAST } from './field-last.ts';
import { FIELD_SEVENTH } from './field-seventh.ts';
import { FIELD_SIXTH } from './field-sixth.ts';
import { FIELD_TUNING } from './field-tuning.ts';
import { HEALTHY } from './healthy.ts';
import { HELD_OUT } from './held-out.ts';
import type { CorpusPage } from './page.ts';
import { PARAPHRASES } from './paraphrases.ts';
import { REFUSALS } from './refusals.ts';
import { THIRD_HAND } from './third-hand.ts';
import { TRANSPORT } from './transport.ts';
import { UNSEEN } from './unseen.ts';

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
  ...FIELD_TUNING,
  ...FIELD_HELD_OUT,
  ...FIELD_FRESH,
  ...FIELD_LAST,
  ...FIELD_FINAL,
  ...FIELD_SIXTH,
  ...FIELD_SEVENTH,
];

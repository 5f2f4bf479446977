import { BLIND_WRITERS } from './blind-writers/blind-writers.ts';
import { COURSES_OTHERS } from './invented-portals/courses-others.ts';
import { COURSES_OUTAGES } from './invented-portals/courses-outages.ts';
import { EMPLOYMENT_OTHERS } from './invented-portals/employment-others.ts';
import { EMPLOYMENT_OUTAGES } from './invented-portals/employment-outages.ts';
import { INDUSTRY_OTHERS } from './invented-portals/industry-others.ts';
import { INDUSTRY_OUTAGES } from './invented-portals/industry-outages.ts';
import { INSURANCE_OTHERS } from './invented-portals/insurance-others.ts';
import { INSURANCE_OUTAGES } from './invented-portals/insurance-outages.ts';
import { JOBS_OTHERS } from './invented-portals/jobs-others.ts';
import { JOBS_OUTAGES } from './invented-portals/jobs-outages.ts';
import { PENSION } from './invented-portals/pension-all.ts';
import { PETITIONS_OTHERS } from './invented-portals/petitions-others.ts';
import { PETITIONS_OUTAGES } from './invented-portals/petitions-outages.ts';
import { TRAINING_HEALTHY } from './invented-portals/training-healthy.ts';
import { TRAINING_OTHERS } from './invented-portals/training-others.ts';
import { TRAINING_OUTAGES } from './invented-portals/training-outages.ts';
import { WELFARE_OTHERS } from './invented-portals/welfare-others.ts';
import { WELFARE_OUTAGES } from './invented-portals/welfare-outages.ts';
import type { CorpusPage } from './page.ts';
import { HELD_OUT } from './reworded/held-out.ts';
import { OTHER_WRITER } from './reworded/other-writer.ts';
import { PARAPHRASES } from './reworded/paraphrases.ts';
import { SHORT_MESSAGES } from './reworded/short-messages.ts';
import { ERROR_PAGES } from './with-the-rules/error-pages.ts';
import { HEALTHY } from './with-the-rules/healthy.ts';
import { REFUSALS } from './with-the-rules/refusals.ts';
import { TRANSPORT } from './with-the-rules/transport.ts';

/** Every labelled page. CONTRIBUTING says how to add one. */
export const CORPUS: readonly CorpusPage[] = [
  ...ERROR_PAGES,
  ...TRANSPORT,
  ...REFUSALS,
  ...HEALTHY,
  ...PARAPHRASES,
  ...HELD_OUT,
  ...OTHER_WRITER,
  ...SHORT_MESSAGES,
  ...JOBS_OUTAGES,
  ...JOBS_OTHERS,
  ...TRAINING_OUTAGES,
  ...TRAINING_OTHERS,
  ...TRAINING_HEALTHY,
  ...PETITIONS_OUTAGES,
  ...PETITIONS_OTHERS,
  ...EMPLOYMENT_OUTAGES,
  ...EMPLOYMENT_OTHERS,
  ...COURSES_OUTAGES,
  ...COURSES_OTHERS,
  ...WELFARE_OUTAGES,
  ...WELFARE_OTHERS,
  ...INSURANCE_OUTAGES,
  ...INSURANCE_OTHERS,
  ...INDUSTRY_OUTAGES,
  ...INDUSTRY_OTHERS,
  ...PENSION,
  ...BLIND_WRITERS,
];

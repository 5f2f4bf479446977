import { moelJourneys } from '#portals/moel/journeys';
import { journeyBook } from '#portals/steps/journey-book';

/** The journeys of every operator; wiring hands them to the runner. */
export const journeys = journeyBook([moelJourneys]);

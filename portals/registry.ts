import { moelJourneys } from '#portals/moel/journeys';
import { type JourneyBook, journeyBook, type OperatorJourneys } from '#portals/steps/journey-book';

let book = journeyBook([moelJourneys]);

/** Adds the journeys of an own folder. Called before any look-up. */
export function addJourneys(own: OperatorJourneys): void {
  book = journeyBook([moelJourneys, own]);
}

/** The journeys of all operators. The wiring passes them to the runner. */
export const journeys: JourneyBook = {
  get logins() {
    return book.logins;
  },
  find: (target, name) => book.find(target, name),
};

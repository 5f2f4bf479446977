import { moelJourneys } from '#portals/moel/journeys';
import { type JourneyBook, journeyBook, type OperatorJourneys } from '#portals/steps/journey-book';

let book = journeyBook([moelJourneys]);

/** Adds those of an own folder; called before anything is looked up. */
export function addJourneys(own: OperatorJourneys): void {
  book = journeyBook([moelJourneys, own]);
}

/** The journeys of every operator; wiring hands them to the runner. */
export const journeys: JourneyBook = {
  get logins() {
    return book.logins;
  },
  has: (service, name) => book.has(service, name),
  find: (target, name) => book.find(target, name),
};

import type { Page } from 'playwright-core';
import type { Target } from '#core/watch/catalogue';
import type { Journeys } from '#core/watch/journey';
import { type PortalJourney, type PortalTools, step } from '#portals/steps/step';

/** The journey of `bonghwa inspect`: opens one page and observes it. */
export const inspection: PortalJourney = {
  service: 'inspection',
  name: 'inspect',
  steps: ({ pages }) => [
    step('open-page', 'host', (tools) => tools.open(pages.main)),
    step('page', 'static', seeContent),
  ],
};

/** A runner book with only this journey. */
export const inspectionOnly: Journeys<Page> = { find: () => inspection };

async function seeContent(tools: PortalTools): Promise<void> {
  if (tools.target.selectors.expected) await tools.seeElement('expected');
  else if (tools.target.markers.main !== '') await tools.see('main');
  else await tools.rest();
}

export interface InspectionOrder {
  readonly url: URL;
  readonly text?: string;
  readonly selector?: string;
}

export function inspectionTarget({ url, text, selector }: InspectionOrder): Target {
  return {
    service: inspection.service,
    baseUrl: url.origin,
    alsoHosts: [],
    pages: { main: `${url.pathname}${url.search}${url.hash}` },
    selectors: selector === undefined ? {} : { expected: selector },
    markers: { main: text ?? '' },
    login: 'none',
    unseen: [],
  };
}

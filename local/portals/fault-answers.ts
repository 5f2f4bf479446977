import { spinnerPage } from '#local/portals/waiting-pages';
import type { AnswerMode } from '#portals/simulated/fault-scope';
import {
  apologyPage,
  BLANK_PAGE,
  blockedPage,
  databaseErrorPage,
  maintenancePage,
  serverErrorPage,
  unavailablePage,
} from '#portals/simulated/pages/error-pages';
import {
  type PortalAnswer,
  type PortalRequest,
  page,
  redirect,
  type Site,
} from '#portals/simulated/site';

/**
 * A name that no resolver can look up (a label has at most 63 letters), so the look-up fails at
 * once and no packet leaves the machine.
 */
const UNRESOLVABLE = `http://${'unresolvable'.repeat(6)}.invalid/`;

export interface FaultPlace {
  readonly site: Site;
  readonly request: PortalRequest;
  /** Origin of the listener with the expired certificate. */
  readonly expiredOrigin: string;
}

/** The page that replaces the real one. Undefined if the portal answers itself. */
export function faultAnswer(mode: AnswerMode, place: FaultPlace): PortalAnswer | undefined {
  switch (mode) {
    case 'dns':
      return redirect(UNRESOLVABLE);
    case 'tls-expired':
      return redirect(`${place.expiredOrigin}${place.request.path}`);
    case 'http-500':
      return { status: 500, body: serverErrorPage() };
    case 'http-503':
      return { status: 503, body: unavailablePage(), headers: { 'retry-after': '120' } };
    case 'db-error-page':
      return page(databaseErrorPage(place.site.databaseError));
    case 'generic-error-page':
      return page(apologyPage());
    case 'maintenance-page':
      return page(maintenancePage());
    case 'blocked-page':
      return page(blockedPage(place.request.path));
    case 'blank-page':
      return page(BLANK_PAGE);
    case 'spinner':
      return page(spinnerPage());
    default:
      return undefined;
  }
}

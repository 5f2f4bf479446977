import type { Catalogue, Target } from '#core/watch/catalogue';

/** Selectors for the form of an id and a password. */
const FORM = ['userId', 'password', 'submit', 'logout'] as const;

/** Checks that could never pass, because nothing describes a healthy page. */
export function blindChecks({ targets, controls, services }: Catalogue): readonly string[] {
  const none = services.length === 0 ? ['nothing is watched: add services under addServices'] : [];
  return [...none, ...[...targets, ...controls].flatMap(blindTarget)];
}

function blindTarget({ service, pages, markers, login, selectors }: Target): readonly string[] {
  const pageNames = Object.keys(pages) as (keyof Target['pages'])[];
  const unmarked = pageNames
    .filter((name) => (markers[name] ?? '').trim() === '')
    .map((name) => `the page ${name} of ${service} has no marker: set markers.${name}`);
  const asksForm = login === 'id-password' && pages.login !== undefined;
  const lacking = asksForm ? FORM.filter((role) => !selectors[role]) : [];
  return [
    ...unmarked,
    ...lacking.map(
      (role) => `the login of ${service} has no selector ${role}: set selectors.${role}`,
    ),
  ];
}

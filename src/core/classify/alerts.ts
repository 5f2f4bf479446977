import type { Finding } from '#core/classify/finding';
import type { Page } from '#core/classify/page';

/**
 * Alerts of the portals' own script after a failed request. The page below looks healthy and has
 * status 200. Source: work24's ComLib.
 */
const ALERTS = /^(서버응답이느립니다|정상적인접근방식이아닙니다)/u;

export function judgeAlert(page: Page): Finding | undefined {
  const alert = page.dialogs.find(({ compact }) => ALERTS.test(compact));
  if (!alert || page.expectation === 'found') return undefined;
  return {
    kind: 'error-page',
    rule: 'application-alert',
    reason: 'The application says in an alert that it failed.',
    matched: alert.plain,
    cause: alert.plain,
  };
}

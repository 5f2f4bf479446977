import type { Finding } from '#core/classify/finding';
import { contentOf, troubleShareOf } from '#core/classify/lines';
import type { Page } from '#core/classify/page';
import { SOME_ITEMS } from '#core/classify/page-weight';

/** With this much other content, the page does not depend on the request. */
const MUCH_CONTENT = 200;

/** The page rendered, and its request for data failed. */
export function judgeDataRequest(page: Page): Finding | undefined {
  const [failed] = page.seen.failedRequests ?? [];
  if (!failed || (isFurnished(page) && !saysOnlyTrouble(page))) return undefined;
  const { status, body } = failed;
  return {
    kind: 'error-page',
    rule: 'data-request-failed',
    reason: 'The page loaded, but the request for its data failed.',
    matched: body ?? (status === undefined ? 'no answer' : `HTTP ${status}`),
    cause: 'data request failed',
  };
}

function isFurnished({ items, offers, content, loginForm }: Page): boolean {
  return items + offers >= SOME_ITEMS || content > MUCH_CONTENT || loginForm;
}

/** Menus may surround the message, also menus without menu markup. */
function saysOnlyTrouble({ said }: Page): boolean {
  return troubleShareOf(said) >= MOSTLY_TROUBLE && contentOf(said) <= LITTLE_CONTENT;
}

const MOSTLY_TROUBLE = 0.5;
const LITTLE_CONTENT = 40;

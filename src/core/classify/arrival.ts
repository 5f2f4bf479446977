import { type Finding, NO_ANSWER } from '#core/classify/finding';
import { type Page, shows } from '#core/classify/page';
import { isMojibake } from '#core/classify/page-text';
import { SERVER } from '#core/classify/phrase-classes';
import { weigh } from '#core/classify/phrase-weight';
import { OTHER_WAYS } from '#core/classify/phrases/login-unavailable';
import { isBackground } from '#core/classify/request-parts';
import type { Obstacle } from '#core/run/observation';

const CALLS = ['document', 'xhr', 'fetch'];

function hostOf(url: string): string {
  const host = /^https?:\/\/(?:[^@/?#]*@)?(\[[^\]]*\]|[^:/?#]*)/iu.exec(url)?.[1] ?? '';
  return host.toLowerCase().replace(/^www\./u, '');
}

/** The page ended on a host that does not belong to the service. */
export function judgeRedirect({ seen }: Page): Finding | undefined {
  const end = hostOf(seen.finalUrl ?? seen.url);
  const own = [hostOf(seen.url), ...seen.allowedHosts.map((host) => hostOf(`https://${host}`))];
  if (end === '' || own.includes(end)) return undefined;
  const reason = 'The address redirects to another host.';
  return { kind: 'changed', rule: 'other-host', reason, matched: end, cause: 'other host' };
}

/** Tomcat in Korean, IIS in Korean. */
const SERVERS_NAME = /^http상태\d{3}|^404-파일또는디렉터리/u;
/** Of a program. */
const DATA = /^[{[]/u;

/** The server's own page, without the application behind it. */
function isNaked(page: Page): boolean {
  const names = [page.title, page.heading].map(({ compact }) => compact);
  if (names.some((name) => SERVERS_NAME.test(name))) return true;
  if (DATA.test(page.body.compact)) return true;
  const foreign = !/[가-힣]{2}/u.test(page.body.compact);
  if (foreign && names.some((name) => /^4(04|10)/u.test(name))) return true;
  const own = /[가-힣]{2}.*[가-힣]{4}/u.test(page.body.compact);
  return !own && weigh(page, SERVER.phrases).score >= 3;
}

/**
 * 404 and 410. A living portal that tells of a missing page itself has moved it (`changed`). A
 * naked page of the server says that the application behind it is not there (`http-error`).
 */
export function judgeMissingPage(page: Page): Finding | undefined {
  const { status } = page.seen;
  if (status !== 404 && status !== 410) return undefined;
  const naked = isNaked(page) || !/\p{L}{2}/u.test(page.body.plain);
  const matched = `HTTP ${status}`;
  return naked
    ? {
        kind: 'http-error',
        rule: 'missing-application',
        reason:
          'The server has no page at this address, and the portal shows no error page of its own.',
        matched,
        cause: 'status not found',
      }
    : {
        kind: 'changed',
        rule: 'missing-page',
        reason: 'The portal says that this page does not exist. It may have moved.',
        matched,
        cause: 'status not found',
      };
}

/**
 * Other 4xx. On a journey our request was wrong, which says nothing about the service. For a page
 * that was only opened, the status is the only evidence.
 */
export function judgeOurRequest({ seen, expectation }: Page): Finding | undefined {
  const { status } = seen;
  if (status === undefined || status < 400 || status >= 500) return undefined;
  const reason = `The server refused the request (status ${status}).`;
  const kind = expectation === 'not-asked' ? 'http-error' : 'unknown';
  const matched = `HTTP ${status}`;
  return { kind, rule: 'status-our-request', reason, matched, cause: 'our request' };
}

/** A page that cannot be read cannot be judged. */
export function judgeUnreadable(page: Page): Finding | undefined {
  const { contentType, text, title } = page.seen;
  if (page.expectation === 'found') return undefined;
  if (isMojibake(`${title} ${text}`)) {
    const reason = 'The character set of the text could not be recognised.';
    return { kind: 'unknown', rule: 'unreadable-text', reason, cause: 'unreadable text' };
  }
  if (contentType === undefined || /html|text\/plain/u.test(contentType)) return undefined;
  const reason = 'The answer is not a page.';
  const rule = 'not-a-page';
  return { kind: 'unknown', rule, reason, matched: contentType, cause: 'not a page' };
}

/** What the page waits for. A page that shows its content does not wait for its own calls. */
function waitsFor(page: Page): string | undefined {
  const awaited = page.seen.pending.filter((request) => !isBackground(request));
  const drawn = isDrawn(page);
  return awaited.find(
    ({ resource }) => resource === 'document' || (!drawn && CALLS.includes(resource)),
  )?.resource;
}

/** With this many characters of content, a page without a spinner is not an empty shell. */
const DRAWN = 30;

function isDrawn(page: Page): boolean {
  const { layer } = page.seen;
  // On these layers the answer is the purpose of the step, however much surrounds it.
  if (layer === 'data' || layer === 'session') return false;
  return !shows(page.seen, 'spinner') && (page.content >= DRAWN || page.items >= 1);
}

/** The page, or one of its calls, never got an answer. */
export function judgeHang(page: Page): Finding | undefined {
  const { seen } = page;
  const { fault } = seen;
  if (page.expectation === 'found') return undefined;
  const resource = waitsFor(page);
  const reason = 'The step did not get what it waited for in time.';
  const cause = NO_ANSWER;
  if (fault?.timedOut && (resource !== undefined || fault.phase === 'navigation')) {
    return { kind: 'timeout', rule: 'answer-pending', reason, matched: fault.message, cause };
  }
  if (seen.status !== undefined || resource !== 'document') return undefined;
  return { kind: 'timeout', rule: 'document-pending', reason, cause };
}

function loginOptionGone(page: Page): boolean {
  const { layer } = page.seen;
  if (layer !== 'login-page' && layer !== 'session') return false;
  const ways = OTHER_WAYS.filter((way) => way.test(page.body.compact));
  return ways.length >= 2 && !shows(page.seen, 'password');
}

/**
 * The page is there, but something on it cannot be used. A disabled control blocks every visitor.
 */
export function judgeControl({ seen }: Page): Finding | undefined {
  const { fault } = seen;
  if (fault?.obstacle === undefined) return undefined;
  const disabled = fault.obstacle === 'disabled';
  if (fault.timedOut && !disabled) return outOfTime(fault.message);
  return {
    kind: disabled ? 'error-page' : 'changed',
    rule: `control-${fault.obstacle}`,
    reason: REASONS[fault.obstacle],
    matched: fault.message,
    cause: `control ${fault.obstacle}`,
  };
}

const REASONS: Readonly<Record<Obstacle, string>> = {
  missing: 'The page is there, but the control that the journey uses is not.',
  disabled: 'The control that everybody has to use is there and disabled.',
  covered: 'A layer without a working close button lies over the control.',
  stuck: 'The control is there and does not react.',
};

/**
 * The login was sent and did not succeed. The page's text does not matter, because each further try
 * could lock the account.
 */
export function judgeLogin(page: Page): Finding | undefined {
  const { seen, loginForm, dialogs, expectation } = page;
  const sent = seen.layer === 'session' && seen.fault?.obstacle === undefined;
  if (!sent || expectation !== 'missing' || !(loginForm || dialogs.length > 0)) return undefined;
  return {
    kind: 'login-rejected',
    rule: 'login-not-accepted',
    reason: 'The service refused the login.',
    matched: dialogs[0]?.plain ?? page.heading.plain,
    cause: 'login not accepted',
  };
}

/** No sign of trouble, but the expected element is missing. */
export function judgeExpectation(page: Page): Finding | undefined {
  const { fault, markers, status } = page.seen;
  if (status === undefined && page.body.compact === '' && page.expectation !== 'found') {
    const reason = 'The run saw too little for a verdict.';
    const matched = fault?.message ?? '';
    return { kind: 'unknown', rule: 'nothing-seen', reason, matched, cause: 'nothing seen' };
  }
  const marker = markers.find(({ expected, found }) => expected && !found);
  // No action failed: a page that only did not come to rest is merely slow.
  const whole =
    fault?.phase === 'navigation'
      ? page.expectation === 'found'
      : markers.length === 0 && page.items > 0;
  const unrest = fault?.timedOut && whole;
  if (!marker && (!fault || unrest)) return undefined;
  const matched = marker?.name ?? fault?.message ?? '';
  if (fault?.timedOut && fault.phase === 'step') return outOfTime(matched);
  if (loginOptionGone(page)) {
    const reason = 'The login page offers other ways to log in, but not the one we use.';
    const rule = 'login-option-absent';
    return { kind: 'login-unavailable', rule, reason, matched, cause: 'login option absent' };
  }
  const reason = 'The page loaded, but the expected text or element is missing.';
  return { kind: 'changed', rule: 'marker-missing', reason, matched, cause: 'marker missing' };
}

/** The run ended too early: the page was still changing, or our machine was slow. */
function outOfTime(matched: string): Finding {
  const reason = 'The step ran out of time before the page was complete.';
  return { kind: 'unknown', rule: 'out-of-time', reason, matched, cause: 'out of time' };
}

/** The page works but takes too long. */
export function judgeSlow(page: Page): Finding | undefined {
  const { elapsedMs, slowAfterMs, fault } = page.seen;
  const late = slowAfterMs !== undefined && elapsedMs > slowAfterMs;
  const says = page.dialogs.some(({ compact }) => /응답(이|속도가)(느립|느려|지연)/u.test(compact));
  if (!late && !fault?.timedOut && !says) return undefined;
  const reason = late
    ? `The step took ${elapsedMs} ms, more than ${slowAfterMs} ms.`
    : 'The page loaded, but not completely in time.';
  return { kind: 'slow', rule: 'slow-step', reason, cause: 'slow' };
}

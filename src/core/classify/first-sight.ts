import { WATCHED_ELEMENTS } from '#core/classify/elements';
import { TROUBLE_LINES } from '#core/classify/line-parts';
import { compactText } from '#core/classify/page-text';
import { patternOf } from '#core/classify/part';
import type { Observation, SeenDialog } from '#core/run/observation';

const TROUBLE = patternOf(TROUBLE_LINES);
/** What a dialog says of a slow server, a strange request or a wrong account. */
const REFUSAL = /느립|느려|아닙|없습|않습|바랍|주세요|주십시오/u;
/** Pages with less text are read. Characters. */
const LEAST_TEXT = 100;
const { queue, spinner, challenge, password } = WATCHED_ELEMENTS;
const UNEASY: readonly string[] = [...queue, ...spinner, ...challenge];
/** After a login, one that was refused, or a demand for a new password. A second try may lock. */
const UNEASY_AFTER_LOGIN: readonly string[] = [...UNEASY, ...password];

/**
 * True if a page came as it should and says nothing about trouble outside its menus, links, lists
 * and layers. Costs hardly anything, because it needs none of the reader's patterns. It is no
 * verdict: the page may be bad, and somebody has to read it.
 */
export function looksCalm(seen: Observation): boolean {
  return arrivedWell(seen) && isKorean(seen) && !speaksOfTrouble(seen);
}

function arrivedWell(seen: Observation): boolean {
  const { status = 0, fault, dialogs, failedRequests = [], markers, elements } = seen;
  if (fault || status < 200 || status >= 300) return false;
  if (failedRequests.length > 0 || dialogs.some(refuses)) return false;
  const uneasy = seen.layer === 'session' ? UNEASY_AFTER_LOGIN : UNEASY;
  if (elements.some((element) => uneasy.includes(element))) return false;
  return !isSlow(seen) && markers.every(({ expected, found }) => found || !expected);
}

/** Portals also say "로그인되었습니다." in an alert. */
function refuses({ message }: SeenDialog): boolean {
  const words = compactText(message);
  return TROUBLE.test(words) || REFUSAL.test(words);
}

function isSlow({ elapsedMs, slowAfterMs = Number.POSITIVE_INFINITY, ...seen }: Observation) {
  return elapsedMs > slowAfterMs || (seen.waitedInQueueMs ?? 0) > 0;
}

/** Another language, or hardly any text: nothing that a glance can judge. */
function isKorean({ text }: Observation): boolean {
  return text.length >= LEAST_TEXT && /[가-힣]{2}/u.test(text);
}

function speaksOfTrouble({ title, text, outline }: Observation): boolean {
  if (!outline) return true;
  const { frame, links, entries, layers = [] } = outline;
  const aside = new Set([...frame, ...links, ...entries, ...layers]);
  const own = text.split('\n').filter((line) => !aside.has(line.trim()));
  return [title, ...own].some((line) => TROUBLE.test(compactText(line)));
}

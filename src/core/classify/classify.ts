import { judgeAlert } from '#core/classify/alerts';
import {
  judgeControl,
  judgeExpectation,
  judgeHang,
  judgeLogin,
  judgeMissingPage,
  judgeOurRequest,
  judgeRedirect,
  judgeSlow,
  judgeUnreadable,
} from '#core/classify/arrival';
import { judgeBlank } from '#core/classify/blank';
import { judgeDataRequest } from '#core/classify/data-requests';
import { judgeEveryRow } from '#core/classify/every-row';
import { judgeMonitor, judgeTransport } from '#core/classify/faults';
import { type Finding, RESULT_OF } from '#core/classify/finding';
import { chancesOf, type Decider } from '#core/classify/learned/decide';
import { featuresOf } from '#core/classify/learned/features';
import { opinionOf, type Reader } from '#core/classify/learned/model';
import { secondOpinion } from '#core/classify/learned/second-opinion';
import { type Earlier, sentenceOpinion } from '#core/classify/learned/sentence-opinion';
import { distancesOf, type SentenceReader } from '#core/classify/learned/sentence-reader';
import { judgeMessage, judgeParticular } from '#core/classify/message';
import { judgeStrictProbe, judgeUnrunScripts } from '#core/classify/needs-browser';
import { type Page, pageOf } from '#core/classify/page';
import { clip } from '#core/classify/page-text';
import {
  APOLOGY,
  BLOCKED,
  DATABASE,
  EXPIRED,
  MAINTENANCE,
  MOVED,
  REJECTED,
  SECURITY_PROGRAM,
  SERVER,
  SESSION_END,
  TIMEOUT,
  UNAVAILABLE,
} from '#core/classify/phrase-classes';
import { weigh } from '#core/classify/phrase-weight';
import { judgeScant } from '#core/classify/scant';
import { judgeLayer, judgeStatement } from '#core/classify/statement';
import { judgeStatus } from '#core/classify/status';
import {
  type Judge,
  judgeDoubt,
  judgePhrases,
  judgeTroubled,
  judgeWordedStatus,
} from '#core/classify/text-judges';
import { judgeTooLarge } from '#core/classify/too-large';
import { judgeUnfilled } from '#core/classify/unfilled';
import { judgeWaitingRoom } from '#core/classify/waiting-room';
import type { Observation } from '#core/run/observation';
import { signatureOf } from '#core/run/signature';
import type { Kind, Verdict } from '#core/run/verdict';
import { defined } from '../defined.ts';

/**
 * The first judge with a finding decides. Without a finding the run passed. The order matters:
 * - The monitor's own faults come first, because a broken monitor proves nothing.
 * - Then faults that kept any page from coming.
 * - Then answers in place of the service (a firewall, a queue), because they look like its errors.
 * - Login answers before error words, because they use the words of errors.
 * - Planned work before status and apologies, because its pages send 503 and apologise too.
 * - Pages that say what is wrong before pages that lack something. Doubt before a pass.
 */
const JUDGES: readonly Judge[] = [
  judgeMonitor,
  judgeStrictProbe,
  judgeTooLarge,
  judgeTransport,
  judgeAlert,
  judgePhrases(BLOCKED),
  judgeWaitingRoom,
  judgePhrases(EXPIRED),
  judgePhrases(REJECTED),
  judgePhrases(UNAVAILABLE),
  judgePhrases(SECURITY_PROGRAM),
  judgePhrases(MAINTENANCE),
  judgeLayer,
  judgeParticular,
  judgeMissingPage,
  judgeWordedStatus([MAINTENANCE, APOLOGY], SERVER),
  judgeStatus,
  judgePhrases(DATABASE),
  judgePhrases(SERVER),
  judgePhrases(TIMEOUT),
  judgePhrases(MOVED),
  judgePhrases(APOLOGY),
  judgePhrases(SESSION_END),
  judgeStatement,
  judgeEveryRow,
  judgeUnfilled,
  judgeDataRequest,
  judgeOurRequest,
  judgeRedirect,
  judgeUnreadable,
  judgeUnrunScripts,
  judgeBlank,
  judgeHang,
  judgeMessage,
  judgeLogin,
  judgeDoubt([BLOCKED, EXPIRED, REJECTED, MAINTENANCE, DATABASE, SERVER, TIMEOUT, MOVED, APOLOGY]),
  judgeTroubled,
  judgeScant,
  judgeControl,
  judgeExpectation,
  judgeSlow,
];

/** These judges look at what happened, not at words. No text on the page can contradict them. */
const WITNESSES: ReadonlySet<Judge> = new Set([
  judgeMonitor,
  judgeStrictProbe,
  judgeTooLarge,
  judgeTransport,
  judgeMissingPage,
  judgeRedirect,
  judgeUnreadable,
  judgeUnrunScripts,
  judgeBlank,
  judgeHang,
  judgeSlow,
  judgeLayer,
  judgeStatement,
  judgeEveryRow,
  judgeDataRequest,
  judgeLogin,
  judgeControl,
  judgeUnfilled,
]);

/** These judges read the page's words. */
const OF_WORDS = JUDGES.filter((judge) => !WITNESSES.has(judge) || judge === judgeStatement);

/** Kinds whose page may carry database text. */
const MAY_NAME_DATABASE: readonly Kind[] = ['http-error', 'error-page'];

/** What is learned: the readers of pages and of sentences, and what weighs their evidence. */
export interface Readers {
  readonly page: Reader;
  readonly sentence: SentenceReader;
  readonly decide: Decider;
}

const LEARNED: Readers = { page: opinionOf, sentence: distancesOf, decide: chancesOf };

/**
 * Judges one run from its observation. Pure, never throws. Returns `maintenance` as `failed`,
 * because declared windows are not known here.
 */
export function classify(seen: Observation, readers: Readers = LEARNED): Verdict {
  const page = pageOf(seen);
  const finding = findingOf(page, readers);
  if (finding) return verdictOf(page, finding);
  return {
    result: 'passed',
    layer: seen.layer,
    rule: 'nothing-held-against',
    reason: 'The page loaded and shows the expected content.',
  };
}

function findingOf(page: Page, readers: Readers): Finding | undefined {
  const found = findingOfPage(page, readers.page);
  if (!found.opinion) return found.first;
  const { sentence, decide } = readers;
  return sentenceOpinion(page, found, { read: sentence, judge: findingByWords, decide });
}

interface Witnessed {
  readonly first: Finding;
  readonly opinion?: undefined;
}

/** What the rules and the reader of whole pages find. No words contradict a witness. */
export function findingOfPage(page: Page, read: Reader): Earlier | Witnessed {
  const found = findingAmong(JUDGES, page);
  if (found && WITNESSES.has(found.judge)) return { first: found.finding };
  const opinion = read(featuresOf(page));
  return { first: secondOpinion(page, found?.finding, () => opinion), opinion };
}

/** What the rules find in the words alone. */
export function findingByWords(page: Page): Finding | undefined {
  return findingAmong(OF_WORDS, page)?.finding;
}

function findingAmong(judges: readonly Judge[], page: Page) {
  for (const judge of judges) {
    const finding = judge(page);
    if (finding) return { judge, finding };
  }
  return undefined;
}

function verdictOf(page: Page, finding: Finding): Verdict {
  const { kind, cause, matched, peopleAhead } = finding;
  const { layer } = page.seen;
  const database = MAY_NAME_DATABASE.includes(kind) && weigh(page, DATABASE.phrases).score >= 3;
  return {
    result: finding.result ?? RESULT_OF[kind],
    kind,
    layer,
    signature: signatureOf({ kind, layer, text: cause }),
    reason: finding.reason,
    rule: finding.rule,
    ...(matched === undefined || matched === '' ? {} : { matched: clip(matched) }),
    ...(database ? { databaseText: true } : {}),
    ...defined({ peopleAhead }),
  };
}

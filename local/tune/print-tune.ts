import { serviceName } from '#core/notice/email';
import { wordsOf } from '#core/notice/texts/languages';
import { type Call, type Difference, differences } from '#core/plan/what-if';
import type { Language } from '#core/time/duration';
import { kstDate, kstSecond } from '#core/time/kst';
import { type Instant, SECOND } from '#core/time/time';
import type { Catalogue } from '#core/watch/catalogue';
import { table } from '#local/terminal';
import { TUNE_WORDS } from '#local/tune/tune-words';

export interface Candidate {
  /** The text that the user gave. */
  readonly rules: string;
  readonly calls: readonly Call[];
}

export interface Tuned {
  /** With the names of the services. */
  readonly catalogue: Pick<Catalogue, 'services'>;
  readonly current: readonly Call[];
  readonly candidates: readonly Candidate[];
}

type Say = (typeof TUNE_WORDS)[Language];

/** The calls under the current rules, then each candidate beside them. Times are KST. */
export function printTune(tuned: Tuned, language: Language): string {
  const { current, candidates, catalogue } = tuned;
  const say = TUNE_WORDS[language];
  const screen = { language, catalogue };
  return [
    `${say.inForce}: ${count(current, say)}`,
    ...(current.length === 0 ? [] : [currentTable(current, screen)]),
    ...candidates.flatMap((candidate) => ['', ...compared(candidate, current, screen)]),
  ].join('\n');
}

interface Screen extends Pick<Tuned, 'catalogue'> {
  readonly language: Language;
}

function count(calls: readonly Call[], say: Say): string {
  const messages = calls.reduce((sum, call) => sum + call.messages, 0);
  return say.count(calls.length, messages);
}

function currentTable(calls: readonly Call[], screen: Screen): string {
  const say = TUNE_WORDS[screen.language];
  return table([
    [say.told, say.services, say.beganBy, 'SMS'],
    ...calls.map((call) => [
      moment(call.toldAt),
      named(call, screen),
      moment(call.beganBy),
      String(call.messages),
    ]),
  ]);
}

function compared(
  { rules, calls }: Candidate,
  current: readonly Call[],
  screen: Screen,
): readonly string[] {
  const say = TUNE_WORDS[screen.language];
  const rows = differences(current, calls);
  const missed = rows.filter(({ would }) => !would).length;
  const added = rows.filter(({ was }) => !was).length;
  const head = `${rules}: ${count(calls, say)}; ${say.summary(missed, added)}`;
  if (rows.length === 0) return [head];
  const columns = [say.told, say.services, say.besideNow, 'SMS'];
  return [head, table([columns, ...rows.map((row) => cells(row, screen))])];
}

function cells({ was, would }: Difference, screen: Screen): readonly string[] {
  const say = TUNE_WORDS[screen.language];
  const call = would ?? was;
  if (!call) return [];
  return [
    would ? moment(would.toldAt) : '-',
    named(call, screen),
    would ? lateness(would, was, say) : say.missed(moment(call.toldAt)),
    `${was?.messages ?? 0} → ${would?.messages ?? 0}`,
  ];
}

/** Longest name of a service. */
const NAME_LENGTH = 18;

/** The table fits 80 columns whatever the number of services. */
function named({ services }: Call, { catalogue, language }: Screen): string {
  const known = catalogue.services.map(({ id }) => id);
  const [first = '', ...others] = services.toSorted((a, b) => known.indexOf(a) - known.indexOf(b));
  const words = wordsOf(language);
  const whole = serviceName(catalogue, first, words);
  const name = whole.length > NAME_LENGTH ? `${whole.slice(0, NAME_LENGTH - 1)}…` : whole;
  return others.length === 0 ? name : words.andOthers(name, others.length);
}

function lateness(would: Call, was: Call | undefined, say: Say): string {
  if (!was) return say.added;
  const seconds = Math.round((would.toldAt - was.toldAt) / SECOND);
  if (seconds === 0) return say.same;
  return seconds > 0 ? say.later(seconds) : say.earlier(-seconds);
}

export function moment(at: Instant): string {
  return `${kstDate(at)} ${kstSecond(at)}`;
}

import { isArticle } from '#core/classify/article';
import { type ElementClass, WATCHED_ELEMENTS } from '#core/classify/elements';
import {
  contentOf,
  coreOf,
  featuresOf,
  isTold,
  itemsOf,
  linesOf,
  troubleShareOf,
  withoutFrame,
} from '#core/classify/lines';
import { type Expectation, expectationOf } from '#core/classify/marker-standing';
import { type Division, divide } from '#core/classify/outline';
import { type Passage, passageOf } from '#core/classify/page-text';
import type { Observation } from '#core/run/observation';

/** An observation prepared for the judges. */
export interface Page {
  readonly seen: Observation;
  readonly title: Passage;
  /** The first heading that is not the site name. */
  readonly heading: Passage;
  readonly body: Passage;
  /** The body without menus and links, where the outline shows them. */
  readonly said: Passage;
  /** The rows and entries in `said`: what the page says about other things. */
  readonly listed: Passage;
  readonly dialogs: readonly Passage[];
  readonly expectation: Expectation;
  /** What the page says or shows between header and footer, line by line. */
  readonly core: readonly string[];
  /** Characters of the page that are neither frame (menus, footer) nor about trouble. */
  readonly content: number;
  /** Share of sentences about trouble in the text outside the frame, 0 to 1. */
  readonly troubleShare: number;
  /** Number of lines outside the frame. */
  readonly lines: number;
  /** Number of things beside the trouble: jobs, courses, links to services. */
  readonly items: number;
  /** The links and rows among `items`. */
  readonly offers: number;
  /** The table rows with data, and counts, among `items`. */
  readonly records: number;
  /** Number of functions that the page offers. */
  readonly features: number;
  /** The page has a password field, or the words of one. */
  readonly loginForm: boolean;
  /** News, boards, answers and advertisements talk about trouble without being in it. */
  readonly article: boolean;
}

/** The same answer for the same page and words, found once: several judges ask. */
export function oncePerPage<Words extends object, Found>(
  find: (page: Page, words: Words) => Found,
): typeof find {
  const known = new WeakMap<Page, Map<Words, Found>>();
  return (page, words) => {
    const ofPage = known.get(page) ?? new Map<Words, Found>();
    known.set(page, ofPage);
    const found = ofPage.has(words) ? (ofPage.get(words) as Found) : find(page, words);
    ofPage.set(words, found);
    return found;
  };
}

/** True if a visible element of this class was seen. Ignores case. */
export function shows(seen: Observation, wanted: ElementClass): boolean {
  const elements = seen.elements.map((element) => element.toLowerCase());
  return WATCHED_ELEMENTS[wanted].some((selector) => elements.includes(selector.toLowerCase()));
}

function headingOf({ outline, title }: Observation): Passage {
  const own = outline?.headings.find(
    (heading) => !outline.frame.includes(heading) && !title.endsWith(heading),
  );
  return passageOf(own ?? '');
}

const PAPER = /뉴스|일보|신문|게시판|강의|강좌|교육과정|채용공고/u;

/** A newspaper whose server failed has its name and an apology but no story. */
function isBarePaper(title: Passage, { offers, records, listed }: Division): boolean {
  return PAPER.test(title.compact) && offers + records === 0 && listed === '';
}

export function pageOf(seen: Observation): Page {
  const title = passageOf(seen.title);
  const body = passageOf(seen.text);
  const heading = headingOf(seen);
  const division = divide(seen.text, seen.outline);
  const mute = `${division.said}${division.listed}` === '';
  const said = passageOf(withoutFrame(mute ? seen.text : division.said));
  const listed = passageOf(division.listed);
  const shown = seen.outline && !mute ? passageOf(`${division.said}\n${division.listed}`) : body;
  const content = contentOf(shown);
  const troubleShare = troubleShareOf(shown);
  const silent = seen.outline !== undefined && content <= 20 && troubleShare >= 0.6;
  const bare = silent && isBarePaper(title, division);
  return {
    seen,
    title,
    heading,
    body,
    said,
    listed,
    dialogs: seen.dialogs.map(({ message }) => passageOf(message)),
    expectation: expectationOf(seen),
    core: seen.outline ? coreOf(shown, title).filter((line) => !mute || isTold(line)) : body.lines,
    content,
    troubleShare,
    lines: linesOf(shown),
    items: itemsOf(shown) + division.offers + division.records,
    offers: division.offers,
    records: division.records,
    features: featuresOf(shown),
    loginForm:
      shows(seen, 'password') || (body.lines.includes('아이디') && body.lines.includes('비밀번호')),
    article: isArticle(title, heading, body) && !bare,
  };
}

import { decodeEntities } from '#adapters/network/html-entities';
import { isHidden, readStartTag, type StartTag, tagMatcher } from '#adapters/network/html-tag';
import { defined } from '#core/defined';

/** A page's content as seen without a browser. */
export interface HtmlView {
  readonly title: string;
  /** Approximately the readable text, without scripts, styles and hidden parts. */
  readonly text: string;
  /** The watched selectors that a visible tag matches. */
  readonly elements: readonly string[];
  /** True if a browser would run scripts there. */
  readonly scripted: boolean;
  /** Content of `<meta http-equiv="refresh">`. */
  readonly refresh?: string;
}

const VOID = words('area base br col embed hr img input link meta param source track wbr');
const RAW = words('script style noscript iframe noembed noframes template title textarea svg');
const BLOCK = words(
  'address article aside blockquote br center dd div dl dt fieldset figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section table tr ul',
);
const CELL = words('td th button input label select');
/** Elements with an optional end tag: the next of the kind ends them. Any block ends a `p`. */
const UNCLOSED = words('li dt dd tr td th option');
const MAX_DEPTH = 256;

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** Reads the markup once. Any string gives a view, in linear time. */
export function readHtml(
  markup: string,
  options: { readonly watched: readonly string[]; readonly maxText: number },
): HtmlView {
  const walk = new Walk(options.watched.map(tagMatcher), options.maxText * 2);
  let at = 0;
  while (at < markup.length) {
    const open = markup.indexOf('<', at);
    walk.text(markup.slice(at, open < 0 ? markup.length : open));
    if (open < 0) break;
    at = walk.markup(markup, open);
  }
  return {
    title: tidy(walk.title),
    text: tidy(walk.collected).slice(0, options.maxText),
    elements: options.watched.filter((_, index) => walk.found.has(index)),
    scripted: walk.scripted,
    ...defined({ refresh: walk.refresh }),
  };
}

/** State of one pass. Popping the tag that began a hidden part ends that part. */
class Walk {
  title = '';
  collected = '';
  scripted = false;
  refresh: string | undefined;
  /** Indices of the watched selectors that matched. */
  readonly found = new Set<number>();
  readonly #watched: readonly ((tag: StartTag) => boolean)[];
  readonly #maxCollected: number;
  readonly #open: { readonly name: string; readonly hidden: boolean }[] = [];

  constructor(watched: readonly ((tag: StartTag) => boolean)[], maxCollected: number) {
    this.#watched = watched;
    this.#maxCollected = maxCollected;
  }

  get #hidden(): boolean {
    return this.#open.at(-1)?.hidden ?? false;
  }

  /** Nothing more is read here, or at all. */
  get #mute(): boolean {
    return this.#hidden || this.collected.length > this.#maxCollected;
  }

  text(raw: string): void {
    if (raw === '' || this.#mute) return;
    this.#append(decodeEntities(raw).replaceAll(/\s+/g, ' '));
  }

  /** Handles what begins at `<` and returns the index after it. */
  markup(markup: string, start: number): number {
    if (markup.startsWith('<!--', start)) return after(markup, '-->', start + 4);
    const next = markup[start + 1] ?? '';
    if (next === '!' || next === '?') return after(markup, '>', start);
    if (next === '/') {
      const end = after(markup, '>', start);
      this.#close(/^<\/\s*([^\s/>]*)/.exec(markup.slice(start, end))?.[1]?.toLowerCase() ?? '');
      return end;
    }
    const tag = readStartTag(markup, start);
    if (!tag) {
      this.text('<');
      return start + 1;
    }
    return this.#start(markup, tag);
  }

  #start(markup: string, tag: StartTag): number {
    const { name } = tag;
    if (this.#endsOpen(name)) this.#open.pop();
    const hidden = this.#hidden || isHidden(tag);
    this.#separate(name);
    if (!hidden) this.#see(tag);
    if (name === 'script') this.scripted ||= isScript(tag);
    if (name === 'meta' && tag.attributes.get('http-equiv')?.toLowerCase() === 'refresh') {
      this.refresh ??= tag.attributes.get('content');
    }
    // Of these elements, only a drawing may end with its own start tag.
    if (name === 'svg' && markup.startsWith('/>', tag.end - 2)) return tag.end;
    if (RAW.has(name)) return this.#skipRaw(markup, tag, hidden);
    if (!VOID.has(name) && this.#open.length < MAX_DEPTH) this.#open.push({ name, hidden });
    return tag.end;
  }

  /** True if a start tag ends an open element without an end tag. */
  #endsOpen(name: string): boolean {
    const open = this.#open.at(-1)?.name;
    return open === 'p' ? BLOCK.has(name) : open === name && UNCLOSED.has(name);
  }

  /** Elements whose content is not markup, or is not read as markup. */
  #skipRaw(markup: string, { end, name }: StartTag, hidden: boolean): number {
    const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
    closing.lastIndex = end;
    const found = closing.exec(markup);
    const until = found?.index ?? markup.length;
    if (name === 'title' && this.title === '')
      this.title = decodeEntities(markup.slice(end, until));
    if (name === 'textarea' && !hidden) this.text(markup.slice(end, until));
    return found ? after(markup, '>', closing.lastIndex) : markup.length;
  }

  #see(tag: StartTag): void {
    for (const [index, matches] of this.#watched.entries()) {
      if (!this.found.has(index) && matches(tag)) this.found.add(index);
    }
    const { attributes, name } = tag;
    const isButton = /^(submit|button|reset)$/i.test(attributes.get('type') ?? '');
    if (name === 'img') this.text(` ${attributes.get('alt') ?? ''} `);
    if (name === 'input' && isButton) this.text(attributes.get('value') ?? '');
  }

  #close(name: string): void {
    const index = this.#open.findLastIndex((open) => open.name === name);
    if (index >= 0) this.#open.length = index;
    this.#separate(name);
  }

  #separate(name: string): void {
    if (BLOCK.has(name)) this.#append('\n');
    else if (CELL.has(name)) this.#append(' ');
  }

  #append(text: string): void {
    if (!this.#mute) this.collected += text;
  }
}

/** Script elements also contain data and templates. */
function isScript({ attributes }: StartTag): boolean {
  const type = attributes.get('type') ?? '';
  return type === '' || /javascript|ecmascript|^module$/i.test(type);
}

function after(markup: string, wanted: string, from: number): number {
  const index = markup.indexOf(wanted, from);
  return index < 0 ? markup.length : index + wanted.length;
}

/** White space folded within lines, empty lines removed. */
function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

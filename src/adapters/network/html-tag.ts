import { decodeEntities } from '#adapters/network/html-entities';

/** A start tag as written. Names are lower case. */
export interface StartTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Index after the closing `>`. */
  readonly end: number;
}

const NAME = /[a-z][^\s/>]*/iy;
const ATTRIBUTE = /[\s/]*([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']*)))?/y;

/** Reads the start tag whose `<` is at `start`. Undefined if it is only a "less than". */
export function readStartTag(markup: string, start: number): StartTag | undefined {
  NAME.lastIndex = start + 1;
  const name = NAME.exec(markup)?.[0];
  if (name === undefined) return undefined;
  const attributes = new Map<string, string>();
  let at = NAME.lastIndex;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(markup);
    if (!match) break;
    at = ATTRIBUTE.lastIndex;
    const [, key = '', double, single, bare] = match;
    attributes.set(key.toLowerCase(), decodeEntities(double ?? single ?? bare ?? ''));
  }
  const close = markup.indexOf('>', at);
  return {
    name: name.toLowerCase(),
    attributes,
    end: close < 0 ? markup.length : close + 1,
  };
}

/** True if the tag itself hides the element. Style sheets are not read. */
export function isHidden({ name, attributes }: StartTag): boolean {
  const style = attributes.get('style') ?? '';
  return (
    attributes.has('hidden') ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style) ||
    (name === 'dialog' && !attributes.has('open')) ||
    (name === 'input' && attributes.get('type')?.toLowerCase() === 'hidden')
  );
}

/**
 * Compiles `tag`, `#id`, `.class`, `[a=b]` or `[a*=b]`, with or without a tag in front. Other
 * selectors match nothing.
 */
export function tagMatcher(selector: string): (tag: StartTag) => boolean {
  const parts = /^([\w-]*)(?:#([\w-]+)|\.([\w-]+)|\[([\w-]+)(\*?)=([\w-]+)\])?$/.exec(selector);
  if (!parts?.[0]) return () => false;
  const [, wanted, id, className, key, part, value = ''] = parts;
  return ({ attributes, name }) => {
    if (wanted && wanted !== name) return false;
    if (id !== undefined) return attributes.get('id') === id;
    if (className !== undefined) {
      return attributes.get('class')?.split(/\s+/).includes(className) ?? false;
    }
    if (key === undefined) return true;
    const actual = attributes.get(key) ?? '';
    return part === '*' ? actual.includes(value) : actual.toLowerCase() === value;
  };
}

import { escapeXml } from '#core/formats/markup';
import type { Availability } from '#core/history/availability';
import { wordsOf } from '#core/notice/texts/languages';
import type { ShownState } from '#core/outage/shown-state';
import type { Language } from '#core/time/duration';

/** Text of a badge: a label on grey, a message on a colour. */
export interface Badge {
  readonly label: string;
  readonly message: string;
  readonly colour: string;
}

const COLOURS: Readonly<Record<ShownState, string>> = {
  up: '#1e7b34',
  degraded: '#9a6700',
  suspect: '#9a6700',
  down: '#c1121f',
  recovering: '#9a6700',
  maintenance: '#0b5cad',
  unknown: '#5f6368',
};

export function stateBadge(label: string, state: ShownState, language: Language = 'ko'): Badge {
  return { label, message: wordsOf(language).states[state], colour: COLOURS[state] };
}

/** From this unknown share on, the badge says that the figure covers only part of the time. */
const WORTH_TELLING = 0.001;

/** Never rounded up to 100 %. The unknown share is shown beside it. */
export function uptimeBadge(
  label: string,
  { availability, unknownShare }: Availability,
  language: Language = 'ko',
): Badge {
  if (availability === null) return stateBadge(label, 'unknown', language);
  const colour = availability >= 0.999 ? 'up' : availability >= 0.99 ? 'degraded' : 'down';
  const unknown = unknownShare ?? 0;
  const unseen = `${wordsOf(language).states.unknown} ${percentUp(unknown)}`;
  const message = percentDown(availability);
  return {
    label,
    message: unknown >= WORTH_TELLING ? `${message} (${unseen})` : message,
    colour: COLOURS[colour],
  };
}

/** Never rounded up to 100 %. */
export function percentDown(share: number): string {
  return share === 1 ? '100 %' : `${(Math.floor(share * 10_000) / 100).toFixed(2)} %`;
}

/** Never rounded down to 0 %. */
export function percentUp(share: number): string {
  return share === 0 ? '0 %' : `${(Math.ceil(share * 10_000) / 100).toFixed(2)} %`;
}

/** Widths are estimates at 11 px. SVG fits the text to them in any font. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + advanceOf(character), 12);
}

function advanceOf(character: string): number {
  if (character === ' ') return 4;
  return character > '\u00ff' ? 11 : 7;
}

/** The same badge in the endpoint format of shields.io. */
export function toShields({ label, message, colour }: Badge) {
  return { schemaVersion: 1, label, message, color: colour };
}

export function toSvg({ label, message, colour }: Badge): string {
  const [left, right] = [widthOf(label), widthOf(message)];
  const [labelText, messageText] = [escapeXml(label), escapeXml(message)];
  const part = (text: string, x: number, width: number) =>
    `<text x="${x + width / 2}" y="14" textLength="${width - 12}">${text}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img"`,
    ` aria-label="${labelText}: ${messageText}"><title>${labelText}: ${messageText}</title>`,
    `<rect width="${left}" height="20" fill="#3c4043"/>`,
    `<rect x="${left}" width="${right}" height="20" fill="${colour}"/>`,
    '<g fill="#fff" text-anchor="middle" font-size="11"',
    " font-family=\"'Noto Sans KR','Malgun Gothic','Apple SD Gothic Neo',Verdana,sans-serif\">",
    part(labelText, 0, left),
    part(messageText, left, right),
    '</g></svg>',
  ].join('');
}

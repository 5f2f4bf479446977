import type { Instant } from '#core/time/time';

export interface CalendarEvent {
  readonly id: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly summary: string;
  readonly description: string;
}

export interface CalendarInput {
  readonly name: string;
  readonly events: readonly CalendarEvent[];
}

/**
 * RFC 5545: UTC times, CRLF, lines of at most 75 octets. Events carry the time of their start as
 * stamp, so that the same plan gives the same file.
 */
export function toCalendar({ name, events }: CalendarInput): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//bonghwa//page//KO',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${escaped(event.id)}@bonghwa`,
      `DTSTAMP:${utc(event.from)}`,
      `DTSTART:${utc(event.from)}`,
      `DTEND:${utc(event.to)}`,
      `SUMMARY:${escaped(event.summary)}`,
      `DESCRIPTION:${escaped(event.description)}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function utc(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** RFC 5545, 3.3.11. A raw line break in a text would start a new property. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (found) => `\\${found}`)
    .replace(/\r\n|[\n\r\u2028\u2029\u0085]/g, '\\n')
    .replace(/\p{Cc}|\p{Cs}/gu, '');
}

const MOST_OCTETS = 75;

/** Breaks lines between characters, never inside one. */
function folded(line: string): string {
  const parts: string[] = [''];
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > MOST_OCTETS) {
      parts.push(' ');
      octets = 1;
    }
    parts[parts.length - 1] += character;
    octets += size;
  }
  return parts.join('\r\n');
}

/** Bytes of a character in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

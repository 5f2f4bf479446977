import { z } from '@hono/zod-openapi';
import { InvalidInputError, InvalidRequestError } from '#core/errors';
import { HOME_ZONE, knownZone } from '#core/time/calendar';

/** Earlier or later times are typing errors, because nothing was watched then. */
const EARLIEST = Date.parse('2000-01-01T00:00:00Z');
const LATEST = Date.parse('2100-01-01T00:00:00Z');

/** Routes without parameters refuse all, by name. */
export const noQuery = z.strictObject({});

/** RFC 3339 with any offset. Also accepts a `+` that a query string turned into a space. */
export function instant(description: string) {
  return z
    .string()
    .max(40)
    .transform((text) => text.replace(/ (?=\d\d:\d\d$)/, '+'))
    .pipe(z.iso.datetime({ offset: true, error: 'Must be an RFC 3339 time with an offset or Z.' }))
    .transform((text) => Date.parse(text))
    .refine((at) => at >= EARLIEST && at < LATEST, 'Must lie between 2000 and 2100.')
    .openapi({
      type: 'string',
      format: 'date-time',
      description: `${description} Between 2000 and 2100.`,
    });
}

/** Throws InvalidRequestError, because a reversed window is a mistake, not an empty answer. */
export function checkWindow({ from, to }: { readonly from: number; readonly to: number }): void {
  if (from <= to) return;
  throw new InvalidRequestError(
    'The window ends before it begins.',
    'Give a from that is not after to; without to, it is now.',
  );
}

export const limit = limitTo(200, 50);

/** Maximum number of items in one page, and their number if the request names none. */
export function limitTo(most: number, normal = most) {
  return z
    .string()
    .regex(/^\d{1,4}$/, 'Must be a whole number.')
    .transform(Number)
    .pipe(z.int().min(1).max(most))
    .default(normal)
    .openapi({
      type: 'integer',
      minimum: 1,
      maximum: most,
      default: normal,
      description: 'Most items in one page.',
    });
}

export const cursor = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,600}$/, 'Must be a cursor that this API gave out.')
  .openapi({ description: 'Where the page before ended, from its Link header or `next`.' });

export const zone = z
  .string()
  .max(64)
  .refine((name) => zoneOf(name) !== undefined, 'Must be an IANA time zone.')
  .transform((name) => zoneOf(name) ?? HOME_ZONE)
  .default(HOME_ZONE)
  .openapi({
    description: 'Moves the edges of days and months, nothing else.',
    example: 'Asia/Seoul',
    default: HOME_ZONE,
  });

/** The canonical name of a time zone, so that `asia/seoul` is the home zone too. */
function zoneOf(name: string): string | undefined {
  try {
    return knownZone(name);
  } catch (error) {
    if (error instanceof InvalidInputError) return undefined;
    throw error;
  }
}

/**
 * Ids in paths are looked up unchanged. An id that cannot exist is not found. One beyond a key's
 * size is refused.
 */
export function pathId(description: string, example: string) {
  return z.string().min(1).max(200).openapi({ description, example });
}

export const language = z
  .enum(['ko', 'en'])
  .default('ko')
  .openapi({ description: 'Language of the texts.' });

/** A whole number of days. */
export function wholeDays(most: number) {
  return z
    .string()
    .regex(/^\d{1,3}$/, 'Must be a whole number.')
    .transform(Number)
    .pipe(z.int().min(1).max(most))
    .openapi({ type: 'integer', minimum: 1, maximum: most });
}

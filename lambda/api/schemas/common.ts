import { z } from '@hono/zod-openapi';
import { SHOWN_STATES } from '#core/outage/shown-state';
import { LAYERS } from '#core/run/layer';
import { KINDS, OUTCOMES } from '#core/run/verdict';
import { problemSchema } from '#lambda/api/common/problem';

/**
 * The schema or null. For schemas with their own name or type in the document, `nullable()` would
 * be lost.
 */
export function orNull<Schema extends z.ZodType>(schema: Schema) {
  return z.union([schema, z.null()]);
}

/** RFC 3339, UTC. */
export const time = z
  .string()
  .openapi({ type: 'string', format: 'date-time', example: '2024-07-18T00:16:35.000Z' });

export const layer = z.enum(LAYERS).openapi('Layer');
export const kind = z.enum(KINDS).openapi('Kind');
export const outcome = z.enum(OUTCOMES).openapi('Outcome');

export const state = z.enum(SHOWN_STATES).openapi('State');

export const between = z
  .object({ after: orNull(time), by: time })
  .openapi('Between', { description: 'Bounds of a moment that nobody saw.' });

export const next = z
  .string()
  .nullable()
  .openapi({ description: 'Cursor of the next page; null on the last.' });

export const EVIDENCE_URL =
  'Path of this API, for its tokens. It redirects to a link that works for 15 minutes.';

/** A JSON body in a route's responses. */
export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

/** A body of another media type. */
export function text<Type extends string>(type: Type, description: string) {
  return {
    description,
    content: { [type]: { schema: z.string() } } as Record<Type, { schema: z.ZodString }>,
  };
}

function asProblem(description: string) {
  return { description, content: { 'application/problem+json': { schema: problemSchema } } };
}

/** Answers that every route can give. */
export const PROBLEMS = {
  400: asProblem('A parameter, the cursor or the body cannot be used.'),
  401: asProblem('No token, or none that is known and valid.'),
  403: asProblem('The token lacks the scope.'),
  404: asProblem('Not found.'),
  405: asProblem('The method is not known here; see Allow.'),
  429: asProblem('Too many requests, of this token or in all.'),
} as const;

const CONFLICT = asProblem('Conflicts with the current state, or a limit is reached.');
const TOO_LARGE = asProblem('The body is larger than 16 KiB.');
/** Answers of every route that records something. */
export const WRITE_PROBLEMS = {
  ...PROBLEMS,
  409: CONFLICT,
  413: TOO_LARGE,
  422: asProblem('Out of bounds, or the Idempotency-Key was used for another request.'),
  429: asProblem(
    'More than 30 commands of a group in a minute, or too many requests; see Retry-After.',
  ),
} as const;
export const BODY_PROBLEMS = {
  415: asProblem('The body is not JSON.'),
} as const;

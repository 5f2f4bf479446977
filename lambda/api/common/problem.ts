import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { defined } from '#core/defined';
import {
  InvalidCursorError,
  InvalidInputError,
  InvalidRequestError,
  UnknownNameError,
} from '#core/errors';
import { TooManyRequestsError } from '#core/history/pace';
import { KeyUsedError, StillRunningError } from '#pipeline/history/answer-once';
import { TooManyCommandsError } from '#pipeline/history/record-command';
import { NotPossibleNowError, OutOfBoundsError } from '#pipeline/history/write-commands';

/** Last part of `type`. Stable, so clients may branch on it. */
const PROBLEMS = {
  'invalid-parameter': { status: 400, title: 'A parameter cannot be used.' },
  'unknown-parameter': { status: 400, title: 'A parameter is not known here.' },
  'invalid-cursor': { status: 400, title: 'The cursor cannot be used.' },
  'invalid-body': { status: 400, title: 'The body cannot be used.' },
  unauthorized: { status: 401, title: 'A valid token is needed.' },
  forbidden: { status: 403, title: 'The token does not have the scope for this.' },
  'not-found': { status: 404, title: 'Not found.' },
  'method-not-allowed': { status: 405, title: 'This resource does not know the method.' },
  conflict: { status: 409, title: 'Conflicts with the current state.' },
  'too-large': { status: 413, title: 'The body is too large.' },
  'unsupported-media-type': { status: 415, title: 'The body must be JSON.' },
  'out-of-bounds': { status: 422, title: 'It is understood, but not allowed.' },
  'key-used': { status: 422, title: 'The Idempotency-Key belongs to another request.' },
  'too-many-requests': { status: 429, title: 'Too many requests.' },
  internal: { status: 500, title: 'The request could not be answered.' },
} as const;

export type ProblemType = keyof typeof PROBLEMS;

export const problemSchema = z
  .object({
    type: z
      .string()
      .openapi({ description: 'Stable URN', example: 'urn:bonghwa:problem:not-found' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional().openapi({ description: 'What is wrong and what helps.' }),
    errors: z
      .array(z.object({ name: z.string(), message: z.string() }))
      .optional()
      .openapi({ description: 'By parameter or field.' }),
  })
  .openapi('Problem');

export interface ProblemDetails {
  readonly detail?: string;
  readonly errors?: readonly { readonly name: string; readonly message: string }[];
  readonly headers?: Readonly<Record<string, string>>;
}

export function problem(context: Context, type: ProblemType, details: ProblemDetails = {}) {
  const { status, title } = PROBLEMS[type];
  const { detail, errors, headers } = details;
  const body = {
    type: `urn:bonghwa:problem:${type}`,
    title,
    status,
    ...defined({ detail, errors }),
  };
  return context.body(JSON.stringify(body), status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Cache-Control': 'no-store',
    ...headers,
  });
}

/**
 * Errors thrown on purpose, by what the caller can do about them. Undefined for a fault of ours.
 */
export function problemOf(context: Context, error: Error): Response | undefined {
  if (error instanceof InvalidCursorError) return said(context, 'invalid-cursor', error);
  if (error instanceof InvalidRequestError || error instanceof InvalidInputError) {
    return said(context, inputOf(context), error);
  }
  if (error instanceof UnknownNameError) return said(context, 'not-found', error);
  if (error instanceof NotPossibleNowError) return said(context, 'conflict', error);
  if (error instanceof OutOfBoundsError) return said(context, 'out-of-bounds', error);
  if (error instanceof KeyUsedError) return said(context, 'key-used', error);
  if (error instanceof StillRunningError) return said(context, 'conflict', error, RETRY_SOON);
  if (error instanceof TooManyCommandsError || error instanceof TooManyRequestsError) {
    const retryAfter = String(error.retryAfterSeconds);
    return said(context, 'too-many-requests', error, { 'Retry-After': retryAfter });
  }
  if (error instanceof HTTPException) return problemOfStatus(context, error.status);
  return undefined;
}

/** POST routes have no query parameters. */
function inputOf({ req }: Context): ProblemType {
  return req.method === 'POST' ? 'invalid-body' : 'invalid-parameter';
}

const RETRY_SOON = { 'Retry-After': '5' };

function said(
  context: Context,
  type: ProblemType,
  error: { readonly message: string; readonly remedy: string },
  headers: Readonly<Record<string, string>> = {},
) {
  return problem(context, type, { detail: `${error.message} ${error.remedy}`, headers });
}

/** Problems from Hono's validators: bodies that are not JSON or not labelled as JSON. */
function problemOfStatus(context: Context, status: number): Response | undefined {
  if (status === 415) return problem(context, 'unsupported-media-type');
  if (status === 400) return problem(context, 'invalid-body', { detail: 'It is not valid JSON.' });
  return undefined;
}

/** The answer to parameters or a body that do not match their schema. */
export function validationProblem(context: Context, target: string, error: z.ZodError): Response {
  const unknown = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys : [],
  );
  const errors = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ name: shortened(key), message: 'Not known here.' }))
      : [{ name: shortened(issue.path.join('.')), message: issue.message }],
  );
  if (target === 'json') return problem(context, 'invalid-body', { errors });
  return problem(context, unknown.length > 0 ? 'unknown-parameter' : 'invalid-parameter', {
    errors,
  });
}

/** Names come from the caller and may have any length. */
function shortened(name: string): string {
  return name.length > 80 ? `${name.slice(0, 80)}…` : name;
}

/** The part of an OpenAPI document that this file completes. */
interface Document {
  readonly paths?: object;
}

interface Operation {
  readonly parameters?: readonly { readonly name?: string }[];
  readonly security?: readonly object[];
  description?: string;
  summary?: string;
  responses: Record<string, Answer>;
}

interface Answer {
  readonly description: string;
  headers?: Record<string, object>;
}

const METHODS = ['get', 'post', 'delete'] as const;

const text = (description: string) => ({ description, schema: { type: 'string' } });

const CACHING = {
  ETag: text('Of the content; send it as If-None-Match.'),
  'Cache-Control': text('How long the answer may be reused.'),
};

/** Answers that come before the handlers, so every operation has them. */
export function withCommonAnswers<Whole extends Document>(document: Whole): Whole {
  for (const path of Object.values(document.paths ?? {}) as Record<string, Operation>[]) {
    for (const method of METHODS) {
      const operation = path[method];
      if (operation) complete(operation, method);
    }
  }
  return document;
}

function complete(operation: Operation, method: (typeof METHODS)[number]): void {
  const { responses } = operation;
  operation.description ??= `${operation.summary}.`;
  if (method === 'get') {
    const isPaged = operation.parameters?.some(({ name }) => name === 'cursor');
    addHeaders(responses, '200', {
      ...CACHING,
      ...(isPaged ? { Link: text('The next page: <…>; rel="next". Absent on the last.') } : {}),
    });
    responses['304'] = { description: 'Not changed since If-None-Match.', headers: CACHING };
  }
  if (operation.security?.length === 0) {
    delete responses['401'];
    delete responses['403'];
  }
  responses['429'] ??= { description: 'Too many requests, of this token or in all.' };
  addHeaders(responses, '429', { 'Retry-After': text('Seconds to wait, where it is known.') });
  addHeaders(responses, '401', { 'WWW-Authenticate': text('Bearer.') });
  addHeaders(responses, '405', { Allow: text('The methods that are known here.') });
  responses['500'] = { description: 'The request could not be answered; the log has more.' };
}

function addHeaders(
  responses: Operation['responses'],
  status: string,
  headers: Readonly<Record<string, object>>,
): void {
  const answer = responses[status];
  // Operations share answers up to this point.
  if (answer) responses[status] = { ...answer, headers: { ...answer.headers, ...headers } };
}

import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** The fields of an API Gateway event (payload format 2.0) that are read. Each may be missing. */
export interface HttpEvent {
  readonly rawPath?: string;
  readonly rawQueryString?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly requestContext?: { readonly http?: { readonly method?: string } };
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

/**
 * Links are relative and origins come from the configuration, so the requested host does not
 * matter.
 */
const HOST = 'https://api.invalid';

/** Fetch rejects these methods, and methods that are not tokens. */
const NO_METHOD_OF_FETCH = /^(connect|trace|track)$|[^\w!#$%&'*+.^`|~-]|^$/i;

/** Never throws. Drops invalid headers and maps unsupported methods to one that gets 405. */
export function toRequest(event: HttpEvent): Request {
  const method = event.requestContext?.http?.method ?? 'GET';
  const headers = toHeaders(event.headers ?? {});
  // No route has this method, so it gets the 405 that the original one should get.
  const init = { method: NO_METHOD_OF_FETCH.test(method) ? 'X-REFUSED' : method, headers };
  const body = bodyOf(event, method);
  if (body) headers.set('content-length', String(body.length));
  return new Request(addressOf(event), body ? { ...init, body } : init);
}

export async function toResult(response: Response): Promise<APIGatewayProxyStructuredResultV2> {
  const isBase64Encoded = response.headers.has('content-encoding');
  // Response.text() would drop the byte-order mark that spreadsheets need.
  const body = Buffer.from(await response.arrayBuffer());
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    body: body.toString(isBase64Encoded ? 'base64' : 'utf8'),
    isBase64Encoded,
  };
}

/**
 * HTTP APIs decode the path, other gateways do not. A decoded `?` or `#` is not syntax, and a `%`
 * is only syntax if two digits follow.
 */
function addressOf({ rawPath = '', rawQueryString = '' }: HttpEvent): string {
  const path = rawPath.replace(/[\p{Cc} ?#\\]|%(?![0-9a-f]{2})/giu, encodeURIComponent);
  const query = rawQueryString.replaceAll('#', '%23');
  return `${HOST}${path.startsWith('/') ? '' : '/'}${path}${query === '' ? '' : `?${query}`}`;
}

/** Derived from the body, or without meaning behind a gateway. */
const OF_THE_WIRE = new Set(['content-length', 'transfer-encoding']);

function toHeaders(given: Readonly<Record<string, string | undefined>>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(given)) {
    const isToken = /^[\w!#$%&'*+.^`|~-]+$/.test(name);
    if (!isToken || OF_THE_WIRE.has(name.toLowerCase())) continue;
    if (/^[\t\u0020-\u007e\u0080-\u00ff]*$/.test(value ?? '')) headers.set(name, value ?? '');
  }
  return headers;
}

/** A body of GET or HEAD has no meaning. */
function bodyOf({ body, isBase64Encoded }: HttpEvent, method: string) {
  if (!body || /^(get|head)$/i.test(method)) return undefined;
  return Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
}

import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { bearerToken, equalInConstantTime, type Scope } from '#core/history/access';
import { decisionOn } from '#lambda/api/common/access';
import type { ApiEnvironment } from '#lambda/api/common/api';
import type { HistoryPorts } from '#pipeline/history/history-ports';
import { type OnCallContext, type Refusal, refusalPage } from '#render/on-call/on-call-pages';

const COOKIE = 'bonghwa-form';

/** What the pages are made with. */
export function onCallContext({
  configuration: { catalogue, texts },
}: Pick<HistoryPorts, 'configuration'>): OnCallContext {
  return { catalogue, language: texts.language, publicPage: texts.statusUrl };
}

/** Every problem under `/on-call` is a page, because a person reads it. */
export function problemsAsPages(view: OnCallContext): MiddlewareHandler<ApiEnvironment> {
  return async (context, next) => {
    await next();
    const { headers, status } = context.res;
    if (!headers.get('content-type')?.startsWith('application/problem+json')) return;
    const text = refusalPage(REFUSALS[status] ?? 'failed', view);
    // A new response would keep the content type of the one before.
    context.res = new Response(text, { status, headers: withoutBody(headers) });
  };
}

const REFUSALS: Readonly<Record<number, Refusal>> = {
  404: 'notFound',
  405: 'notFound',
  413: 'tooLarge',
  429: 'tooMany',
};

function withoutBody(headers: Headers): Headers {
  const kept = new Headers(headers);
  for (const name of ['content-encoding', 'content-length', 'etag']) kept.delete(name);
  kept.set('content-type', 'text/html; charset=UTF-8');
  return kept;
}

/**
 * Runs before everything else, so that its headers win: pictures come from the evidence store,
 * forms are only sent here, and the browser's `Origin` names the page that sent a form.
 */
export const onCallHeaders: MiddlewareHandler<ApiEnvironment> = async (context, next) => {
  await next();
  const pictures = context.get('pictures') ?? [];
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `img-src 'self' ${pictures.join(' ')}`.trim(),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  context.res.headers.set('Content-Security-Policy', policy);
  context.res.headers.set('Referrer-Policy', 'same-origin');
  context.res.headers.set('Cache-Control', 'no-store');
};

/** A browser's user enters a token as the password of a Basic challenge, never in an address. */
export function requirePerson(ports: HistoryPorts, scope: Scope, view: OnCallContext) {
  return createMiddleware<ApiEnvironment>(async (context, next) => {
    const token = tokenOf(context.req.header('authorization'));
    const decision = await decisionOn(token, scope, ports);
    if (decision.type === 'unknown') {
      context.header('WWW-Authenticate', 'Basic realm="bonghwa", charset="UTF-8"');
      return context.html(refusalPage('tokenNeeded', view), 401);
    }
    if (decision.type === 'forbidden') return context.html(refusalPage('forbidden', view), 403);
    context.set('who', decision.by);
    return next();
  });
}

/** The token of a Basic or Bearer header if it has our format. */
function tokenOf(header: string | undefined): string | undefined {
  const [, packed] = /^basic +([A-Za-z0-9+/=]+)$/i.exec(header ?? '') ?? [];
  if (packed === undefined) return bearerToken(header);
  const password = Buffer.from(packed, 'base64').toString('utf8').split(/:(.*)/s)[1];
  return bearerToken(`Bearer ${password}`);
}

/** Issues the token that a form must return. */
export function formToken(context: Context): string {
  const known = getCookie(context, COOKIE);
  const value = known !== undefined && /^[0-9a-f-]{36}$/.test(known) ? known : crypto.randomUUID();
  setCookie(context, COOKIE, value, {
    path: '/on-call',
    httpOnly: true,
    sameSite: 'Strict',
    secure: context.req.header('x-forwarded-proto') === 'https',
  });
  return value;
}

/**
 * A browser sends the password with every request, even from other sites' pages. So a form counts
 * only with the cookie that other sites cannot send, the cookie's value in the form, and our own
 * address as origin.
 */
export function isOwnForm(context: Context, shown: unknown): boolean {
  const cookie = getCookie(context, COOKIE);
  const origin = URL.parse(context.req.header('origin') ?? '');
  return (
    typeof shown === 'string' &&
    cookie !== undefined &&
    equalInConstantTime(cookie, shown) &&
    origin !== null &&
    origin.host === context.req.header('host')
  );
}

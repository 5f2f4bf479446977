import { createMiddleware } from 'hono/factory';
import { sha256 } from 'hono/utils/crypto';
import { bearerToken, type Decision, decideAccess, type Scope } from '#core/history/access';
import type { HistoryPorts } from '#pipeline/history/history-ports';
import type { ApiEnvironment } from './api.ts';
import { problem } from './problem.ts';

/** Accepts a request whose token has the scope. The token itself is not passed on. */
export function requireScope(ports: HistoryPorts, scope: Scope | 'any') {
  return createMiddleware<ApiEnvironment>(async (context, next) => {
    const token = bearerToken(context.req.header('authorization'));
    const decision = await decisionOn(token, scope, ports);
    if (decision.type === 'unknown') {
      return problem(context, 'unauthorized', {
        detail: 'Send "Authorization: Bearer <token>"; npx bonghwa token create makes one.',
        headers: { 'WWW-Authenticate': 'Bearer realm="bonghwa"' },
      });
    }
    if (decision.type === 'forbidden') {
      return problem(context, 'forbidden', {
        detail: `The scope ${scope} is needed.`,
        headers: { 'WWW-Authenticate': `Bearer error="insufficient_scope", scope="${scope}"` },
      });
    }
    context.set('who', decision.by);
    context.set('token', decision.token);
    return next();
  });
}

/** What a token may do. Throws TooManyRequestsError if it sends too many requests. */
export async function decisionOn(
  token: string | undefined,
  scope: Scope | 'any',
  { tokens, tokenClock, paces }: Pick<HistoryPorts, 'tokens' | 'tokenClock' | 'paces'>,
): Promise<Decision> {
  const shown = token === undefined ? undefined : ((await sha256(token)) ?? undefined);
  // Without a token nothing is fetched, so unknown callers cause no AWS call.
  if (shown === undefined) return { type: 'unknown' };
  const now = tokenClock.now();
  const decide = async (fresh: boolean) =>
    decideAccess({ scope, shown, records: await tokens.list({ fresh }), now });
  const known = await decide(false);
  // The token may be newer than the records in memory.
  const decision = known.type === 'unknown' ? await decide(true) : known;
  if (decision.type !== 'unknown') paces?.take(decision.by, now);
  return decision;
}

/** Accepts a request with any valid token. */
export function requireAnyToken(ports: HistoryPorts) {
  return requireScope(ports, 'any');
}

/** How long one try of a call to AWS may take, ms. */
const REQUEST_MS = 4_000;

const CONNECT_MS = 1_000;
const TRIES = 3;

/**
 * Settings of every SDK client: by default the SDK waits for an answer without end, and a service
 * that hangs would hold a function until its own time-out. Each of `throwOnRequestTimeout` and
 * `socketTimeout` closes a gap: a request that is only warned about, an answer that stops half-way.
 */
export function bounded(requestMs = REQUEST_MS) {
  return {
    maxAttempts: TRIES,
    requestHandler: {
      connectionTimeout: CONNECT_MS,
      requestTimeout: requestMs,
      throwOnRequestTimeout: true,
      socketTimeout: requestMs,
    },
  } as const;
}

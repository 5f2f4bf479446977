import { bounded } from '#lambda/wiring/bounded';
import { FIRST_BACKOFF_MS } from '#local/cloud/aws/documented';

/** A service that took a call of an invocation and did not answer in time. */
export interface HangingCall {
  /** The first call of the invocation is 1. */
  readonly call: number;
  /** How much longer the invocation takes, ms: tries that hang, and the waits between them. */
  readonly addedMs: number;
  /** Every try hung, so the SDK throws, and so does every further call of the invocation. */
  readonly failed: boolean;
  /** The service did what it was asked and only its answers were lost. */
  readonly done: boolean;
}

export interface SdkFaults {
  /** Chance that an invocation meets a hanging call. */
  readonly hangs: number;
  /** Number of calls among which it may be. */
  readonly calls: number;
}

/** An evaluation that fails is tried once more in its invocation. */
const CALLS_UNTIL_GIVEN_UP = 2;

/** What one invocation meets: the SDK's clients with the bounds that functions set on them. */
export function hangingCall(
  { hangs, calls }: SdkFaults,
  random: () => number,
): HangingCall | undefined {
  if (random() >= hangs) return undefined;
  const { maxAttempts, requestHandler } = bounded();
  const tries = 1 + Math.floor(random() * maxAttempts);
  const waits = Array.from(
    { length: Math.min(tries, maxAttempts - 1) },
    (_, index) => random() * FIRST_BACKOFF_MS * 2 ** index,
  );
  const failed = tries === maxAttempts;
  const once = waits.reduce((sum, wait) => sum + wait, tries * requestHandler.requestTimeout);
  return {
    call: 1 + Math.floor(random() * calls),
    addedMs: failed ? once * CALLS_UNTIL_GIVEN_UP : once,
    failed,
    done: random() < 0.5,
  };
}

/** Wraps the ports of an invocation: a failing call throws, before or after it was done. */
export function hangingPorts(
  hanging: HangingCall | undefined,
): <Port extends object>(port: Port) => Port {
  let made = 0;
  const around = async (act: () => unknown) => {
    made += 1;
    const throwing = hanging?.failed && made >= hanging.call;
    if (!throwing) return act();
    if (hanging.done) await act();
    throw Object.assign(new Error('the service did not answer'), { name: 'TimeoutError' });
  };
  return (port) =>
    new Proxy(port, {
      get(target, key) {
        const value = Reflect.get(target, key);
        return typeof value === 'function'
          ? (...args: unknown[]) => around(() => value.apply(target, args))
          : value;
      },
    });
}

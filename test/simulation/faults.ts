/** The process died. It does nothing more, even if it catches this. */
class Crash extends Error {}

/** A store or SNS did not answer, or refused. */
export class Trouble extends Error {}

/** Chances per call of a port. */
export interface FaultRates {
  /** The call is throttled before it does anything. */
  readonly refused: number;
  /** The call succeeds, but its answer is lost. */
  readonly unanswered: number;
  /** The process dies right before or right after the call. */
  readonly crash: number;
  /** Another evaluator does all its work before the call. */
  readonly overtaken: number;
  /** A read that does not show the latest write. */
  readonly stale: number;
}

export const NO_FAULTS: FaultRates = {
  refused: 0,
  unanswered: 0,
  crash: 0,
  overtaken: 0,
  stale: 0,
};

const LEVELS = [0, 0, 0.01, 0.04, 0.15] as const;

export function ratesOf(random: () => number): FaultRates {
  const level = () => LEVELS[Math.floor(random() * LEVELS.length)] ?? 0;
  return {
    refused: level(),
    unanswered: level(),
    crash: level() / 3,
    overtaken: level() / 2,
    stale: level(),
  };
}

/** One call of a handler, until it ends or its process dies. */
export interface Invocation {
  readonly name: string;
  dead: boolean;
  /** Faults that it met so far. */
  faults: number;
}

export interface FaultOptions {
  readonly random: () => number;
  readonly rates: () => FaultRates;
  readonly invocation: Invocation;
  /** Work of another evaluator in between. */
  readonly overtake: () => Promise<void>;
  /** `<port>.<method> <what happened>`. */
  readonly onFault: (line: string) => void;
}

type Method = (...args: readonly unknown[]) => unknown;

/** A port on which every call may fail in any way that a network allows. */
export function unreliable<Port extends object>(
  name: string,
  port: Port,
  options: FaultOptions,
): Port {
  return new Proxy(port, {
    get: (target, key) => {
      const method: unknown = Reflect.get(target, key);
      if (typeof method !== 'function') return method;
      const call = `${name}.${String(key)}`;
      return (...args: readonly unknown[]) =>
        troubled(call, async () => (method as Method).call(target, ...args), options);
    },
  });
}

async function troubled(
  call: string,
  act: () => Promise<unknown>,
  options: FaultOptions,
): Promise<unknown> {
  const { invocation, random, rates, onFault, overtake } = options;
  if (invocation.dead) throw new Crash(call);
  const { refused, unanswered, crash, overtaken } = rates();
  const fate = random();
  const hit = (what: string) => {
    onFault(`${call} ${what}`);
    invocation.faults += 1;
  };
  if (fate < refused) {
    hit('refused');
    throw new Trouble(call);
  }
  if (fate < refused + crash / 2) {
    hit('crash before');
    invocation.dead = true;
    throw new Crash(call);
  }
  if (fate < refused + crash / 2 + overtaken) {
    onFault(`${call} overtaken`);
    await overtake();
  }
  const answer = await act();
  if (fate > 1 - unanswered) {
    hit('unanswered');
    throw new Trouble(call);
  }
  if (fate > 1 - unanswered - crash / 2) {
    hit('crash after');
    invocation.dead = true;
    throw new Crash(call);
  }
  return answer;
}

import { describe, expect, it } from 'vitest';
import type { Receipt, ReceiptStore } from '#core/ports/people';
import { MINUTE } from '#core/time/time';
import { answerOnce, KeyUsedError, StillRunningError } from '#pipeline/history/answer-once';
import { NINE_FIFTEEN } from '../../support/builders.ts';

function bench() {
  let now = NINE_FIFTEEN;
  const clock = { now: () => now, secondsUntil: () => 0 };
  const stored = new Map<string, Receipt>();
  const receipts: ReceiptStore = {
    claim: async (key, receipt, staleBefore) => {
      const earlier = stored.get(key);
      if (earlier && (earlier.answer !== undefined || earlier.at > staleBefore)) return false;
      stored.set(key, receipt);
      return true;
    },
    get: async (key) => stored.get(key),
    put: async (key, receipt) => void stored.set(key, receipt),
  };
  let done = 0;
  const act = async () => {
    done += 1;
    return `answer ${done}`;
  };
  return {
    done: () => done,
    pass: (ms: number) => {
      now += ms;
    },
    ask: (request = 'a', how: () => Promise<string> = act) =>
      answerOnce({ key: 'key', request }, how, { receipts, clock }),
    askPlainly: () => answerOnce(undefined, act, { receipts, clock }),
  };
}

const never = () => new Promise<string>(() => {});

describe('a request that may be sent twice', () => {
  it('is done once and answered the same each time', async () => {
    const { ask, done, pass } = bench();
    expect(await ask()).toBe('answer 1');
    pass(10 * MINUTE);
    expect(await ask()).toBe('answer 1');
    expect(done()).toBe(1);
  });

  it('is done each time where it has no key', async () => {
    const { askPlainly, done } = bench();
    await askPlainly();
    await askPlainly();
    expect(done()).toBe(2);
  });

  it('is refused where its key was used for another', async () => {
    const { ask } = bench();
    await ask('a');
    await expect(ask('b')).rejects.toThrow(KeyUsedError);
  });

  it('is refused while the first is under way, and done again if the first was cut off', async () => {
    const { ask, pass } = bench();
    void ask('a', never);
    await expect(ask()).rejects.toThrow(StillRunningError);
    pass(MINUTE - 1);
    await expect(ask()).rejects.toThrow(StillRunningError);
    pass(1);
    expect(await ask()).toBe('answer 1');
  });

  it('may be tried again at once where it failed', async () => {
    const { ask } = bench();
    const fails = () => Promise.reject(new Error('throttled'));
    await expect(ask('a', fails)).rejects.toThrow('throttled');
    expect(await ask()).toBe('answer 1');
  });
});

import { describe, expect, it } from 'vitest';
import type { CheckRequest, EvaluationRequest } from '#contract/messages';
import { SECOND } from '#core/time/time';
import { type ProofPorts, proveDeployment } from '#pipeline/prove/prove-deployment';
import { proofId, proveLedger } from '#pipeline/prove/prove-ledger';
import { NINE_FIFTEEN } from '../../support/builders.ts';
import { channelOf } from '../../support/channels.ts';
import { EvaluationBench } from '../../support/evaluation.ts';
import { HANGS, resultOf } from '../../support/results.ts';
import { quick } from '../../support/watch.ts';

const request = { group: 'moel', at: NINE_FIFTEEN };

describe('the daily check of the ledger', () => {
  it('writes a row for each channel that is withheld, and sends nothing', async () => {
    const bench = new EvaluationBench();
    bench.now = NINE_FIFTEEN + 3 * SECOND;
    const sent: string[] = [];
    const send = async ({ id }: { readonly id: string }) => String(sent.push(id));
    const channels = [channelOf({ send }), channelOf({ name: 'bus', send })];
    bench.ports = { ...bench.ports, channels };
    await proveLedger(request, bench.ports);
    await proveLedger(request, bench.ports);
    const rows = await bench.ports.ledger.ofOutage(proofId(request));
    expect(rows.map(({ channel, state, withheld }) => [channel, state, withheld])).toEqual([
      ['bus', 'withheld', 'end-to-end'],
      ['sns', 'withheld', 'end-to-end'],
    ]);
    await bench.evaluate();
    expect(sent).toEqual([]);
    expect(bench.counted.TimeToLedger).toBe(6);
  });
});

/** A deployment that answers a request after some seconds of a clock that only waiting moves. */
function deployed(
  broken: {
    prober?: boolean;
    evaluator?: boolean;
    queue?: boolean;
    channel?: boolean;
    network?: boolean;
  } = {},
) {
  const bench = new EvaluationBench(quick());
  bench.now = NINE_FIFTEEN + 400;
  const answers: { readonly at: number; answer(): Promise<unknown> }[] = [];
  const later = (seconds: number, answer: () => Promise<unknown>) =>
    answers.push({ at: bench.now + seconds * SECOND, answer });
  const ports: ProofPorts = {
    ...bench.ports,
    language: 'en',
    ledger: {
      ...bench.ports.ledger,
      ofOutage: async (outage) => {
        const rows = await bench.ports.ledger.ofOutage(outage);
        if (!broken.channel) return rows;
        return rows.flatMap((row) => [row, { ...row, channel: 'bus', state: 'pending' } as const]);
      },
    },
    checkQueue: {
      send: async (requests: readonly CheckRequest[]) => {
        if (broken.queue) throw new Error('AccessDenied');
        const [asked] = requests;
        if (!asked || broken.prober) return;
        // Run ids contain the second, so requests are for whole ones.
        if (asked.scheduledAt !== NINE_FIFTEEN) throw new Error('not the second of the request');
        const seen = broken.network ? HANGS : {};
        for (const each of requests) {
          later(4, () =>
            bench.ports.results.put(resultOf(each, { startedAt: bench.now, durationMs: 10 }, seen)),
          );
        }
      },
    },
    evaluations: {
      send: async (asked: EvaluationRequest) => {
        if (!broken.evaluator) later(2, () => proveLedger(asked, bench.ports));
      },
    },
    wait: async (ms) => {
      bench.now += ms;
      for (const due of answers.filter(({ at }) => at <= bench.now)) {
        answers.splice(answers.indexOf(due), 1);
        await due.answer();
      }
    },
  };
  return proveDeployment('moel', ports);
}

describe('the check of a deployment', () => {
  it('goes from the queues to the ledger and says how long each hop took', async () => {
    const hops = await deployed();
    expect(hops.map(({ to, state, seconds }) => [to, state, seconds])).toEqual([
      ['probes queue', 'good', 0],
      ['table, by the prober', 'good', 4],
      ['evaluations queue', 'good', 0],
      ['ledger, by the evaluator', 'good', 2],
    ]);
    expect(hops.at(-1)?.says).toBe('withheld on sns; nothing is sent');
  });

  it.each([
    [
      'the prober answers nothing',
      { prober: true },
      ['good', 'bad', 'good', 'good'],
      'nothing came',
    ],
    [
      'the evaluator answers nothing',
      { evaluator: true },
      ['good', 'good', 'good', 'bad'],
      '120 s',
    ],
    [
      'one of two channels is not settled',
      { channel: true },
      ['good', 'good', 'good', 'bad'],
      'not marked as withheld on bus',
    ],
    [
      'the prober reaches no control',
      { network: true },
      ['good', 'bad', 'good', 'good'],
      'none of the controls',
    ],
    ['a queue refuses', { queue: true }, ['bad', 'not-reached', 'good', 'good'], 'AccessDenied'],
  ] as const)('names the hop where %s', async (_, broken, states, says) => {
    const hops = await deployed(broken);
    expect(hops.map(({ state }) => state)).toEqual(states);
    expect(hops.find(({ state }) => state === 'bad')?.says).toContain(says);
  });
});

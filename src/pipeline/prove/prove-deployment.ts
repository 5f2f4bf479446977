import type { CheckRequest } from '#contract/messages';
import { checkRequest } from '#core/detection/schedule';
import type { LedgerRow } from '#core/notice/notice';
import type { Clock } from '#core/ports/ambient';
import type { Ledger } from '#core/ports/notices';
import type { CheckQueue, EvaluationQueue } from '#core/ports/queues';
import type { ResultStore } from '#core/ports/results';
import type { Language } from '#core/time/duration';
import { type Instant, MINUTE, SECOND } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';
import { HOP_WORDS } from '#pipeline/prove/hop-words';
import { proofId } from '#pipeline/prove/prove-ledger';

export interface ProofPorts {
  readonly clock: Clock;
  readonly checkQueue: CheckQueue;
  readonly evaluations: EvaluationQueue;
  readonly results: Pick<ResultStore, 'get'>;
  readonly ledger: Pick<Ledger, 'ofOutage'>;
  readonly configuration: Configuration;
  /** Language of the hops' texts. */
  readonly language: Language;
  wait(ms: number): Promise<void>;
}

/** Where a hop ends. */
export type Place = 'probes' | 'prober' | 'evaluations' | 'evaluator';

/** One hop of the deployed path. */
export interface Hop {
  readonly place: Place;
  readonly from: string;
  readonly to: string;
  readonly state: 'good' | 'bad' | 'not-reached';
  /** Time since the previous hop, s. */
  readonly seconds: number;
  readonly says: string;
}

/** Far longer than a healthy deployment takes, with a cold start. */
const LONGEST_MS = 2 * MINUTE;
const PAUSE_MS = 2 * SECOND;

/**
 * Tests the whole deployed path. It requests a run of each control, and one of them must appear in
 * the table as passed. It requests an evaluation, whose notice must appear in the ledger as withheld.
 */
export async function proveDeployment(group: string, ports: ProofPorts): Promise<readonly Hop[]> {
  return [...(await proveCheck(ports)), ...(await proveEvaluation(group, ports))];
}

async function proveCheck(ports: ProofPorts): Promise<readonly Hop[]> {
  const { clock, configuration, checkQueue, results } = ports;
  const say = HOP_WORDS[ports.language];
  const controls = configuration.catalogue.checks.filter(({ type }) => type === 'control');
  if (controls.length === 0) return [];
  const at = Math.floor(clock.now() / SECOND) * SECOND;
  const requests = controls.map(
    (check): CheckRequest =>
      checkRequest({ check, at, trigger: 'manual', urgent: false }, undefined, configuration),
  );
  return walk(ports, [
    {
      place: 'probes',
      from: say.machine,
      to: say.probes,
      act: async () => {
        await checkQueue.send(requests);
        return { good: say.runsAsked(requests.map(({ run }) => run).join(', ')) };
      },
    },
    {
      place: 'prober',
      from: say.probes,
      to: say.prober,
      act: () =>
        appears(ports, async () => {
          const asked = requests.map(({ service, run }) => results.get(service, run));
          const found = (await Promise.all(asked)).filter((result) => result !== undefined);
          const passed = found.find(({ result }) => result === 'passed');
          if (passed) return { good: `${passed.result}: ${passed.reason}` };
          if (found.length === 0) return undefined;
          // All at once fail only with the network of the function.
          const reasons = found.map(({ service, reason }) => `${service}: ${reason}`);
          return { bad: say.noneReached(reasons.join('; ')), final: found.length === asked.length };
        }),
    },
  ]);
}

function proveEvaluation(group: string, ports: ProofPorts): Promise<readonly Hop[]> {
  const { clock, evaluations, ledger } = ports;
  const say = HOP_WORDS[ports.language];
  const at: Instant = clock.now();
  return walk(ports, [
    {
      place: 'evaluations',
      from: say.machine,
      to: say.evaluations,
      act: async () => {
        await evaluations.send({ v: 1, group, at, reason: 'end-to-end' });
        return { good: say.evaluationAsked(group) };
      },
    },
    {
      place: 'evaluator',
      from: say.evaluations,
      to: say.evaluator,
      act: () =>
        appears(ports, async () => {
          const rows = await ledger.ofOutage(proofId({ group, at }));
          if (rows.length === 0) return undefined;
          const open = rows.filter(({ state }) => state !== 'withheld');
          return open.length === 0
            ? { good: say.withheld(channelsOf(rows)) }
            : { bad: say.notWithheld(channelsOf(open)), final: false };
        }),
    },
  ]);
}

/** `final`: waiting longer changes nothing. */
type Outcome = { readonly good: string } | { readonly bad: string; readonly final: boolean };

interface Step extends Pick<Hop, 'place' | 'from' | 'to'> {
  /** Undefined if nothing came in time. */
  act(): Promise<Outcome | undefined>;
}

/** Hops after a failed one are not tried. */
async function walk(
  { clock, language }: ProofPorts,
  steps: readonly Step[],
): Promise<readonly Hop[]> {
  const say = HOP_WORDS[language];
  const hops: Hop[] = [];
  for (const { act, ...way } of steps) {
    if (hops.some(({ state }) => state !== 'good')) {
      hops.push({ ...way, state: 'not-reached', seconds: 0, says: say.notTried });
      continue;
    }
    const begun = clock.now();
    const outcome = (await act().catch(refused)) ?? { bad: say.nothingCame(LONGEST_MS / SECOND) };
    const seconds = (clock.now() - begun) / SECOND;
    if ('good' in outcome) hops.push({ ...way, state: 'good', seconds, says: outcome.good });
    else hops.push({ ...way, state: 'bad', seconds, says: outcome.bad });
  }
  return hops;
}

function refused(error: unknown): Outcome {
  return { bad: error instanceof Error ? error.message : String(error), final: true };
}

/** Looks repeatedly until it is decided. At the end, what was seen last counts. */
async function appears(
  { clock, wait }: ProofPorts,
  look: () => Promise<Outcome | undefined>,
): Promise<Outcome | undefined> {
  const end = clock.now() + LONGEST_MS;
  for (;;) {
    const seen = await look();
    const isDecided = seen !== undefined && ('good' in seen || seen.final);
    if (isDecided || clock.now() >= end) return seen;
    await wait(PAUSE_MS);
  }
}

function channelsOf(rows: readonly LedgerRow[]): string {
  return rows.map(({ channel }) => channel).join(', ');
}

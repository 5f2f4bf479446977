import type { CheckRequest } from '#contract/messages';
import { checkRequest } from '#core/detection/schedule';
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

/** One hop of the deployed path. */
export interface Hop {
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
 * Tests the whole deployed path. It requests a run of the control, whose result must appear in the
 * table. It requests an evaluation, whose notice must appear in the ledger as withheld.
 */
export async function proveDeployment(group: string, ports: ProofPorts): Promise<readonly Hop[]> {
  return [...(await proveCheck(ports)), ...(await proveEvaluation(group, ports))];
}

async function proveCheck(ports: ProofPorts): Promise<readonly Hop[]> {
  const { clock, configuration, checkQueue, results } = ports;
  const say = HOP_WORDS[ports.language];
  const check = configuration.catalogue.checks.find(({ type }) => type === 'control');
  if (!check) return [];
  const at = Math.floor(clock.now() / SECOND) * SECOND;
  const request: CheckRequest = checkRequest(
    { check, at, trigger: 'manual', urgent: false },
    undefined,
    configuration,
  );
  return walk(ports, [
    {
      from: say.machine,
      to: say.probes,
      act: async () => {
        await checkQueue.send([request]);
        return say.runAsked(request.run);
      },
    },
    {
      from: say.probes,
      to: say.prober,
      act: () =>
        appears(ports, async () => {
          const result = await results.get(request.service, request.run);
          return result && `${result.result}: ${result.reason}`;
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
      from: say.machine,
      to: say.evaluations,
      act: async () => {
        await evaluations.send({ v: 1, group, at, reason: 'end-to-end' });
        return say.evaluationAsked(group);
      },
    },
    {
      from: say.evaluations,
      to: say.evaluator,
      act: () =>
        appears(ports, async () => {
          const rows = await ledger.ofOutage(proofId({ group, at }));
          const isDone = rows.length > 0 && rows.every(({ state }) => state === 'withheld');
          return isDone ? say.withheld(rows.map(({ channel }) => channel).join(', ')) : undefined;
        }),
    },
  ]);
}

interface Step {
  readonly from: string;
  readonly to: string;
  /** Returns the outcome. Undefined if nothing came in time. */
  act(): Promise<string | undefined>;
}

/** Hops after a failed one are not tried. */
async function walk(
  { clock, language }: ProofPorts,
  steps: readonly Step[],
): Promise<readonly Hop[]> {
  const say = HOP_WORDS[language];
  const hops: Hop[] = [];
  for (const { from, to, act } of steps) {
    if (hops.some(({ state }) => state !== 'good')) {
      hops.push({ from, to, state: 'not-reached', seconds: 0, says: say.notTried });
      continue;
    }
    const begun = clock.now();
    const outcome = await act().catch((error: unknown) => ({ error }));
    const seconds = (clock.now() - begun) / SECOND;
    if (typeof outcome === 'string') hops.push({ from, to, state: 'good', seconds, says: outcome });
    else hops.push({ from, to, state: 'bad', seconds, says: complaint(outcome, say) });
  }
  return hops;
}

function complaint(
  outcome: { readonly error: unknown } | undefined,
  say: (typeof HOP_WORDS)[Language],
): string {
  if (!outcome) return say.nothingCame(LONGEST_MS / SECOND);
  return outcome.error instanceof Error ? outcome.error.message : String(outcome.error);
}

/** Looks repeatedly until it appears. */
async function appears(
  { clock, wait }: ProofPorts,
  look: () => Promise<string | undefined>,
): Promise<string | undefined> {
  const end = clock.now() + LONGEST_MS;
  for (;;) {
    const found = await look();
    if (found !== undefined || clock.now() >= end) return found;
    await wait(PAUSE_MS);
  }
}

import type { CheckRequest } from '#contract/messages';
import { METRICS } from '#contract/metrics';
import { judged } from '#core/classify/judged';
import { defined } from '#core/defined';
import { LATE_AFTER_MS } from '#core/detection/schedule';
import { BonghwaError, UnknownNameError } from '#core/errors';
import type { Clock, Log, Metrics } from '#core/ports/ambient';
import type { EvaluationQueue } from '#core/ports/queues';
import type { EvidenceStore, ResultStore } from '#core/ports/results';
import { soonest } from '#core/run/certificates';
import { type Layer, layerDepth, layersHeld } from '#core/run/layer';
import type { Evidence, Result } from '#core/run/result';
import { type RunRecord, recordOfNothing } from '#core/run/run-record';
import type { Verdict } from '#core/run/verdict';
import type { Instant } from '#core/time/time';
import type { Check, Target } from '#core/watch/catalogue';
import type { Configuration } from '#core/watch/configuration';

/** A run that is ready to start, resolved from the configuration. */
export interface Assignment {
  readonly request: CheckRequest;
  readonly check: Check;
  readonly target: Target;
  /** Deepest layer this run may try. */
  readonly depth: Layer;
}

/** The machine that makes the runs, if it may be too slow for their limits. */
export interface OwnMachine {
  /** Returns the record, or one that blames the machine if that ran out of time. */
  judge(record: RunRecord): RunRecord;
  /** Called when a run was dropped because it began too late. */
  late(scheduledAt: Instant): void;
}

export interface RunCheckPorts {
  readonly clock: Clock;
  readonly results: ResultStore;
  readonly evidence: EvidenceStore;
  readonly evaluations: EvaluationQueue;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly configuration: Configuration;
  readonly vantage: string;
  /** The browser or the prober. Never throws for a fault of the service. */
  readonly perform: (assignment: Assignment) => Promise<RunRecord>;
  readonly ownMachine?: OwnMachine | undefined;
}

/**
 * Runs one check, judges it, stores evidence and result, and requests an evaluation if it matters.
 */
export async function runCheck(
  request: CheckRequest,
  ports: RunCheckPorts,
): Promise<Result | 'late'> {
  const startedAt = ports.clock.now();
  if (startedAt - request.scheduledAt > LATE_AFTER_MS) {
    ports.log.warn('run dropped: too late', { run: request.run });
    ports.ownMachine?.late(request.scheduledAt);
    return 'late';
  }
  const { depth, record } = await perform(request, ports);
  const verdict = judge(record, ports);
  const evidence = await keep(record, verdict, ports);
  const result = toResult({ request, depth, record, verdict, evidence, startedAt }, ports);
  const stored = await ports.results.put(result);
  if (stored === 'stored') measure(result, ports);
  if (request.urgent || result.result !== 'passed') {
    await askForEvaluation(result, ports);
  }
  return result;
}

/** A run that breaks down also gets a result: inconclusive, with the reason. */
async function perform(
  request: CheckRequest,
  ports: RunCheckPorts,
): Promise<Pick<Finished, 'depth' | 'record'>> {
  try {
    const assignment = assign(request, ports.configuration);
    const record = await ports.perform(assignment);
    return { depth: assignment.depth, record: ports.ownMachine?.judge(record) ?? record };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const remedy = error instanceof BonghwaError ? error.remedy : 'Look at the log of this run.';
    ports.log.error('run broke down', { run: request.run, error: message, remedy });
    const fault = { phase: 'monitor', message: `${message} ${remedy}`, timedOut: false } as const;
    return { depth: request.depth as Layer, record: recordOfNothing({ fault }) };
  }
}

/**
 * A control's result concerns every group. If the request fails, the dispatcher requests all groups
 * within a minute. Returning the message would start a second browser.
 */
async function askForEvaluation(
  { check, finishedAt: at, group }: Result,
  { configuration, evaluations, log }: RunCheckPorts,
): Promise<void> {
  const { checks, groups } = configuration.catalogue;
  const isControl = checks.some(({ id, type }) => id === check && type === 'control');
  const concerned = groups.filter(({ id }) => isControl || id === group);
  const sent = await Promise.allSettled(
    concerned.map(({ id }) => evaluations.send({ v: 1, group: id, at, reason: 'result' })),
  );
  for (const outcome of sent) {
    if (outcome.status === 'rejected') {
      log.error('evaluation not asked for', { group, error: String(outcome.reason) });
    }
  }
}

function assign(request: CheckRequest, { catalogue }: Configuration): Assignment {
  const check = catalogue.checks.find(({ id }) => id === request.check);
  const targets = check?.type === 'control' ? catalogue.controls : catalogue.targets;
  const target = targets.find(({ service }) => service === request.service);
  if (!check || !target) {
    throw new UnknownNameError(
      `The check ${request.check} of service ${request.service} is not in the configuration.`,
      'Deploy runner and dispatcher with the same configuration.',
    );
  }
  const asked = request.depth as Layer;
  const depth = layerDepth(asked) < layerDepth(check.depth) ? asked : check.depth;
  return { request, check, target, depth };
}

/** A fault of the classifier is a fault of the monitor, never of the service. */
function judge(record: RunRecord, { log }: RunCheckPorts): Verdict {
  try {
    return judged(record.observation);
  } catch (error) {
    log.error('classifier failed', { error: String(error) });
    return {
      result: 'inconclusive',
      kind: 'monitor-fault',
      layer: record.observation.layer,
      reason: 'The classifier failed on what was seen. Remedy: report it with the evidence.',
      rule: 'classifier-failed',
    };
  }
}

/** Evidence that cannot be stored must not lose the result. */
async function keep(
  record: RunRecord,
  verdict: Verdict,
  { evidence, log }: RunCheckPorts,
): Promise<readonly Evidence[]> {
  const retention = verdict.result === 'passed' ? 'passed' : 'failed';
  const kept = await Promise.allSettled(
    record.artefacts.map((artefact) => evidence.put(artefact, retention)),
  );
  return kept.flatMap((outcome) => {
    if (outcome.status === 'fulfilled') return [outcome.value];
    log.error('evidence not stored', { error: String(outcome.reason) });
    return [];
  });
}

interface Finished {
  readonly request: CheckRequest;
  readonly depth: Layer;
  readonly record: RunRecord;
  readonly verdict: Verdict;
  readonly evidence: readonly Evidence[];
  readonly startedAt: number;
}

function toResult(finished: Finished, { clock, vantage }: RunCheckPorts): Result {
  const { request, depth, record, verdict, evidence, startedAt } = finished;
  return {
    schema: 1,
    ...verdict,
    run: request.run,
    check: request.check,
    service: request.service,
    group: request.group,
    vantage,
    trigger: request.trigger,
    scheduledAt: request.scheduledAt,
    startedAt,
    finishedAt: clock.now(),
    durationMs: Math.round(record.durationMs),
    depth,
    passedLayers: layersHeld(record.passedLayers, verdict),
    attempts: record.attempts,
    steps: record.steps,
    evidence,
    requests: record.requests,
    ...defined({
      phases: record.phases,
      certificates: record.certificates,
      certificateDays: soonest(record.certificates),
      note: record.note?.en,
    }),
  };
}

function measure(result: Result, { metrics }: RunCheckPorts): void {
  // A crashed run only tells the watchdog that we see nothing.
  if (result.kind === 'monitor-fault') {
    metrics.count(METRICS.monitorFault, 1, { check: result.check });
  } else {
    metrics.count(METRICS.resultStored, 1, { service: result.service });
  }
}

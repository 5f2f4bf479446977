import type { CheckRequest } from '#contract/messages';
import { classify } from '#core/classify/classify';
import { defined } from '#core/defined';
import { type Layer, layerDepth } from '#core/run/layer';
import type { Result } from '#core/run/result';
import type { Verdict } from '#core/run/verdict';
import type { FaultMode, Scenario, ScenarioFault } from '#core/scenario/scenario';
import type { Catalogue, CheckType, Target } from '#core/watch/catalogue';
import type { Configuration } from '#core/watch/configuration';
import { FaultIndex } from '#local/simulate/fault-index';
import { type PageVisit, type Walk, walkOf } from '#local/simulate/pages';
import { seededAt, seedOf } from '#local/simulate/random';
import { type Meeting, observationOf, patienceOf } from '#local/simulate/seen';
import { SCOPE } from '#portals/simulated/fault-scope';

/** The simulated portals' defaults for scenarios without a value. */
const DEFAULT_MS: Partial<Record<FaultMode, number>> = { slow: 9_000, 'waiting-room': 3_000 };

/** A healthy run takes between `least` and `least + spread` ms. */
const PACE: Readonly<Record<CheckType, { readonly least: number; readonly spread: number }>> = {
  journey: { least: 1_800, spread: 2_600 },
  probe: { least: 120, spread: 380 },
  control: { least: 60, spread: 200 },
};

/** Longest time from the queue to the start of a run, ms. */
const QUEUE_MS = 900;

export interface WorldOptions {
  readonly scenario: Scenario;
  readonly configuration: Configuration;
  readonly seed: number;
}

interface Place {
  readonly target: Target;
  readonly type: CheckType;
  readonly seed: number;
  /** By depth. */
  readonly walks: Map<string, Walk>;
}

/** The faults at the time of a run, and its own random numbers. */
interface Luck {
  readonly faults: readonly ScenarioFault[];
  readonly random: () => number;
}

/** How deep one run got. */
interface Course {
  readonly verdict: Verdict;
  readonly passedLayers: readonly Layer[];
  readonly extraMs: number;
}

/** Replaces portals, browser and prober: returns the record of a run. */
export class World {
  readonly #faults: FaultIndex;
  readonly #configuration: Configuration;
  readonly #places: ReadonlyMap<string, Place>;
  readonly #passes = new Map<Walk, Course>();
  readonly #verdicts = new Map<string, Verdict>();
  /** Results to copy from, because millions of runs differ in little but their times. */
  readonly #patterns = new Map<Course, Result>();

  constructor({ scenario, configuration, seed }: WorldOptions) {
    this.#faults = new FaultIndex(scenario);
    this.#configuration = configuration;
    this.#places = placesOf(configuration.catalogue, seed);
  }

  /**
   * Undefined while the monitor itself is down: no run, no result. The same run has the same result,
   * whatever other runs there are, so that rules can be compared on the same faults.
   */
  run(request: CheckRequest): Result | undefined {
    const place = this.#places.get(request.check);
    if (!place) return undefined;
    const random = seededAt(place.seed, request.scheduledAt);
    const startedAt = request.scheduledAt + Math.floor(random() * QUEUE_MS);
    const faults = this.#faults.at(request.service, startedAt);
    if (faults.some(({ mode }) => mode === 'monitor-gap')) return undefined;
    const walk = this.#walkOf(request, place);
    const course =
      faults.length === 0 ? this.#passed(walk) : this.#course(walk, place, { faults, random });
    const pace = PACE[place.type];
    const durationMs = pace.least + Math.floor(random() * pace.spread) + course.extraMs;
    return {
      ...(course === this.#passed(walk)
        ? this.#usual(course, request)
        : patternOf(course, request)),
      run: request.run,
      trigger: request.trigger,
      scheduledAt: request.scheduledAt,
      startedAt,
      finishedAt: startedAt + durationMs,
      durationMs,
    };
  }

  #usual(course: Course, request: CheckRequest): Result {
    const known = this.#patterns.get(course);
    if (known) return known;
    const pattern = patternOf(course, request);
    this.#patterns.set(course, pattern);
    return pattern;
  }

  #walkOf({ depth }: CheckRequest, { target, type, walks }: Place): Walk {
    const known = walks.get(depth);
    if (known) return known;
    const walk = walkOf(target, type, depth as Layer);
    walks.set(depth, walk);
    return walk;
  }

  #passed(walk: Walk): Course {
    const known = this.#passes.get(walk);
    if (known) return known;
    const layer = walk.layers.at(-1) ?? 'host';
    const verdict: Verdict = {
      result: 'passed',
      layer,
      rule: 'nothing-held-against',
      reason: 'The page loaded and shows the expected content.',
    };
    const course = { verdict, passedLayers: walk.layers, extraMs: 0 };
    this.#passes.set(walk, course);
    return course;
  }

  /** Page after page until a fault stops the run. Slowness and queues only delay it. */
  #course(walk: Walk, place: Place, luck: Luck): Course {
    let delayed: Verdict | undefined;
    let extraMs = 0;
    for (const visit of walk.visits) {
      const fault = hit(visit, luck);
      if (!fault) continue;
      const meeting = this.#meeting(visit, place, fault);
      const verdict = this.#verdict(meeting);
      extraMs += costOf(meeting);
      if (verdict.result === 'passed') continue;
      if (goesOn(meeting)) {
        delayed = verdict;
        continue;
      }
      return { verdict, passedLayers: before(walk, verdict.layer), extraMs };
    }
    const passed = this.#passed(walk);
    if (!delayed) return extraMs === 0 ? passed : { ...passed, extraMs };
    return { verdict: delayed, passedLayers: walk.layers, extraMs };
  }

  #meeting(visit: PageVisit, { target, type }: Place, fault: ScenarioFault): Meeting {
    const { limits } = this.#configuration;
    const { service } = target;
    const ms = fault.ms ?? DEFAULT_MS[fault.mode];
    const mode = delayedMode(fault.mode, ms, patienceOf(type, limits));
    const layer = layerOf(visit, mode);
    return { mode, service, type, layer, limits, ...defined({ ms }) };
  }

  #verdict(meeting: Meeting): Verdict {
    const key = `${meeting.service} ${meeting.type} ${meeting.mode} ${meeting.layer} ${meeting.ms ?? ''}`;
    const known = this.#verdicts.get(key);
    if (known) return known;
    const verdict = classify(observationOf(meeting));
    this.#verdicts.set(key, verdict);
    return verdict;
  }
}

/** The last fault in the file that this request meets. */
function hit(visit: PageVisit, { faults, random }: Luck): ScenarioFault | undefined {
  return faults.findLast(
    (fault) => inScope(visit, fault.mode) && (fault.share >= 1 || random() < fault.share),
  );
}

function patternOf({ verdict, passedLayers }: Course, request: CheckRequest): Result {
  return {
    schema: 1,
    ...verdict,
    run: request.run,
    check: request.check,
    service: request.service,
    group: request.group,
    vantage: request.vantage,
    trigger: request.trigger,
    scheduledAt: 0,
    startedAt: 0,
    finishedAt: 0,
    durationMs: 0,
    depth: request.depth as Layer,
    passedLayers,
    attempts: 1,
    steps: [],
    evidence: [],
    requests: {},
  };
}

function placesOf(
  { checks, targets, controls }: Catalogue,
  seed: number,
): ReadonlyMap<string, Place> {
  return new Map(
    checks.flatMap(({ id, service, type }) => {
      const among = type === 'control' ? controls : targets;
      const target = among.find((candidate) => candidate.service === service);
      return target
        ? [[id, { target, type, seed: seedOf(`${seed} ${id}`), walks: new Map() }] as const]
        : [];
    }),
  );
}

function inScope({ asked }: PageVisit, mode: FaultMode): boolean {
  if (mode === 'ok' || mode === 'monitor-gap') return false;
  if (mode === 'refuse' || mode === 'monitor-crash') return true;
  return asked.some((one) => SCOPE[mode].includes(one));
}

/** A delay longer than the check's patience is a hang. A hang that ends in time is a delay. */
function delayedMode(mode: FaultMode, ms: number | undefined, patience: number): FaultMode {
  if (ms === undefined || (mode !== 'slow' && mode !== 'hang')) return mode;
  return ms > patience ? 'hang' : 'slow';
}

const CONNECTION: readonly FaultMode[] = ['refuse', 'dns', 'tls-expired', 'monitor-crash'];
const ON_THE_FORM: readonly FaultMode[] = ['login-option-absent', 'changed-form'];

function layerOf(visit: PageVisit, mode: FaultMode): Layer {
  if (CONNECTION.includes(mode)) return visit.connects;
  return ON_THE_FORM.includes(mode) ? 'login-page' : visit.layer;
}

function costOf({ mode, type, limits, ms = 0 }: Meeting): number {
  if (mode === 'slow' || mode === 'waiting-room') return Math.min(ms, limits.queueBudgetMs);
  const waits = mode === 'hang' || mode === 'large-response-stall';
  if (waits || (mode === 'spinner' && type === 'journey')) return patienceOf(type, limits);
  return 0;
}

/** Slowness, and a queue within its budget, end in the requested page. */
function goesOn({ mode, limits, ms = 0 }: Meeting): boolean {
  return mode === 'slow' || (mode === 'waiting-room' && ms <= limits.queueBudgetMs);
}

function before({ layers }: Walk, layer: Layer): readonly Layer[] {
  return layers.filter((candidate) => layerDepth(candidate) < layerDepth(layer));
}

import type { Certificates } from '#core/run/certificates';
import type { Layer } from '#core/run/layer';
import type { Fault, Observation } from '#core/run/observation';
import type { EvidenceType, PhaseTimings, StepRecord } from '#core/run/result';
import type { Localised } from '#core/time/duration';
import type { Instant } from '#core/time/time';

/** Collected evidence: redacted, but not stored yet. */
export interface Artefact {
  readonly type: EvidenceType;
  readonly contentType: string;
  readonly body: Uint8Array;
  /** Name of the step in a picture, and the scheduled time of its run. */
  readonly step?: string;
  readonly takenAt?: Instant;
}

/** Facts of one run from the browser or the prober, without a verdict. */
export interface RunRecord {
  /** At the step where the run stopped, or at the last one. */
  readonly observation: Observation;
  readonly steps: readonly StepRecord[];
  readonly passedLayers: readonly Layer[];
  readonly artefacts: readonly Artefact[];
  readonly requests: Readonly<Record<string, number>>;
  readonly phases?: PhaseTimings;
  /** Certificates of every TLS host on the way. */
  readonly certificates?: Certificates;
  /** Number of tries. Above 1 only after the monitor's own fault. */
  readonly attempts: number;
  readonly durationMs: number;
  /**
   * Pages on the way that nobody has read, only if the order says that the caller reads. The last
   * page is not read either, and the browser has not shown that it works. Absent: all is read.
   */
  readonly unread?: readonly Observation[];
  /** Why it stopped early. */
  readonly note?: Localised;
}

/** Record of a run that saw nothing of the service because of `fault`. */
export function recordOfNothing({
  fault,
  url = '',
  allowedHosts = [],
}: {
  readonly fault: Fault;
  readonly url?: string;
  readonly allowedHosts?: readonly string[];
}): RunRecord {
  return {
    observation: {
      layer: 'host',
      url,
      allowedHosts,
      headers: {},
      title: '',
      text: '',
      elements: [],
      dialogs: [],
      markers: [],
      pending: [],
      fault,
      elapsedMs: 0,
    },
    steps: [],
    passedLayers: [],
    artefacts: [],
    requests: {},
    attempts: 1,
    durationMs: 0,
  };
}

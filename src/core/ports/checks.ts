import type { Layer } from '#core/run/layer';
import type { RunRecord } from '#core/run/run-record';
import type { Credentials } from '#core/run/secret';
import type { Instant } from '#core/time/time';
import type { Target } from '#core/watch/catalogue';
import type { Limits } from '#core/watch/configuration';

export interface Secrets {
  /** Throws SecretMissingError. */
  credentials(service: string): Promise<Credentials>;
}

export interface JourneyOrder {
  readonly target: Target;
  /** Name of the journey, e.g. `login`. */
  readonly journey: string;
  readonly depth: Layer;
  readonly credentials?: Credentials;
  readonly limits: Limits;
  readonly userAgentContact: string;
  readonly blockedHosts: readonly string[];
  /** Keep a picture of each step that ends well. `at`: scheduled time of the run. */
  readonly pictures?: { readonly at: Instant };
  /** Record a trace of the run, kept with its other evidence. */
  readonly trace?: boolean;
  /** The caller reads the pages that look calm, if the record names them (`RunRecord.unread`). */
  readonly callerReads?: boolean;
  /** Called when a step ends, for people who watch. */
  readonly onStep?: (step: RunRecord['steps'][number]) => void;
}

export interface JourneyRunner {
  /** Always returns a record within its deadline. A fault of ours is in the record, not thrown. */
  run(order: JourneyOrder): Promise<RunRecord>;
}

export interface ProbeOrder {
  readonly target: Target;
  readonly limits: Limits;
  readonly userAgentContact: string;
}

export interface Prober {
  probe(order: ProbeOrder): Promise<RunRecord>;
}

import type { Scenario, ScenarioFault } from '#core/scenario/scenario';
import { HOUR, type Instant } from '#core/time/time';

const NONE: readonly ScenarioFault[] = [];

/** Finds a service's fault by the hour, because a year has thousands of them. */
export class FaultIndex {
  readonly #byService = new Map<string, Map<number, ScenarioFault[]>>();

  constructor({ faults }: Scenario) {
    for (const fault of faults) {
      for (const service of fault.services) this.#add(service, fault);
    }
  }

  /** Active faults at `at`, in the order of the file. */
  at(service: string, at: Instant): readonly ScenarioFault[] {
    const hour = this.#byService.get(service)?.get(Math.floor(at / HOUR));
    return hour === undefined ? NONE : hour.filter((fault) => at >= fault.from && at < fault.to);
  }

  #add(service: string, fault: ScenarioFault): void {
    const hours = this.#byService.get(service) ?? new Map<number, ScenarioFault[]>();
    this.#byService.set(service, hours);
    for (let hour = Math.floor(fault.from / HOUR); hour * HOUR < fault.to; hour += 1) {
      const faults = hours.get(hour);
      if (faults) faults.push(fault);
      else hours.set(hour, [fault]);
    }
  }
}

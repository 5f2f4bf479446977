/** Who hears a notice, by how many services a subscriber asked for. */
export interface Audience {
  /** Subscribers without a choice of services. */
  readonly whole: boolean;
  /** Subscribers of several services hear it when one of theirs is here. */
  readonly several: readonly string[];
  /** Subscribers of one service hear it when it is here. */
  readonly alone: readonly string[];
}

/**
 * By service: what its own subscribers heard last, since the end of the whole outage was told.
 * Absent: nothing.
 */
export type Heard = Readonly<Record<string, 'begin' | 'end'>>;

/** A notice's audience, and what everybody has heard after it. */
export interface Hearing {
  readonly to: Audience;
  readonly heard: Heard;
}

function all(services: readonly string[], what: Heard[string]): Heard {
  return Object.fromEntries(services.map((service) => [service, what]));
}

/** Services whose own subscribers wait for the end. */
export function awaitingEnd(heard: Heard): readonly string[] {
  return Object.keys(heard).filter((service) => heard[service] === 'begin');
}

/** `services` are down: for everybody, or for their own subscribers where the rest knows already. */
export function hearBegin(heard: Heard, services: readonly string[], whole: boolean): Hearing {
  return {
    to: {
      whole,
      // They hear one end, that of the whole outage, so each service rings them once before it.
      several: services.filter((service) => heard[service] === undefined),
      alone: services.filter((service) => heard[service] !== 'begin'),
    },
    heard: { ...heard, ...all(services, 'begin') },
  };
}

/** `services` work again while others are down. */
export function hearOwnEnd(heard: Heard, services: readonly string[]): Hearing {
  return {
    to: { whole: false, several: [], alone: services },
    heard: { ...heard, ...all(services, 'end') },
  };
}

/** The whole outage is over. */
export function hearEnd(heard: Heard): Hearing {
  return {
    to: { whole: true, several: Object.keys(heard), alone: awaitingEnd(heard) },
    heard: {},
  };
}

/** Neither a begin nor an end: those who know of the outage hear more about `services`. */
export function hearMore(heard: Heard, services: readonly string[]): Hearing {
  return {
    to: {
      whole: true,
      several: services.filter((service) => heard[service] !== undefined),
      alone: services.filter((service) => heard[service] === 'begin'),
    },
    heard,
  };
}

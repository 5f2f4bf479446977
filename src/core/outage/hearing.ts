/** Audience of a notice, by the number of services that a subscriber chose. */
export interface Audience {
  /** Includes subscribers without a choice of services. */
  readonly whole: boolean;
  /** Includes subscribers of several services if their selection is listed: `selectionOf`. */
  readonly several: readonly string[];
  /** Includes subscribers of one service if it is listed. */
  readonly alone: readonly string[];
}

/** One key for all who chose the same services. */
export function selectionOf(services: readonly string[]): string {
  return [...new Set(services)].sort().join(' ');
}

/** By service: the last message to its own subscribers. Absent: none. */
export type Heard = Readonly<Record<string, 'begin' | 'end'>>;

/** A notice's audience, and what everybody has heard after it. */
export interface Hearing {
  readonly to: Audience;
  readonly heard: Heard;
}

/** The services of a notice and their context. */
export interface News {
  readonly services: readonly string[];
  /** Each set of several services that somebody subscribed to. */
  readonly selections: readonly (readonly string[])[];
}

function all(services: readonly string[], what: Heard[string]): Heard {
  return Object.fromEntries(services.map((service) => [service, what]));
}

/** Services whose own subscribers wait for the end. */
export function awaitingEnd(heard: Heard): readonly string[] {
  return Object.keys(heard).filter((service) => heard[service] === 'begin');
}

/** True if subscribers of `services` have heard a begin and wait for the end. */
function waits(heard: Heard, services: readonly string[]): boolean {
  return services.some((service) => heard[service] === 'begin');
}

function named(selections: News['selections']): readonly string[] {
  return selections.map(selectionOf);
}

function concerned({ services, selections }: News): News['selections'] {
  return selections.filter((selection) => selection.some((one) => services.includes(one)));
}

/**
 * `services` are down. For everybody, or only for their own subscribers if the others already know.
 */
export function hearBegin(heard: Heard, news: News, whole: boolean): Hearing {
  return {
    to: {
      whole,
      several: named(concerned(news).filter((selection) => !waits(heard, selection))),
      alone: news.services.filter((service) => !waits(heard, [service])),
    },
    heard: { ...heard, ...all(news.services, 'begin') },
  };
}

/** `services` work again while others are down. */
export function hearOwnEnd(heard: Heard, services: readonly string[]): Hearing {
  return {
    to: { whole: false, several: [], alone: services },
    heard: { ...heard, ...all(services, 'end') },
  };
}

/** Selections without any service down, once `services` work again. */
export function overWith(heard: Heard, news: News): News['selections'] {
  const after = hearOwnEnd(heard, news.services).heard;
  return concerned(news).filter((selection) => waits(heard, selection) && !waits(after, selection));
}

/**
 * The last service of a selection works again. Its subscribers hear one end for all their services.
 */
export function hearEndOf(heard: Heard, selection: readonly string[]): Hearing {
  return { to: { whole: false, several: [selectionOf(selection)], alone: [] }, heard };
}

/** The outage is over, except for `services`, which continue as their own outage. */
export function hearEnd(heard: Heard, { services, selections }: News): Hearing {
  const left = (selection: readonly string[]) =>
    waits(
      heard,
      selection.filter((one) => services.includes(one)),
    );
  return {
    to: {
      whole: true,
      several: named(selections.filter((selection) => waits(heard, selection) && !left(selection))),
      alone: awaitingEnd(heard).filter((service) => !services.includes(service)),
    },
    heard: all(
      Object.keys(heard).filter((service) => !services.includes(service)),
      'end',
    ),
  };
}

/** Neither begin nor end: people who know about the outage hear more about `services`. */
export function hearMore(heard: Heard, news: News): Hearing {
  return {
    to: {
      whole: true,
      several: named(concerned(news).filter((selection) => waits(heard, selection))),
      alone: news.services.filter((service) => waits(heard, [service])),
    },
    heard,
  };
}

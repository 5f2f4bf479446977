/** Who hears a notice, by how many services a subscriber asked for. */
export interface Audience {
  /** Subscribers without a choice of services. */
  readonly whole: boolean;
  /** Subscribers of several services hear it when their selection is here: `selectionOf`. */
  readonly several: readonly string[];
  /** Subscribers of one service hear it when it is here. */
  readonly alone: readonly string[];
}

/** One name for all who subscribed to the same services. */
export function selectionOf(services: readonly string[]): string {
  return [...new Set(services)].sort().join(' ');
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

/** What is told of whom. */
export interface News {
  readonly services: readonly string[];
  /** Each group of several services that somebody subscribed to. */
  readonly selections: readonly (readonly string[])[];
}

function all(services: readonly string[], what: Heard[string]): Heard {
  return Object.fromEntries(services.map((service) => [service, what]));
}

/** Services whose own subscribers wait for the end. */
export function awaitingEnd(heard: Heard): readonly string[] {
  return Object.keys(heard).filter((service) => heard[service] === 'begin');
}

/** Who subscribed to `services` has heard a begin and waits for the end. */
function waits(heard: Heard, services: readonly string[]): boolean {
  return services.some((service) => heard[service] === 'begin');
}

function named(selections: News['selections']): readonly string[] {
  return selections.map(selectionOf);
}

function concerned({ services, selections }: News): News['selections'] {
  return selections.filter((selection) => selection.some((one) => services.includes(one)));
}

/** `services` are down: for everybody, or for their own subscribers where the rest knows already. */
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

/** Selections of which nothing is down any more, once `services` work again. */
export function overWith(heard: Heard, news: News): News['selections'] {
  const after = hearOwnEnd(heard, news.services).heard;
  return concerned(news).filter((selection) => waits(heard, selection) && !waits(after, selection));
}

/** The last service of a selection works again: they hear one end, of all theirs. */
export function hearEndOf(heard: Heard, selection: readonly string[]): Hearing {
  return { to: { whole: false, several: [selectionOf(selection)], alone: [] }, heard };
}

/** The whole outage is over, but for `services`, which go on as an outage of their own. */
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
    heard: {},
  };
}

/** Neither a begin nor an end: those who know of the outage hear more about `services`. */
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

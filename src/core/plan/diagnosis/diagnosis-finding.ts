/** `bad` keeps notices from people or makes a statement false. `unknown` was not checked. */
export type FindingState = 'good' | 'warning' | 'bad' | 'unknown';

export interface Finding {
  readonly about: string;
  readonly state: FindingState;
  readonly says: string;
  readonly remedy?: string;
}

export function good(about: string, says: string): Finding {
  return { about, state: 'good', says };
}

export function warning(about: string, says: string, remedy: string): Finding {
  return { about, state: 'warning', says, remedy };
}

export function bad(about: string, says: string, remedy: string): Finding {
  return { about, state: 'bad', says, remedy };
}

export function unknown(about: string, says: string, remedy: string): Finding {
  return { about, state: 'unknown', says, remedy };
}

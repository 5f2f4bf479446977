import { describe, expect, it } from 'vitest';
import { CHECK_EVENTS, type CheckEvent, nextState, TRANSITIONS } from '#core/detection/table';

/**
 * In the order of CHECK_EVENTS: u up, s suspect, d down, r recovering, g degraded, m maintenance, ?
 * unknown.
 */
const CELLS = {
  //            good slow mixed bad confirmed passing recovered neutral silent window window-over
  up: 'u g u s d r u u ? m u',
  suspect: 'u g s s d r u s ? m s',
  down: 'u g r d d r u d ? m d',
  recovering: 'u g r d d r u r ? m r',
  degraded: 'u g g s d r u g ? m g',
  maintenance: 'm m m m m m m m m m ?',
  unknown: 'u g s s d r u ? ? m ?',
} as const;

const NAMES = {
  u: 'up',
  s: 'suspect',
  d: 'down',
  r: 'recovering',
  g: 'degraded',
  m: 'maintenance',
  '?': 'unknown',
} as const;

type Shown = keyof typeof CELLS;

const cells = (Object.keys(CELLS) as Shown[]).flatMap((state) =>
  CELLS[state].split(' ').map((letter, index): [Shown, CheckEvent, string] => {
    return [state, CHECK_EVENTS[index] as CheckEvent, NAMES[letter as keyof typeof NAMES]];
  }),
);

describe('the table of check states', () => {
  it('has a cell for every state and event', () => {
    expect(cells).toHaveLength(Object.keys(TRANSITIONS).length * CHECK_EVENTS.length);
  });

  it.each(cells)('%s, when %s, becomes %s', (state, event, next) => {
    expect(nextState(state, event)).toBe(next);
  });
});

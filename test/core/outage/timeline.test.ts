import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEntry, type TimelineEntry } from '#core/outage/timeline';
import { LAYERS } from '#core/run/layer';
import { KINDS } from '#core/run/verdict';

const word = fc.string({ minLength: 1 });
const layer = fc.constantFrom(...LAYERS);
const kind = fc.constantFrom(...KINDS);
const at = fc.nat();

const entries: fc.Arbitrary<TimelineEntry> = fc.oneof(
  fc.record({ at, type: fc.constant('suspect' as const), service: word, layer, kind }),
  fc.record({
    at,
    type: fc.constant('service-down' as const),
    service: word,
    check: word,
    layer,
    kind,
  }),
  fc.record({ at, type: fc.constant('recovering' as const), service: word, check: word }),
  fc.record({
    at,
    type: fc.constantFrom('service-up' as const, 'reopened' as const),
    service: word,
  }),
  fc.record({ at, type: fc.constantFrom('opened' as const, 'closed' as const) }),
  fc.record({ at, type: fc.constant('cause' as const), layer, kind }),
  fc.record({
    at,
    type: fc.constant('notice' as const),
    seq: fc.nat(),
    as: fc.constantFrom('opened' as const, 'reopened' as const),
  }),
  fc.record({
    at,
    type: fc.constantFrom('note' as const, 'silenced' as const, 'maintenance-declared' as const),
    by: word,
    text: word,
  }),
  fc.record({ at, type: fc.constant('silenced' as const), by: word, text: word, until: fc.nat() }),
  fc.record({
    at,
    type: fc.constantFrom('acknowledged' as const, 'silence-lifted' as const, 'drill' as const),
    by: word,
  }),
  fc.record({ at, type: fc.constant('written' as const), was: word, text: word }),
);

describe('an entry of the timeline', () => {
  it('is the same after it was stored and read', () => {
    fc.assert(
      fc.property(entries, (entry) => {
        expect(readEntry(JSON.parse(JSON.stringify(entry)))).toEqual(entry);
      }),
    );
  });

  it('does not depend on a sentence that stands beside its facts', () => {
    fc.assert(
      fc.property(entries, word, (entry, text) => {
        fc.pre(!('text' in entry));
        expect(readEntry({ ...entry, text })).toEqual(entry);
      }),
    );
  });

  it.each([
    [{ type: 'cause', text: 'The cause now looks like dns at host.' }, 'written'],
    [{ type: 'notice', text: 'Notice moel-20240718-0915#1: opened.' }, 'written'],
    [{ type: 'something-new', text: 'Odd.', by: 'x' }, 'written'],
    [{ type: 'closed', text: 'Every service works again.' }, 'closed'],
    [{ type: 'note', by: 'minji', text: 'Silenced: deployment' }, 'note'],
  ])('of an older version, %j, is read as %s', (old, type) => {
    const read = readEntry({ at: 1, ...old });
    expect(read.type).toBe(type);
    if (read.type === 'written') expect(read).toMatchObject({ was: old.type, text: old.text });
  });
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { defined } from '#core/defined';
import { eventOf } from '#core/notice/event';
import type { NoticeType } from '#core/outage/telling';
import { KINDS } from '#core/run/verdict';
import { NOTICE_TYPES } from '#core/watch/webhooks';
import { CONTEXT, ENGLISH, noticeOf, SIX } from '../../support/notices.ts';
import { incidentOf, outageOf } from '../../support/outages.ts';

const schema = z.fromJSONSchema(JSON.parse(readFileSync('docs/events.schema.json', 'utf8')));
const page = readFileSync('docs/events.md', 'utf8');

interface Example {
  readonly source: string;
  readonly 'detail-type': string;
  readonly detail: { readonly type: NoticeType };
}

const examples = [...page.matchAll(/```json\n([^`]+)```/g)].map(
  ([, json = '']) => JSON.parse(json) as Example,
);

/** The outage of the examples. */
const outage = outageOf(['work24', 'eps'], {
  unaffected: SIX.filter((id) => id !== 'work24' && id !== 'eps'),
});

describe('the page on events', () => {
  it('shows an opened, a closed, an attention and a blip, as they are sent', () => {
    expect(examples.map(({ detail }) => detail.type)).toEqual([
      'opened',
      'closed',
      'attention',
      'blip',
    ]);
    for (const { source, 'detail-type': detailType, detail } of examples) {
      expect({ source, detailType }).toEqual({
        source: 'bonghwa',
        detailType: `outage.${detail.type}`,
      });
      expect(detail).toEqual(eventOf(noticeOf(detail.type, { outage }), CONTEXT));
      expect(schema.safeParse(detail).error).toBeUndefined();
    }
  });

  it('names every field of the schema', () => {
    const fields = new Set<string>();
    JSON.parse(readFileSync('docs/events.schema.json', 'utf8'), (key, value: unknown) => {
      if (key === 'properties') for (const name of Object.keys(value as object)) fields.add(name);
      return value;
    });
    const missing = [...fields].filter(
      (name) => !page.includes(`\`${name}\``) && !page.includes(`"${name}"`),
    );
    expect(missing).toEqual([]);
  });
});

describe('an event', () => {
  it('fits the published schema for every kind of notice', () => {
    const orders = fc.record({
      type: fc.constantFrom(...NOTICE_TYPES),
      services: fc.subarray([...SIX, 'gone'], { minLength: 1 }),
      kind: fc.constantFrom(...KINDS),
      failedShare: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
      after: fc.constantFrom(null, 1_721_261_680_123),
      drill: fc.constantFrom(undefined, true as const),
      change: fc.constantFrom(undefined, { added: ['eps'], removed: [] }),
      context: fc.constantFrom(CONTEXT, ENGLISH, { ...CONTEXT, apiUrl: '', stage: 'dev' }),
    });
    fc.assert(
      fc.property(
        orders,
        ({ type, services, kind, failedShare, after, drill, change, context }) => {
          const plain = outageOf(services);
          const startedBetween = { after, by: 1_721_261_720_000 };
          const record = outageOf(services, {
            incidents: services.map((service) => incidentOf(service, { kind, startedBetween })),
            startedBetween,
            cause: { ...plain.cause, kind, ...defined({ failedShare }) },
            ...defined({ drill }),
          });
          const order = { outage: record, context, ...defined({ change }) };
          const event = eventOf(noticeOf(type, order), context);
          const sent: unknown = JSON.parse(JSON.stringify(event));
          expect(schema.safeParse(sent).error).toBeUndefined();
          expect(event.drill).toBe(drill === true && type !== 'attention' && type !== 'blip');
        },
      ),
    );
  });

  it('that an older version ordered has its title and its services', () => {
    const { facts: _, ...older } = noticeOf('opened');
    const event = eventOf(older, CONTEXT);
    expect(schema.safeParse(event).error).toBeUndefined();
    expect(event.services.map(({ id }) => id)).toEqual(SIX);
  });

  it('is refused by the schema when a field is missing or unknown', () => {
    const { title: _, ...untitled } = eventOf(noticeOf('opened'), CONTEXT);
    expect(schema.safeParse(untitled).success).toBe(false);
    expect(schema.safeParse({ ...eventOf(noticeOf('opened'), CONTEXT), more: 1 }).success).toBe(
      false,
    );
  });
});

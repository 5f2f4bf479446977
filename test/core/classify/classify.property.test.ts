import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify } from '#core/classify/classify';
import { WATCHED_SELECTORS } from '#core/classify/elements';
import { RESULT_OF } from '#core/classify/finding';
import { LAYERS } from '#core/run/layer';
import { FAULT_PHASES, type Fault, type Observation } from '#core/run/observation';
import { CORPUS } from './corpus/corpus.ts';

const snippet = fc.constantFrom(...CORPUS.flatMap(({ seen }) => [seen.text, seen.title]));
const text = fc.oneof(
  snippet,
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.tuple(snippet, snippet).map((parts) => parts.join('\n')),
);
const code = fc.constantFrom('net::ERR_TIMED_OUT', 'ECONNREFUSED', 'net::ERR_ABORTED', 'ENOTFOUND');

const fault: fc.Arbitrary<Fault> = fc
  .record({
    phase: fc.constantFrom(...FAULT_PHASES),
    message: fc.string(),
    timedOut: fc.boolean(),
    code: fc.option(code, { nil: undefined }),
  })
  .map(({ code: known, ...rest }) => (known ? { ...rest, code: known } : rest));

const base = fc.record({
  layer: fc.constantFrom(...LAYERS),
  url: fc.oneof(fc.webUrl(), fc.string()),
  allowedHosts: fc.array(fc.domain(), { maxLength: 2 }),
  headers: fc.constant({}),
  title: text,
  text,
  elements: fc.array(fc.constantFrom(...WATCHED_SELECTORS), { maxLength: 3 }),
  dialogs: fc.array(fc.record({ type: fc.constant('alert' as const), message: text }), {
    maxLength: 2,
  }),
  markers: fc.array(fc.record({ name: fc.string(), expected: fc.boolean(), found: fc.boolean() }), {
    maxLength: 2,
  }),
  pending: fc.array(
    fc.record({
      url: fc.webUrl(),
      waitedMs: fc.nat(),
      resource: fc.constantFrom('document', 'xhr', 'script'),
    }),
    { maxLength: 2 },
  ),
  elapsedMs: fc.nat(120_000),
});
const rest: fc.Arbitrary<Partial<Observation>> = fc.record(
  {
    finalUrl: fc.oneof(fc.webUrl(), fc.string()),
    status: fc.constantFrom(0, 200, 204, 302, 400, 403, 404, 429, 500, 503, 599, 999),
    slowAfterMs: fc.nat(20_000),
    waitedInQueueMs: fc.nat(90_000),
    queueBudgetMs: fc.nat(90_000),
    contentType: fc.constantFrom('text/html', 'application/json', ''),
    fault,
  },
  { requiredKeys: [] },
);
const observation = fc.tuple(base, rest).map(([must, may]): Observation => ({ ...must, ...may }));

describe('a verdict on anything at all', () => {
  it('follows the table of kinds, and names rule and reason', () => {
    fc.assert(
      fc.property(observation, (seen) => {
        const verdict = classify(seen);
        expect(verdict.rule).not.toBe('');
        expect(verdict.reason).toMatch(/\.$/);
        expect(verdict.layer).toBe(seen.layer);
        expect((verdict.matched ?? '').length).toBeLessThanOrEqual(120);
        if (verdict.kind === undefined) {
          expect(verdict).toMatchObject({ result: 'passed' });
          expect(verdict.signature).toBeUndefined();
        } else {
          const queue = verdict.kind === 'waiting-room' ? ['degraded', 'failed'] : [];
          expect([RESULT_OF[verdict.kind], ...queue]).toContain(verdict.result);
          expect(verdict.signature).toMatch(/^[0-9a-f]{16}$/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never holds a fault of the monitor against the service', () => {
    const ours = fc.constantFrom('browser' as const, 'monitor' as const);
    fc.assert(
      fc.property(observation, fault, ours, (seen, cause, phase) => {
        const verdict = classify({ ...seen, fault: { ...cause, phase } });
        expect(verdict).toMatchObject({ result: 'inconclusive', kind: 'monitor-fault' });
      }),
      { numRuns: 100 },
    );
  });

  it('never passes while something expected is missing', () => {
    fc.assert(
      fc.property(observation, (seen) => {
        const missing = { name: 'wanted', expected: true, found: false };
        const { result, kind } = classify({ ...seen, markers: [missing] });
        expect([result, kind]).not.toEqual(['passed', undefined]);
        expect(kind).not.toBe('slow');
      }),
      { numRuns: 100 },
    );
  });

  it('never names people ahead outside a queue, or a database outside an error', () => {
    fc.assert(
      fc.property(observation, (seen) => {
        const { kind, peopleAhead, databaseText } = classify(seen);
        if (peopleAhead !== undefined) expect(kind).toBe('waiting-room');
        if (databaseText) expect(['error-page', 'http-error']).toContain(kind);
      }),
      { numRuns: 100 },
    );
  });
});

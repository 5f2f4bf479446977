import { describe, expect, it } from 'vitest';
import { KINDS } from '#core/run/verdict';
import { SERVED_SETS, servedPages } from './corpus/after-real-pages/after-real-pages.ts';

const pages = SERVED_SETS.flatMap(servedPages);

describe('the pages after real ones', () => {
  it('are at least 500, and 250 of them are healthy', () => {
    const healthy = pages.filter(({ label }) => label === 'passed');
    expect(pages.length).toBeGreaterThanOrEqual(500);
    expect(healthy.length).toBeGreaterThanOrEqual(250);
  });

  it('say where they come from and why they are labelled so', () => {
    expect(pages.filter(({ source, reason }) => !source || !reason)).toEqual([]);
  });

  it('have a known label and a name of their own', () => {
    const labels: readonly string[] = ['passed', ...KINDS];
    const given = pages.flatMap(({ label, also = [] }) => [label, ...also]);
    expect(given.filter((label) => !labels.includes(label))).toEqual([]);
    expect(new Set(pages.map(({ name }) => name)).size).toBe(pages.length);
  });

  it('were checked for exactly the expected text', () => {
    const unlike = pages.filter(({ expected, seen }) => seen.markers.length !== (expected ? 1 : 0));
    expect(unlike.map(({ name }) => name)).toEqual([]);
  });

  it('show the expected text if they are healthy', () => {
    const healthy = pages.filter(({ label }) => label === 'passed');
    const lacking = healthy.filter(({ seen }) => seen.markers.some(({ found }) => !found));
    expect(lacking.map(({ name }) => name)).toEqual([]);
  });

  it.each(SERVED_SETS)('were all judged at first sight: $name', (set) => {
    expect(servedPages(set)).toHaveLength(set.firstSight.pages);
  });
});

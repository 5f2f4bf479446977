import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadConfiguration } from '#local/configuration';
import { makePlan } from '../../../bin/plan/make-plan.ts';

/** The last number of a cell, with its thousands separators. */
function numberAt(cell = ''): number {
  return Number(/[\d,.]+(?= GB$|$)/.exec(cell.trim())?.[0].replaceAll(',', ''));
}

describe('docs/cost.md', () => {
  it('works out by hand what the plan says, line by line, within 5 percent', async () => {
    const { cost } = makePlan(await loadConfiguration(), Date.now());
    const rows = new Map(
      readFileSync('docs/cost.md', 'utf8')
        .split('\n')
        .map((line) => line.split('|').map((cell) => cell.trim()))
        .filter((cells) => cells.length === 5)
        .map(([, item = '', units, usd]) => [item, numberAt(units) * numberAt(usd)]),
    );
    const counted = cost.lines.filter(({ listUsd }) => listUsd >= 0.005);
    const apart = counted.filter(
      ({ item, listUsd }) => Math.abs((rows.get(item) ?? 0) / listUsd - 1) > 0.05,
    );
    expect(apart.map(({ item, listUsd }) => [item, listUsd, rows.get(item)])).toEqual([]);
    const sum = counted.reduce((total, { item }) => total + (rows.get(item) ?? 0), 0);
    expect(Math.abs(sum / cost.listUsd - 1)).toBeLessThan(0.05);
  });

  it('has the figures of the plan, which stay within 17 dollars, 5 with the free tier', async () => {
    const { cost, hosts } = makePlan(await loadConfiguration(), Date.now());
    const page = readFileSync('docs/cost.md', 'utf8');
    const figures = [
      cost.listUsd,
      cost.withFreeTierUsd,
      cost.fixedEgressUsd,
      cost.perWaitingSecondUsd,
    ];
    for (const usd of figures) expect(page).toContain(`| ${usd.toFixed(2)} |`);
    for (const { host, pagesPerDay } of hosts) {
      expect(page).toContain(`| ${host} | ${pagesPerDay.toLocaleString('en-US')} |`);
      expect(pagesPerDay).toBeLessThanOrEqual(8_000);
    }
    expect(cost.listUsd).toBeLessThanOrEqual(17);
    expect(cost.withFreeTierUsd).toBeLessThanOrEqual(5);
  });
});

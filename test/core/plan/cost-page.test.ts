import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadConfiguration } from '#local/configuration';
import { makePlan } from '../../../bin/plan/make-plan.ts';

describe('docs/cost.md', () => {
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

import { createJourneyRunner } from '#adapters/chromium/journey-runner';
import { judged } from '#core/classify/judged';
import { journeys } from '#portals/registry';
import { readAssignment, report } from './assignment.ts';
import { orderOf } from './order.ts';

/** A check on one machine, as `check` makes it: this process reads the pages too. */
const assignment = readAssignment();
const runner = createJourneyRunner({ journeys, processModel: 'multi' });
const milliseconds: number[] = [];
for (let run = 0; run < assignment.runs; run += 1) {
  const start = performance.now();
  const record = await runner.run(orderOf(assignment));
  milliseconds.push(performance.now() - start);
  const verdict = judged(record.observation);
  if (verdict.result !== 'passed') throw new Error(`${verdict.kind}: ${verdict.reason}`);
}
report({ milliseconds });

import { createJourneyRunner } from '#adapters/chromium/journey-runner';
import { judged } from '#core/classify/judged';
import { Secret } from '#core/run/secret';
import { DEFAULT_LIMITS } from '#core/watch/defaults';
import { catalogue } from '#portals/catalogues';
import { journeys } from '#portals/registry';
import { readAssignment, report } from './assignment.ts';

const { baseUrl, userId, password, runs, pictures } = readAssignment();
const target = catalogue.targets.find(({ service }) => service === 'work24');
if (!target) throw new Error('the catalogue has lost work24');
const runner = createJourneyRunner({ journeys, processModel: 'multi' });
const milliseconds: number[] = [];
for (let run = 0; run < runs; run += 1) {
  const start = performance.now();
  const record = await runner.run({
    target: { ...target, baseUrl, alsoHosts: [] },
    journey: 'login',
    depth: 'session',
    credentials: { userId: new Secret(userId), password: new Secret(password) },
    limits: DEFAULT_LIMITS,
    userAgentContact: '',
    blockedHosts: [],
    ...(pictures ? { pictures: { at: Date.now() } } : {}),
  });
  milliseconds.push(performance.now() - start);
  const verdict = judged(record.observation);
  if (verdict.result !== 'passed') throw new Error(`${verdict.kind}: ${verdict.reason}`);
}
report(milliseconds);

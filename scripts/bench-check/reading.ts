import { readFileSync } from 'node:fs';
import { decodeRecord } from '#adapters/browser-function/record-wire';
import { judged } from '#core/classify/judged';
import { report } from './assignment.ts';

/** What the runner does with the pages that the browser left: first cold, then warm. */
const ROUNDS = 20;

const answer = readFileSync(0, 'utf8');
const milliseconds: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const { observation, unread = [] } = decodeRecord(JSON.parse(answer));
  const before = process.cpuUsage();
  for (const seen of [...unread, observation]) judged(seen);
  const { user, system } = process.cpuUsage(before);
  milliseconds.push((user + system) / 1_000);
}
report({ milliseconds });

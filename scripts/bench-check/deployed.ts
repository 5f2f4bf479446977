import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readAssignment, report } from './assignment.ts';

/** The browser's function as `cdk synth` bundles it. The parent process plays the runner. */
const { asset = '', order = '{}', runs } = readAssignment();
// Lambda starts a function in the folder of its code.
process.chdir(asset);
const { handler } = await import(pathToFileURL(join(asset, 'index.mjs')).href);
const milliseconds: number[] = [];
let answer: unknown;
for (let run = 0; run < runs; run += 1) {
  const start = performance.now();
  answer = await handler(JSON.parse(order));
  milliseconds.push(performance.now() - start);
}
report({ milliseconds, answer });

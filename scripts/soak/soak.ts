import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { nodeOptions } from '#contract/functions';

/** The soak in a process of its own, whose Node runs as the deployed browser function's does. */
const { status } = spawnSync(
  process.execPath,
  [join(import.meta.dirname, 'process.ts'), ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, NODE_OPTIONS: nodeOptions('browser') } },
);
process.exitCode = status ?? 1;

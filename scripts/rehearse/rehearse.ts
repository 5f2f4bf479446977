import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultConfiguration } from '#local/configuration';
import { startPortals } from '#local/portals/portals';
import { templates } from './assembly.ts';
import { installTools, missingTool, startEmulator } from './emulator.ts';
import { everyOption } from './every-option.ts';
import { deployedAgain, lifeOfAStage } from './life.ts';
import { FOLDER } from './rehearsal.ts';
import { Report } from './report.ts';
import { runCommand } from './run-command.ts';
import { synthesized, variantsOf } from './variants.ts';

/**
 * `npm run rehearse [-- --part life|again|options]`: deploys for real, to an AWS emulator on loopback. A
 * first deployment that fails half-way, a tick, an outage and its notice, an update and a roll-back
 * under load, destroy, deploy again over what was kept; then every option. Needs Python 3.10 and
 * PyPI the first time.
 */

const PARTS = ['life', 'again', 'options'] as const;

const { values } = parseArgs({ options: { part: { type: 'string' } } });
/** `again` is also the end of `life`. */
const parts = PARTS.filter((part) =>
  values.part === undefined ? part !== 'again' : part === values.part,
);
const report = new Report();

async function main(): Promise<void> {
  if (parts.length === 0) throw new Error(`--part takes one of: ${PARTS.join(', ')}`);
  const missing = await missingTool();
  if (missing) {
    console.log(`Rehearsal skipped: ${missing}`);
    return;
  }
  mkdirSync(FOLDER, { recursive: true });
  const stops: (() => unknown)[] = [];
  try {
    const bin = await report.step(
      'install the emulator and cfn-lint',
      () => installTools(FOLDER),
      (path) => path,
    );
    const home = mkdtempSync(join(tmpdir(), 'bonghwa-rehearsal-'));
    stops.push(() => rmSync(home, { recursive: true, force: true }));
    const portals = await startPortals({ catalogue: defaultConfiguration().catalogue });
    stops.push(portals.stop);
    const variants = variantsOf(portals);
    const assemblyOf = (name: keyof typeof variants) =>
      synthesized(name, variants[name], { home, report });
    const emulator = await startEmulator({ bin, folder: FOLDER, temporary: home });
    stops.push(emulator.stop);
    const rehearsal = { report, home, portals, endpoint: emulator.endpoint };
    if (parts.includes('life')) {
      const assemblies = { first: await assemblyOf('first'), update: await assemblyOf('update') };
      await lint(bin, assemblies.first);
      await lifeOfAStage(rehearsal, assemblies, variants.first);
    }
    if (parts.includes('again')) {
      await deployedAgain(rehearsal, await assemblyOf('first'), variants.first);
    }
    if (parts.includes('options')) {
      const assembly = await assemblyOf('full');
      await lint(bin, assembly);
      await everyOption(rehearsal, assembly, variants.full);
    }
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

async function lint(bin: string, assembly: string): Promise<void> {
  await report.step(
    'cfn-lint',
    () =>
      runCommand(join(bin, 'cfn-lint'), ['--non-zero-exit-code', 'error', ...templates(assembly)]),
    () => '0 errors',
  );
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

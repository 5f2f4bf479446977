import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Portals } from '#local/portals/portals';
import { countTypes, stripUnsupported } from './assembly.ts';
import { LOG } from './emulator.ts';
import { ACCOUNT, ALERT_REGION, HOME_REGION, isolatedEnvironment } from './guard.ts';
import type { Report } from './report.ts';
import { CDK, type CommandOptions, type Ran, runCommand } from './run-command.ts';

export const FOLDER = resolve('.bonghwa/rehearsal');

/** What the parts of a rehearsal share. */
export interface Rehearsal {
  readonly report: Report;
  readonly endpoint: string;
  /** A temporary folder. */
  readonly home: string;
  readonly portals: Portals;
}

/** Batches that the emulator lost by killing a function at work when it replaced it. */
export function killedBatches(): number {
  return readFileSync(join(FOLDER, LOG), 'utf8').split('Worker process died').length - 1;
}

function environmentOf({ home, endpoint }: Rehearsal): Readonly<Record<string, string>> {
  return isolatedEnvironment(home, endpoint);
}

export function cdk(
  rehearsal: Rehearsal,
  args: readonly string[],
  options: Pick<CommandOptions, 'accept'> = {},
): Promise<Ran> {
  return runCommand(CDK, args, { ...options, environment: environmentOf(rehearsal) });
}

/** The command line of this checkout, with the emulator's credentials. */
export function bonghwa(
  rehearsal: Rehearsal,
  args: readonly string[],
  options: Pick<CommandOptions, 'accept' | 'input'> = {},
): Promise<Ran> {
  const command = ['bin/bonghwa.ts', ...args];
  const environment = environmentOf(rehearsal);
  return runCommand('node_modules/.bin/node', command, { ...options, environment });
}

/** Leaves out, and names, what the emulator cannot make. Returns the number of the others. */
export function withoutUnsupported({ report }: Rehearsal, assembly: string): number {
  const types = countTypes(assembly);
  const all = [...types.values()].reduce((sum, count) => sum + count, 0);
  const removed = stripUnsupported(assembly);
  report.note(`        ${all} resources of ${types.size} types in the templates`);
  for (const each of removed) report.note(`CANNOT  the emulator has no ${each}: left out`);
  return all - removed.length;
}

export async function bootstrap(
  rehearsal: Rehearsal,
  assembly: string,
  more: readonly string[] = [],
): Promise<void> {
  const regions = [HOME_REGION, ALERT_REGION, ...more];
  const places = regions.map((region) => `aws://${ACCOUNT}/${region}`);
  await rehearsal.report.step(
    'cdk bootstrap',
    () => cdk(rehearsal, ['bootstrap', '-a', assembly, ...places]),
    () => regions.join(', '),
  );
}

export function deploy(
  rehearsal: Rehearsal,
  assembly: string,
  more: readonly string[] = [],
): Promise<Ran> {
  const args = ['deploy', '--all', '-a', assembly, '--require-approval', 'never', ...more];
  return cdk(rehearsal, args);
}

export function destroy(rehearsal: Rehearsal, assembly: string): Promise<Ran> {
  return cdk(rehearsal, ['destroy', '--all', '-a', assembly, '--force']);
}

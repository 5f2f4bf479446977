import { dirname } from 'node:path';
import type { Finding } from '#core/plan/diagnosis/diagnosis-finding';
import { bonghwa, type Rehearsal } from './rehearsal.ts';
import { configurationOf } from './variants.ts';

interface Deployed {
  readonly assembly: string;
  readonly stage: string;
  /** What else is not ready, by the subject of the finding. */
  readonly unready?: readonly string[];
}

/** The emulator has no SMS, like a region where AWS sells none. */
const NOT_EMULATED = 'SMS';

/** `bonghwa doctor` over the wire: every question gets an answer. */
export async function doctor(rehearsal: Rehearsal, deployed: Deployed): Promise<void> {
  const { unready = [] } = deployed;
  const ask = async (): Promise<readonly Finding[]> => {
    const { output } = await bonghwa(rehearsal, ['doctor', '--json', ...at(deployed)], {
      accept: [0, 1],
    });
    const { findings } = JSON.parse(output) as { readonly findings: readonly Finding[] };
    const wrong = findings.filter(
      ({ state, about }) =>
        state === 'unknown' || (state === 'bad' && ![NOT_EMULATED, ...unready].includes(about)),
    );
    if (wrong.length > 0) throw new Error(wrong.map(said).join('\n'));
    return findings;
  };
  const findings = await rehearsal.report.step('bonghwa doctor', ask, (all) => {
    const counts = Map.groupBy(all, ({ state }) => state);
    return [...counts].map(([state, some]) => `${some.length} ${state}`).join(', ');
  });
  for (const each of findings.filter(({ state }) => state === 'bad')) {
    const emulated = each.about !== NOT_EMULATED;
    rehearsal.report.note(`${emulated ? '       ' : 'CANNOT '} ${said(each)}`);
  }
}

/** After `cdk destroy`: the doctor names what a new deployment would meet. */
export async function doctorNames(
  rehearsal: Rehearsal,
  deployed: Deployed,
  kept: readonly string[],
): Promise<void> {
  const ask = async () => {
    const { output } = await bonghwa(rehearsal, ['doctor', '--json', ...at(deployed)], {
      accept: [1],
    });
    const { findings } = JSON.parse(output) as { readonly findings: readonly Finding[] };
    const silent = kept.filter((name) => !findings.some(({ says }) => says.includes(name)));
    if (silent.length > 0) throw new Error(`it does not name ${silent.join(', ')}`);
    return findings;
  };
  await rehearsal.report.step('bonghwa doctor, of what was kept', ask, (findings) => {
    return (
      findings.flatMap((each) => (each.says.includes(kept[0] ?? '') ? said(each) : []))[0] ?? ''
    );
  });
}

/** `bonghwa doctor --end-to-end`: every hop of the deployed path. */
export async function endToEnd(rehearsal: Rehearsal, deployed: Deployed): Promise<void> {
  const walk = () => bonghwa(rehearsal, ['doctor', '--end-to-end', ...at(deployed)]);
  const { output } = await rehearsal.report.step(
    'bonghwa doctor --end-to-end',
    walk,
    () => 'every hop is good',
  );
  const told = output.split('\n').filter((line) => / → |path/.test(line));
  for (const line of told) rehearsal.report.note(`        ${line}`);
}

function at({ assembly, stage }: Deployed): readonly string[] {
  return ['--configuration', configurationOf(dirname(assembly)), '--stage', stage];
}

function said({ state, about, says }: Finding): string {
  return `${state} ${about}: ${says}`;
}

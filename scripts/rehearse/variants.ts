import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConfigurationInput } from '#adapters/configuration/input-schema';
import { DAY } from '#core/time/time';
import type { Portals } from '#local/portals/portals';
import { OPTIONS } from '../../test/lib/options.ts';
import { templates } from './assembly.ts';
import { STAGE } from './deployment.ts';
import { ACCOUNT, isolatedEnvironment } from './guard.ts';
import type { Report } from './report.ts';
import { CDK, runCommand } from './run-command.ts';

/** The stage with every option. It lives beside the other in the same account. */
export const FULL_STAGE = 'full';

export interface Variant {
  readonly stage: string;
  readonly input: ConfigurationInput;
}

/** The default configuration, pointed at the simulated portals, with permission to log in there. */
function towards({ catalogue }: Portals): ConfigurationInput {
  const { services, targets, controls } = catalogue;
  return {
    services: Object.fromEntries(
      targets.map(({ service, baseUrl }) => [service, { target: { baseUrl, alsoHosts: [] } }]),
    ),
    controls: controls.map(({ baseUrl, pages, markers }) => ({
      url: `${baseUrl}${pages.main}`,
      marker: markers.main ?? '',
    })),
    cadence: { journeySeconds: 60 },
    permissions: services.map(({ id }) => ({
      service: id,
      grantedBy: 'simulated portal',
      reference: 'rehearsal',
      validUntil: new Date(Date.now() + DAY).toISOString(),
    })),
    operators: [{ protocol: 'email', endpoint: 'ops@example.kr' }],
    subscribers: [{ protocol: 'sms', endpoint: '+821000000000' }],
  };
}

/** What is deployed: at first, after an update of every function, and with every option. */
export function variantsOf(
  portals: Portals,
): Readonly<Record<'first' | 'update' | 'full', Variant>> {
  const input = towards(portals);
  const everything = JSON.stringify(OPTIONS['everything switched on']);
  return {
    first: { stage: STAGE, input },
    update: { stage: STAGE, input: { ...input, statusUrl: 'https://status.example.kr' } },
    full: {
      stage: FULL_STAGE,
      // Every stage but `dev` refuses to be destroyed while this is on.
      input: {
        ...JSON.parse(everything.replaceAll('123456789012', ACCOUNT)),
        terminationProtection: false,
      },
    },
  };
}

/** Synthesizes a variant as a person would, without reaching any account. Returns the assembly. */
export async function synthesized(
  name: string,
  { stage, input }: Variant,
  { home, report }: { readonly home: string; readonly report: Report },
): Promise<string> {
  const folder = join(home, name);
  mkdirSync(folder);
  const configuration = configurationOf(folder);
  writeFileSync(configuration, `export default ${JSON.stringify(input)};\n`);
  const assembly = join(folder, 'cdk.out');
  const context = ['-c', `configuration=${configuration}`, '-c', `stage=${stage}`];
  // The account binds every stack to the emulator's: a real one would be refused by the CLI.
  const environment = isolatedEnvironment(home, 'http://127.0.0.1:1');
  await report.step(
    `cdk synth, ${name}`,
    () => runCommand(CDK, ['synth', '-q', '-o', assembly, ...context], { environment }),
    () => `${templates(assembly).length} stacks`,
  );
  return assembly;
}

export function configurationOf(folder: string): string {
  return join(folder, 'bonghwa.config.ts');
}

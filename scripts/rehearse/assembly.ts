import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  DependsOn?: string | readonly string[];
}

interface Template {
  readonly Resources: Record<string, Resource>;
  readonly Outputs?: Record<string, unknown>;
}

export function templates(assembly: string): readonly string[] {
  return readdirSync(assembly)
    .filter((file) => file.endsWith('.template.json'))
    .map((file) => join(assembly, file));
}

/** How many resources of each type the templates hold. */
export function countTypes(assembly: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const path of templates(assembly)) {
    for (const { Type } of Object.values(read(path).Resources)) {
      counts.set(Type, (counts.get(Type) ?? 0) + 1);
    }
  }
  return counts;
}

/** Types that this version of the emulator cannot make. It refuses a template that names one. */
const UNKNOWN = [
  'AWS::Budgets::Budget',
  'AWS::Chatbot::MicrosoftTeamsChannelConfiguration',
  'AWS::Chatbot::SlackChannelConfiguration',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::EC2::EIP',
  'AWS::EC2::FlowLog',
  'AWS::EC2::NatGateway',
  'AWS::Events::ApiDestination',
  'AWS::Events::Connection',
];

function cannot({ Type, Properties }: Resource): string | undefined {
  if (UNKNOWN.includes(Type)) return Type;
  return Type === 'AWS::CloudWatch::Alarm' && Properties?.Metrics
    ? `${Type} with metric math`
    : undefined;
}

/**
 * Removes what the emulator cannot do, and what is made of that. Returns the type and the logical
 * id of each.
 */
export function stripUnsupported(assembly: string): readonly string[] {
  return templates(assembly).flatMap((path) => {
    const template = read(path);
    const removed = new Map<string, string>();
    for (let before = -1; before < removed.size; ) {
      before = removed.size;
      for (const [id, resource] of Object.entries(template.Resources)) {
        const needed = [...removed.keys()].find((gone) => isMadeOf(resource.Properties, gone));
        const what = cannot(resource) ?? (needed && `${resource.Type}, which needs ${needed}`);
        if (!what) continue;
        removed.set(id, what);
        delete template.Resources[id];
      }
    }
    forget([...removed.keys()], template);
    writeFileSync(path, JSON.stringify(template));
    return [...removed].map(([id, what]) => `${what} (${id})`);
  });
}

function isMadeOf(part: unknown, id: string): boolean {
  const text = JSON.stringify(part) ?? '';
  return text.includes(`{"Ref":"${id}"}`) || text.includes(`"Fn::GetAtt":["${id}",`);
}

function forget(gone: readonly string[], { Resources, Outputs = {} }: Template): void {
  for (const resource of Object.values(Resources)) {
    if (!resource.DependsOn) continue;
    resource.DependsOn = [resource.DependsOn].flat().filter((id) => !gone.includes(id));
  }
  for (const [name, output] of Object.entries(Outputs)) {
    if (gone.some((id) => isMadeOf(output, id))) delete Outputs[name];
  }
}

/**
 * A copy of the assembly in which the first deployment of a stack fails half-way: a condition that
 * nobody meets stands after resources of the type `after` and before those of the type `before`.
 */
export function breakHalfWay(
  assembly: string,
  folder: string,
  where: { readonly stack: string; readonly after: string; readonly before: string },
): string {
  cpSync(assembly, folder, { recursive: true });
  const path = join(folder, `${where.stack}.template.json`);
  const { Resources, ...rest } = read(path);
  const of = (type: string) =>
    Object.entries(Resources).filter(([, resource]) => resource.Type === type);
  for (const [, resource] of of(where.before)) {
    resource.DependsOn = [...[resource.DependsOn ?? []].flat(), 'NeverMet'];
  }
  Resources.Handle = { Type: 'AWS::CloudFormation::WaitConditionHandle' };
  Resources.NeverMet = {
    Type: 'AWS::CloudFormation::WaitCondition',
    Properties: { Handle: { Ref: 'Handle' }, Timeout: '1' },
    DependsOn: of(where.after).map(([id]) => id),
  };
  writeFileSync(path, JSON.stringify({ ...rest, Resources }));
  renameAsset(folder, basename(path));
  return folder;
}

/** The CLI uploads a template under its digest, once. A changed one needs another name. */
function renameAsset(folder: string, template: string): void {
  const manifest = join(folder, template.replace('.template.json', '.assets.json'));
  const { files } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    readonly files: Record<string, { readonly source: { readonly path: string } }>;
  };
  const digest = Object.keys(files).find((id) => files[id]?.source.path === template) ?? template;
  const other = digest.split('').reverse().join('');
  for (const file of [manifest, join(folder, 'manifest.json')]) {
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(digest, other));
  }
}

function read(path: string): Template {
  return JSON.parse(readFileSync(path, 'utf8'));
}

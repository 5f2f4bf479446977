import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Resource {
  readonly Type: string;
  readonly Properties?: { readonly Metrics?: unknown };
}

interface Template {
  readonly Resources: Record<string, Resource>;
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

/**
 * Resources that this version of the emulator cannot make. It refuses a template that names one.
 */
function cannot({ Type, Properties }: Resource): string | undefined {
  if (Type === 'AWS::Budgets::Budget' || Type === 'AWS::CloudWatch::CompositeAlarm') return Type;
  return Type === 'AWS::CloudWatch::Alarm' && Properties?.Metrics
    ? `${Type} with metric math`
    : undefined;
}

/** Removes what the emulator cannot do. Returns the type and the logical id of each. */
export function stripUnsupported(assembly: string): readonly string[] {
  return templates(assembly).flatMap((path) => {
    const template = read(path);
    const removed = Object.entries(template.Resources).flatMap(([id, resource]) => {
      const what = cannot(resource);
      return what ? [{ id, what }] : [];
    });
    for (const { id } of removed) delete template.Resources[id];
    writeFileSync(path, JSON.stringify(template));
    return removed.map(({ id, what }) => `${what} (${id})`);
  });
}

function read(path: string): Template {
  return JSON.parse(readFileSync(path, 'utf8'));
}

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { inputSchema } from '#adapters/configuration/input-schema';

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
}

const page = readFileSync('docs/configuration.md', 'utf8');
const named = new Set(
  [...page.matchAll(/`([^`\n]+)`/g)].flatMap(([, quoted]) => quoted?.match(/\w+/g) ?? []),
);

/** Every field that a person may write, however deep. */
function fieldsOf(schema: JsonSchema): readonly string[] {
  const own = Object.entries(schema.properties ?? {});
  const others = [schema.items, ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  const values = schema.additionalProperties;
  return [
    ...own.flatMap(([name, inner]) => [name, ...fieldsOf(inner)]),
    ...[...others, typeof values === 'object' ? values : undefined].flatMap((inner) =>
      inner ? fieldsOf(inner) : [],
    ),
  ];
}

describe('the page on configuration', () => {
  const fields = new Set(fieldsOf(z.toJSONSchema(inputSchema, { io: 'input' }) as JsonSchema));

  it('names every field there is', () => {
    expect(fields.size).toBeGreaterThan(60);
    expect([...fields].filter((field) => !named.has(field))).toEqual([]);
  });

  it('names no field of the first level that does not exist', () => {
    const rows = [...page.matchAll(/^\| ((?:`[\w.]+`(?:, )?)+) \|/gm)].map(
      ([, names]) => names ?? '',
    );
    const written = rows.flatMap((row) =>
      [...row.matchAll(/`(\w+)/g)].map(([, name]) => name ?? ''),
    );
    expect(written.length).toBeGreaterThan(25);
    expect(written.filter((name) => !(name in inputSchema.shape))).toEqual([]);
  });
});

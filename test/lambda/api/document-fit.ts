/** The part of JSON Schema that the OpenAPI document uses. */
interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
}

export interface ApiDocument {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly parameters?: readonly { readonly name: string; readonly in: string }[];
            readonly requestBody?: object;
            readonly responses: Readonly<
              Record<string, { readonly content?: Readonly<Record<string, { schema: Schema }>> }>
            >;
          }
        >
      >
    >
  >;
}

/** The places where a value does not fit a schema of the document. Empty if it fits. */
export class DocumentFit {
  readonly #document: ApiDocument;

  constructor(document: ApiDocument) {
    this.#document = document;
  }

  misfits(value: unknown, schema: Schema, at = '$'): string[] {
    if (schema.$ref) {
      const named = this.#document.components.schemas[schema.$ref.split('/').at(-1) ?? ''];
      return named ? this.misfits(value, named, at) : [`${at}: ${schema.$ref} is missing`];
    }
    if (schema.anyOf) {
      const fits = schema.anyOf.some((each) => this.misfits(value, each, at).length === 0);
      return fits ? [] : [`${at}: fits none of anyOf`];
    }
    const parts = (schema.allOf ?? []).flatMap((each) => this.misfits(value, each, at));
    const types = schema.type === undefined ? [] : [schema.type].flat();
    if (types.length > 0 && !types.some((type) => isOf(type, value))) {
      return [...parts, `${at}: ${JSON.stringify(value)} is not ${types.join(' or ')}`];
    }
    if (schema.enum && value !== null && !schema.enum.includes(value)) {
      return [...parts, `${at}: ${JSON.stringify(value)} is not in the list`];
    }
    return [...parts, ...this.#within(value, schema, at)];
  }

  /**
   * Whether a schema has a field at a path of names and indices, such as `cause.layer` or
   * `checks.0.check`.
   */
  reaches(schema: Schema, [name, ...rest]: readonly string[]): boolean {
    if (schema.$ref) {
      const named = this.#document.components.schemas[schema.$ref.split('/').at(-1) ?? ''];
      return (
        named !== undefined && this.reaches(named, [...(name === undefined ? [] : [name]), ...rest])
      );
    }
    if (name === undefined) return true;
    const next = /^\d+$/.test(name) ? schema.items : schema.properties?.[name];
    if (next) return this.reaches(next, rest);
    return [...(schema.anyOf ?? []), ...(schema.allOf ?? [])].some((each) =>
      this.reaches(each, [name, ...rest]),
    );
  }

  #within(value: unknown, schema: Schema, at: string): string[] {
    const { items } = schema;
    if (Array.isArray(value) && items) {
      return value.flatMap((each, index) => this.misfits(each, items, `${at}[${index}]`));
    }
    if (typeof value !== 'object' || value === null) return [];
    const fields = value as Record<string, unknown>;
    const missing = (schema.required ?? []).filter((name) => !(name in fields));
    return [
      ...missing.map((name) => `${at}.${name} is missing`),
      ...Object.entries(schema.properties ?? {}).flatMap(([name, own]) =>
        name in fields ? this.misfits(fields[name], own, `${at}.${name}`) : [],
      ),
    ];
  }
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'null') return value === null;
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'object')
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}

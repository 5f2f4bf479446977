interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: { readonly example?: unknown };
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
  };
  readonly responses: Readonly<Record<string, { readonly content?: object }>>;
}

interface Schema {
  readonly $ref?: string;
  readonly example?: unknown;
}

export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** Values that exist while the client runs, by operation and parameter. */
export type Known = Readonly<Record<string, string | number>>;

/**
 * A program that calls every operation once through the typed client, with the document's examples.
 */
export function clientSource(document: ApiDocument, known: Known): string {
  const calls = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) =>
      callOf({ path, method: method.toUpperCase(), operation, document, known }),
    ),
  );
  return `${HEAD}${calls.join('\n')}\n${TAIL}`;
}

const HEAD = `import createClient from 'openapi-fetch';
import type { paths } from './api.js';

const [baseUrl = '', token = ''] = process.argv.slice(2);
const headers = { authorization: \`Bearer \${token}\` };
// The target of a redirect is not part of the API.
const client = createClient<paths>({ baseUrl, headers, redirect: 'manual' });
const bad: string[] = [];

function told(name: string, status: number, documented: readonly string[], wanted: boolean): void {
  const good = documented.includes(String(status)) && (status < 400 || !wanted);
  if (!good) bad.push(\`\${name}: HTTP \${status}\`);
}
`;

const TAIL = `
for (const each of bad) console.log(each);
process.exitCode = bad.length === 0 ? 0 : 1;
`;

interface Call {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
  readonly document: ApiDocument;
  readonly known: Known;
}

function callOf({ path, method, operation, document, known }: Call): string {
  const { operationId, parameters = [], requestBody, responses } = operation;
  const given = (place: string) =>
    Object.fromEntries(
      parameters
        .filter((parameter) => parameter.in === place && parameter.required)
        .map(({ name, schema }) => [name, known[`${path} ${name}`] ?? schema?.example]),
    );
  const params = ['path', 'query']
    .map((place) => [place, given(place)] as const)
    .filter(([, values]) => Object.keys(values).length > 0);
  const schema = requestBody?.content['application/json']?.schema;
  const named = schema?.$ref && document.components.schemas[schema.$ref.split('/').at(-1) ?? ''];
  const options = [
    ...(params.length > 0 ? [`params: ${JSON.stringify(Object.fromEntries(params))}`] : []),
    ...(schema ? [`body: ${JSON.stringify((named || schema).example)}`] : []),
    ...(isText(responses['200']?.content) ? [`parseAs: 'text'`] : []),
  ];
  // A silence or a window to end does not exist yet. Everything else does.
  const wanted = method !== 'DELETE';
  return `{
  const { response } = await client.${method}(${JSON.stringify(path)}, { ${options.join(', ')} });
  told('${operationId}', response.status, ${JSON.stringify(Object.keys(responses))}, ${wanted});
}`;
}

function isText(content: object | undefined): boolean {
  return content !== undefined && !('application/json' in content);
}

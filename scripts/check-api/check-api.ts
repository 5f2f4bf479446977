import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { serveApi } from '#local/api/api-server';
import { startTarget } from '../attacks/play.ts';
import { type ApiDocument, clientSource } from './client-source.ts';
import {
  binary,
  fetchPackages,
  fetchSchemathesis,
  type Outcome,
  prometheusProgram,
  run,
  TOOLS,
} from './tools.ts';

/**
 * npm run check:api: the API as standard tools see it. Lints the OpenAPI document, compiles a typed
 * client made from it and calls every operation, lets schemathesis look for answers that are not in
 * the document, and lets promtool check metrics and alert rules. Exit 1 if one of them finds an
 * error. Tools that are not installed are skipped, with the reason.
 */
let failed = false;

function step(name: string, { good, output }: Outcome, tail = 3): void {
  console.log(`${good ? 'ok     ' : 'FAILED '} ${name}`);
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  for (const line of lines.slice(good ? -tail : -40)) console.log(`        ${line}`);
  failed ||= !good;
}

function skip(name: string, reason: string): void {
  console.log(`skipped ${name}: ${reason}`);
}

async function lint(file: string): Promise<void> {
  step('redocly lint', await run(binary('redocly'), ['lint', file, '--format=stylish']), 1);
  writeFileSync(join(TOOLS, '.spectral.yaml'), 'extends: ["spectral:oas"]\n');
  const spectral = ['lint', file, '-r', '.spectral.yaml', '--fail-severity=error'];
  step('spectral lint', await run(binary('spectral'), spectral), 1);
}

const STRICT = {
  compilerOptions: {
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    module: 'nodenext',
    target: 'es2022',
    lib: ['es2023', 'dom', 'dom.iterable'],
    types: [],
    rootDir: '.',
    outDir: 'built',
  },
  files: ['client.ts'],
};

async function callEverything(
  document: ApiDocument,
  url: string,
  { outage, token, command }: Known,
): Promise<void> {
  step(
    'types generated',
    await run(binary('openapi-typescript'), ['openapi.json', '-o', 'api.d.ts']),
    1,
  );
  const about = Object.keys(document.paths)
    .filter((path) => path.startsWith('/v1/outages/{id}'))
    .map((path) => [`${path} id`, outage] as const);
  const known = { ...Object.fromEntries(about), ...KNOWN, '/v1/commands/{id} id': command };
  const source = clientSource(document, known);
  writeFileSync(join(TOOLS, 'tsconfig.json'), JSON.stringify(STRICT));
  writeFileSync(
    join(TOOLS, 'client.ts'),
    `declare const process: { argv: string[]; exitCode: number };
declare const console: { log(text: string): void };
${source}`,
  );
  step('client compiled in strict mode', await run(binary('tsc'), ['-p', '.']), 1);
  const count = Object.values(document.paths).flatMap((methods) => Object.keys(methods)).length;
  const called = await run(process.execPath, ['built/client.js', url, token]);
  step(`client called ${count} operations`, called);
}

interface Known {
  readonly command: string;
  readonly outage: string;
  readonly token: string;
}

const KNOWN = {
  '/v1/services/{id}/results/{run} run': 'work24.probe.20240718T001500Z.scheduled',
  '/v1/evidence/{retention}/{file} retention': 'failed',
};

async function fuzz(url: string, token: string): Promise<void> {
  const found = await fetchSchemathesis();
  if ('missing' in found) return skip('schemathesis', found.missing);
  const checks = 'not_a_server_error,content_type_conformance,response_schema_conformance';
  const args = ['run', 'openapi.json', '--url', url, '-H', `Authorization: Bearer ${token}`];
  step(
    'schemathesis',
    await run(found.path, [
      ...args,
      '-c',
      checks,
      '-n',
      '20',
      '--phases=examples,coverage,fuzzing',
    ]),
    6,
  );
}

async function readMetrics(url: string, token: string): Promise<void> {
  const promtool = prometheusProgram('promtool');
  if ('missing' in promtool) return skip('promtool', promtool.missing);
  const response = await fetch(`${url}/v1/metrics`, {
    headers: { authorization: `Bearer ${token}`, accept: 'text/plain' },
  });
  writeFileSync(join(TOOLS, 'metrics.txt'), await response.text());
  const check = ['-c', `"${promtool.path}" check metrics < metrics.txt`];
  const rules = resolve(import.meta.dirname, '../../docs/prometheus/alerts.test.yml');
  step('promtool test rules', await run(promtool.path, ['test', 'rules', rules]), 1);
  step('promtool check metrics', await run('sh', check), 1);
}

const fetched = await fetchPackages();
step('tools fetched', fetched, 0);
const target = await startTarget();
const server = await serveApi(target.handler, 0);
try {
  const document = (await (await fetch(`${server.url}/openapi.json`)).json()) as ApiDocument;
  const file = join(TOOLS, 'openapi.json');
  writeFileSync(file, JSON.stringify(document, null, 2));
  if (fetched.good) await lint(file);
  const reset = await target.send('POST', '/v1/services/work24/login-reset');
  const { command } = (await reset.json()) as { command: string };
  const known = { command, outage: target.outage, token: target.token };
  if (fetched.good) await callEverything(document, server.url, known);
  await fuzz(server.url, target.token);
  await readMetrics(server.url, target.token);
} finally {
  await server.stop();
  await target.stop();
}
process.exitCode = failed ? 1 : 0;

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defined } from '#core/defined';
import { toMetrics } from '#core/formats/metrics';
import { SHOWN_STATES } from '#core/outage/shown-state';
import { OUTCOMES } from '#core/run/verdict';
import { HOUR } from '#core/time/time';
import {
  boardOf,
  commandAt,
  outageAt,
  resultAt,
  rollupAt,
  T0,
} from '../../adapters/dynamodb/samples.ts';
import { type ApiBench, startApiBench } from './api-bench.ts';
import { type ApiDocument, DocumentFit } from './document-fit.ts';

const DOCS = resolve(import.meta.dirname, '../../../docs');

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
}

interface Example {
  readonly method: string;
  readonly url: string;
  readonly body: string | undefined;
}

const examples: readonly Example[] = readFileSync(join(DOCS, 'api.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('curl '))
  .map((line) => ({
    method: /-X (\w+)/.exec(line)?.[1] ?? 'GET',
    url: /\$API([^"]+)"/.exec(line)?.[1] ?? line,
    body: /-d '([^']+)'/.exec(line)?.[1],
  }));

function dashboard(name: string) {
  return JSON.parse(readFileSync(join(DOCS, 'grafana', name), 'utf8')) as {
    templating: unknown;
    panels: readonly {
      fieldConfig?: {
        overrides: readonly {
          matcher: { options: string };
          properties: readonly { value: unknown }[];
        }[];
      };
      targets: readonly {
        expr?: string;
        url?: string;
        url_options?: { params: readonly { key: string; value?: string }[] };
        root_selector?: string;
        columns?: readonly { selector: string }[];
      }[];
    }[];
  };
}

describe('the examples of docs/api.md', () => {
  let bench: ApiBench;
  let operations: readonly Operation[];
  let document: ApiDocument;
  beforeAll(async () => {
    bench = await startApiBench(T0 + HOUR);
    await bench.stores.commands.put(commandAt(T0));
    await bench.stores.results.put(resultAt(T0));
    await bench.stores.outages.put(outageAt('20240718-0915'));
    const services = [{ service: 'work24', state: 'up', since: T0, checks: [] }] as const;
    await bench.stores.board.put(boardOf('moel', { updatedAt: T0 + HOUR, services }));
    document = await bench.json<ApiDocument>('/openapi.json');
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { parameters = [] }]) => ({
        method: method.toUpperCase(),
        path,
        parameters,
      })),
    );
  });
  afterAll(() => bench.stop());

  const operationOf = (method: string, url: string) => {
    const [path = ''] = url.split('?');
    return operations
      .filter((each) => each.method === method && pattern(each.path).test(path))
      .toSorted((a, b) => b.path.length - a.path.length)[0];
  };

  it('name only operations and parameters of the OpenAPI document', () => {
    for (const { method, url } of examples) {
      const operation = operationOf(method, url);
      expect([url, operation?.path]).toEqual([url, expect.any(String)]);
      const known = operation?.parameters.map(({ name }) => name) ?? [];
      for (const name of new URL(url, 'http://x').searchParams.keys())
        expect(known).toContain(name);
    }
  });

  it('leave out no operation', () => {
    const shown = new Set(examples.map(({ method, url }) => operationOf(method, url)?.path));
    expect(operations.map(({ path }) => path).filter((path) => !shown.has(path))).toEqual([]);
  });

  it('work, and are answered as documented', async () => {
    const fit = new DocumentFit(document);
    for (const { method, url, body } of examples) {
      const response = await bench.app.request(url, {
        method,
        headers: {
          authorization: `Bearer ${bench.tokens.write}`,
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...defined({ body }),
      });
      // The silence and the window of the examples were never made.
      const isMade = method !== 'DELETE' || /\/(?:ack|notes\/1)$/.test(url);
      const read = url.startsWith('/v1/evidence/') ? 302 : 200;
      const expected = method === 'GET' ? read : isMade ? 202 : 404;
      expect([url, response.status]).toEqual([url, expected]);
      const path = operationOf(method, url)?.path ?? '';
      const told = document.paths[path]?.[method.toLowerCase()]?.responses[expected];
      const schema = told?.content?.['application/json']?.schema;
      if (schema) expect(fit.misfits(await response.json(), schema)).toEqual([]);
    }
  });

  it('are joined by a dashboard that asks for nothing unknown', async () => {
    const fit = new DocumentFit(document);
    const targets = dashboard('infinity.json').panels.flatMap((panel) => panel.targets);
    for (const { url = '', url_options: options, root_selector: root = '', columns } of targets) {
      const path = url.replace(/\$\{service\}/, 'work24');
      const known = operationOf('GET', path)?.parameters.map(({ name }) => name) ?? [];
      for (const { key } of options?.params ?? []) expect(known).toContain(key);
      const told = document.paths[operationOf('GET', path)?.path ?? '']?.get?.responses[200];
      const schema = told?.content?.['application/json']?.schema ?? {};
      const wanted = columns?.map(({ selector }) => `${root}.0.${selector}`.split('.')) ?? [];
      expect(wanted.filter((selector) => !fit.reaches(schema, selector))).toEqual([]);
      expect(fit.reaches(schema, [root, '0', 'invented'])).toBe(false);
    }
  });

  it('are joined by a dashboard whose every query returns rows', async () => {
    const failed = { result: 'failed', kind: 'timeout' } as const;
    await bench.stores.results.put(resultAt(T0 + 60_000, failed));
    await bench.stores.rollups.put(rollupAt(Date.parse('2024-07-18T00:00:00Z')));
    const panels = dashboard('infinity.json').panels.flatMap((panel) => panel.targets);
    const window: Readonly<Record<string, string>> = {
      ...{ from: '2024-07-17T00:00:00Z', to: '2024-07-18T02:00:00Z', interval: 'hour' },
    };
    for (const { url = '', url_options: options, root_selector: root = '', columns } of panels) {
      const params = new URLSearchParams(window);
      const asked = new Set(options?.params.map(({ key }) => key));
      for (const key of Object.keys(window)) if (!asked.has(key)) params.delete(key);
      for (const { key, value = '' } of options?.params ?? []) {
        if (!value.startsWith('$')) params.set(key, value);
      }
      const address = `${url.replace(/\$\{service\}/, 'work24')}?${params}`;
      const rows = (await bench.json<Record<string, readonly unknown[]>>(address))[root] ?? [];
      const values = (selector: string) =>
        rows.map((row) =>
          selector.split('.').reduce<unknown>((part, name) => (part as never)?.[name], row),
        );
      // Things that are not over have no end.
      const wanted = (columns ?? []).filter(({ selector }) => !selector.startsWith('ended'));
      const empty = wanted.filter(({ selector }) =>
        values(selector).every((value) => value == null),
      );
      expect([address, empty]).toEqual([address, []]);
    }
  });

  it('belong to a dashboard that shows unknown time and 점검 in separate colours', () => {
    const { panels } = dashboard('infinity.json');
    const fixed = panels.flatMap(({ fieldConfig }) => fieldConfig?.overrides ?? []);
    const colourOf = (name: string) =>
      fixed
        .filter(({ matcher }) => matcher.options === name)
        .flatMap(({ properties }) => properties.map(({ value }) => JSON.stringify(value)));
    for (const name of ['알 수 없음', '모름', '점검']) {
      expect(colourOf(name)).not.toEqual([]);
      expect(colourOf(name).join()).not.toContain('green');
    }
    const states = colourOf('상태').join();
    for (const state of SHOWN_STATES) expect(states).toContain(`"${state}":{`);
    expect(states.match(/green/g)).toHaveLength(1);
  });

  it('are joined by a Prometheus dashboard of metrics that exist', () => {
    const results = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 1]));
    const durations = { lastDurationMs: 1, lastLayersMs: { data: 1 } };
    const check = { check: 'work24/login', state: 'up', since: T0, ...durations } as const;
    const service = { service: 'work24', state: 'up', since: T0 } as const;
    const checks = [{ ...check, certificateDays: 1, lastResultAt: T0, results }];
    const groups = [boardOf('moel', { services: [{ ...service, checks }] })];
    const metrics = toMetrics({ groups, version: '1' }, 'text');
    const used = JSON.stringify(dashboard('prometheus.json')).match(/bonghwa_\w+(?=[{)])/g) ?? [];
    expect(used.length).toBeGreaterThan(5);
    for (const name of used) expect(metrics).toContain(`\n${name}{`);
    const labels = [...JSON.stringify(dashboard('prometheus.json')).matchAll(LABELS)].flatMap(
      ([, one, list]) => (one ?? list ?? '').split(', '),
    );
    expect(labels.length).toBeGreaterThan(5);
    for (const label of labels) expect(metrics).toMatch(new RegExp(`[{,]${label}="`));
    const families = [...metrics.matchAll(/^(bonghwa_\w+)\{/gm)].map(([, name]) => name ?? '');
    const told = readFileSync(join(DOCS, 'api.md'), 'utf8').match(/(?<=^\|.*)bonghwa_\w+/gm) ?? [];
    expect(new Set(told)).toEqual(new Set(families));
  });
});

/** Labels that PromQL queries select or group by. */
const LABELS = /[{,](\w+)=~?\\"|by \(([^)]+)\)/g;

/**
 * `/v1/outages.csv` must not match `/v1/{id}`. A parameter is one segment, without a dot in badges.
 */
function pattern(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}

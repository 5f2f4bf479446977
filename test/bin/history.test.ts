import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HISTORY_HEADER } from '#adapters/dynamodb/history-line';
import { ensureTable } from '#adapters/dynamodb/table';
import { resourceNames } from '#contract/names';
import { InvalidInputError, MonitorFaultError } from '#core/errors';
import { newRow } from '#core/notice/ledger';
import { DAY, HOUR, MINUTE } from '#core/time/time';
import { exportHistory, importHistory } from '#local/history/history-file';
import { EXIT } from '../../bin/command.ts';
import { historyCommand } from '../../bin/commands/history.ts';
import {
  failedAt,
  noticeOf,
  outageAt,
  resultAt,
  rollupAt,
  T0,
} from '../adapters/dynamodb/samples.ts';
import { type ApiBench, startApiBench } from '../lambda/api/api-bench.ts';

const START = Math.floor(T0 / HOUR) * HOUR;
const NOW = START + DAY;
/** After midnight in Korea. */
const ENDED = { after: NOW - HOUR, by: NOW - HOUR + MINUTE };

const WINDOW = `from=${new Date(START - DAY).toISOString()}&to=${new Date(NOW).toISOString()}`;
const SECOND_DAY = `from=${new Date(NOW - HOUR).toISOString()}&to=${new Date(NOW).toISOString()}`;
const QUESTIONS = [
  `/v1/outages?${SECOND_DAY}`,
  `/v1/services/work24/results?${WINDOW}`,
  `/v1/services/work24/results?${WINDOW}&result=failed`,
  `/v1/services/work24/uptime?${WINDOW}`,
  `/v1/services/work24/layers?${WINDOW}`,
  `/v1/outages?${WINDOW}`,
  '/v1/outages/moel-20240718-0915',
  `/v1/statistics?${WINDOW}`,
];

let folder: string;
let printed: string[];
let benches: ApiBench[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bonghwa-history-'));
  printed = [];
  benches = [];
  vi.spyOn(console, 'log').mockImplementation((text) => void printed.push(String(text)));
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  for (const bench of benches) await bench.stop();
  await rm(folder, { recursive: true, force: true });
});

async function bench(): Promise<ApiBench> {
  const started = await startApiBench(NOW);
  benches.push(started);
  return started;
}

async function lived(): Promise<ApiBench> {
  const source = await bench();
  const { stores } = source;
  for (let n = 0; n < 30; n += 1) await stores.results.put(resultAt(START + n * MINUTE));
  await stores.results.put(failedAt(START + HOUR));
  await stores.rollups.put(rollupAt(START, { frozen: true }));
  await stores.rollups.put(rollupAt(START + HOUR));
  await stores.outages.put(
    outageAt('20240718-0915', { state: 'closed', endedBetween: ENDED, revision: 3 }),
  );
  return source;
}

const tableOf = ({ client }: ApiBench) => ({ client, table: 'api' });
const answersOf = ({ json }: ApiBench) => Promise.all(QUESTIONS.map((path) => json(path)));
const inFolder = (name: string) => join(folder, name);

describe('bonghwa history', () => {
  it('moves history through a data folder of watch, and the API answers the same', async () => {
    const source = await lived();
    const target = await bench();
    const [first, second] = [inFolder('first.ndjson'), inFolder('second.ndjson')];
    const data = inFolder('data');
    await exportHistory(tableOf(source), first, NOW);
    expect(await historyCommand.run(['import', first, '--data', data], 'en')).toBe(EXIT.good);
    vi.spyOn(Date, 'now').mockReturnValue(NOW);
    expect(await historyCommand.run(['export', '--data', data, '--out', second], 'en')).toBe(
      EXIT.good,
    );
    expect(linesOf(second)).toEqual(linesOf(first));
    await importHistory(tableOf(target), second);
    const before = await answersOf(source);
    expect(JSON.stringify(before[0])).toContain('moel-20240718-0915');
    expect(JSON.stringify(before[2])).toContain('did not answer');
    expect(await answersOf(target)).toEqual(before);
  });

  it('writes results, rollups and outages that are over, for its owner’s eyes, and no more', async () => {
    const source = await lived();
    await source.stores.outages.put(outageAt('20240718-1015'));
    const id = 'moel-20240718-0915';
    await source.stores.ledger.open(newRow(noticeOf(id, 1), 'sns'));
    await source.stores.notes.add(id, { number: 1, by: 'minji', at: NOW, text: 'n' });
    const file = inFolder('a.ndjson');
    const counts = await exportHistory(tableOf(source), file, NOW);
    expect(counts).toEqual({ results: 31, rollups: 2, outages: 1 });
    const [header, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
    expect(header).toBe('{"format":"bonghwa-history","version":1}');
    const partitions = new Set(lines.map((line) => JSON.parse(line).pk.S));
    expect([...partitions].sort()).toEqual(['CHECK#work24/login', 'OUTAGES', 'SERVICE#work24']);
    expect(lines.join()).not.toContain('20240718-1015#');
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect(await readdir(folder)).toEqual(['a.ndjson']);
  });

  it('leaves out what is past its time', async () => {
    const file = inFolder('a.ndjson');
    const counts = await exportHistory(tableOf(await lived()), file, NOW + 100 * DAY);
    expect(counts).toEqual({ results: 1, rollups: 2, outages: 1 });
  });

  it('adds nothing the second time, and says so', async () => {
    const file = inFolder('a.ndjson');
    await exportHistory(tableOf(await lived()), file, NOW);
    const again = () => historyCommand.run(['import', file, '--data', inFolder('data')], 'en');
    await again();
    await again();
    expect(printed.join('\n').split('\n')).toEqual([
      'added: 31 of results, 2 of rollups, 1 of outages (items)',
      'there already: 0 of results, 0 of rollups, 0 of outages (items)',
      'added: 0 of results, 0 of rollups, 0 of outages (items)',
      'there already: 31 of results, 2 of rollups, 1 of outages (items)',
    ]);
  });

  it('replaces only what it has a later or a final state of', async () => {
    const [file, target] = [inFolder('a.ndjson'), await bench()];
    const closed = { state: 'closed', endedBetween: ENDED } as const;
    await exportHistory(tableOf(await lived()), file, NOW);
    const seconds = { up: 0, degraded: 0, down: 3_600, maintenance: 0, unknown: 0 };
    await target.stores.rollups.put(rollupAt(START, { seconds }));
    await target.stores.rollups.put(rollupAt(START + HOUR, { seconds }));
    const id = 'moel-20240718-0915';
    await target.stores.outages.put(outageAt('20240718-0915', { ...closed, revision: 2 }));
    await importHistory(tableOf(target), file);
    expect((await target.stores.outages.get(id))?.revision).toBe(3);
    const range = await target.stores.rollups.range('work24/login', 'hour', START, NOW);
    expect(range.map(({ seconds: { down } }) => down)).toEqual([0, 3_600]);
    await target.stores.outages.put(outageAt('20240718-0915', { ...closed, revision: 4 }));
    const { added } = await importHistory(tableOf(target), file);
    expect(added).toEqual({});
    expect((await target.stores.outages.get(id))?.revision).toBe(4);
  });

  it.each([
    ['of another version', '{"format":"bonghwa-history","version":2}\n', /first line/],
    ['that is empty', '', /first line/],
    ['that is cut off', `${HISTORY_HEADER}\n{"pk":{"S":"SERV`, /^Line 2 /],
    ['with a token in it', `${HISTORY_HEADER}\n${itemLine('PEOPLE#x', '2')}\n`, /no result/],
    ['with an unknown layout', `${HISTORY_HEADER}\n${itemLine('OUTAGES', '9')}\n`, /layout 9/],
    [
      'with an item of nothing',
      `${HISTORY_HEADER}\n${itemLine('OUTAGES', '2', 'null')}\n`,
      /^Line 2 /,
    ],
    ['with a line that is no object', `${HISTORY_HEADER}\nnull\n`, /^Line 2 /],
    ['with an attribute of nothing', `${HISTORY_HEADER}\n{"pk":null}\n`, /^Line 2 /],
  ])('refuses a file %s', async (_, text, message) => {
    const [file, target] = [inFolder('a.ndjson'), await bench()];
    await writeFile(file, text);
    const imported = importHistory(tableOf(target), file);
    await expect(imported).rejects.toBeInstanceOf(InvalidInputError);
    await expect(imported).rejects.toThrow(message);
  });

  it('reads the table of a stage with the AWS SDK', async () => {
    const { client } = await bench();
    const endpoint = await client.config.endpoint?.();
    vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', `http://${endpoint?.hostname}:${endpoint?.port}`);
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'loopback');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'loopback');
    const { table } = resourceNames('moved');
    await ensureTable(client, table);
    const file = inFolder('a.ndjson');
    await exportHistory(tableOf(await lived()), file, NOW);
    expect(await historyCommand.run(['import', file, '--stage', 'moved'], 'en')).toBe(EXIT.good);
    const back = inFolder('b.ndjson');
    await exportHistory({ client, table }, back, NOW);
    expect(linesOf(back)).toEqual(linesOf(file));
    const other = historyCommand.run(['export', '--stage', 'other', '--out', back], 'en');
    await expect(other).rejects.toBeInstanceOf(MonitorFaultError);
  });

  it.each([
    [['export', '--data', 'x']],
    [['import', '--data', 'x']],
    [['move', 'a', '--data', 'x']],
    [['import', 'a']],
    [['export', '--data', '/nowhere', '--out', '/tmp/never.ndjson']],
  ])('refuses %j with a remedy', async (args) => {
    await expect(historyCommand.run(args, 'en')).rejects.toBeInstanceOf(InvalidInputError);
  });
});

function itemLine(pk: string, layout: string, document = '{}'): string {
  return JSON.stringify({ pk: { S: pk }, sk: { S: 'a' }, v: { N: layout }, doc: { S: document } });
}

function linesOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8').split('\n').sort();
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InvalidInputError, MonitorFaultError, UnknownNameError } from '#core/errors';
import { outageDetailView } from '#lambda/api/views/outages';
import { outageFromApi, sourceOf } from '#local/report/from-api';
import { outageFromFile } from '#local/report/from-file';
import { closedOf, outageOf } from '../../support/outages.ts';

const TOKEN = 'reader-token';
const ID = 'moel-20240718-0915';
const started = { after: '2024-07-18T00:14:40.000Z', by: '2024-07-18T00:15:20.000Z' };
const ended = { after: '2024-07-18T02:55:30.000Z', by: '2024-07-18T02:57:30.000Z' };

const detail = {
  id: ID,
  group: 'moel',
  state: 'closed',
  services: ['work24'],
  cause: {
    layer: 'data',
    kind: 'error-page',
    confidence: 'certain',
    shared: false,
    databaseText: true,
  },
  incidents: [
    {
      service: 'work24',
      startedBetween: started,
      endedBetween: ended,
      layer: 'data',
      kind: 'error-page',
      signature: null,
      databaseText: true,
      matched: 'ORA-12170',
      passedLayers: ['host', 'static'],
      runs: ['r1'],
    },
  ],
  unaffected: ['eps'],
  startedBetween: started,
  endedBetween: ended,
  openedAt: started.by,
  closedAt: ended.by,
  downSeconds: 9_610,
  recurrences: 1,
  acknowledged: { by: '김담당', at: started.by },
  notes: [],
  timeline: [
    { at: started.by, type: 'opened', service: null, text: 'Confirmed.', by: null },
    { at: started.by, type: 'something-new', service: 'work24', text: 'Odd.', by: 'x' },
  ],
  notices: [],
  evidence: [] as { key: string; url: string }[],
};

let server: Server;
let base = '';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bonghwa-report-'));
  server = createServer((request, response) => {
    const send = (status: number, body: string | Buffer) => response.writeHead(status).end(body);
    if (request.url === '/page.txt') return send(200, '데이터베이스 오류가\n 발생했습니다.');
    if (request.url === '/shot.png') return send(200, Buffer.from([1, 2, 3]));
    if (request.url === '/v1/outages/broken') return send(200, '<html>');
    if (request.headers.authorization !== `Bearer ${TOKEN}`) return send(401, '{}');
    if (request.url !== `/v1/outages/${ID}`) return send(404, '{}');
    const evidence = ['failed/a.txt', 'failed/b.png', 'failed/c.zip', 'failed/gone.txt'].map(
      (key, index) => ({ key, url: `${base}${['/page.txt', '/shot.png', '/x', '/x'][index]}` }),
    );
    return send(200, JSON.stringify({ ...detail, evidence }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

describe('an outage from the history API', () => {
  it('comes with its evidence: text to read, pictures to see, the rest by name', async () => {
    const { outage, evidence } = await outageFromApi(ID, { api: base, token: TOKEN });
    expect(outage).toMatchObject({
      id: ID,
      state: 'closed',
      recurrences: 1,
      startedBetween: { after: Date.parse(started.after), by: Date.parse(started.by) },
      acknowledged: { by: '김담당' },
    });
    expect(outage.incidents[0]).toMatchObject({ matched: 'ORA-12170', databaseText: true });
    expect(outage.timeline).toEqual([
      { at: Date.parse(started.by), type: 'opened' },
      {
        at: Date.parse(started.by),
        type: 'written',
        was: 'something-new',
        text: 'Odd.',
        service: 'work24',
        by: 'x',
      },
    ]);
    expect(evidence).toEqual([
      { key: 'failed/a.txt', excerpt: '데이터베이스 오류가 발생했습니다.' },
      { key: 'failed/b.png', image: 'data:image/png;base64,AQID' },
      { key: 'failed/c.zip' },
      { key: 'failed/gone.txt' },
    ]);
  });

  it.each([
    ['that is over', closedOf(outageOf(['work24', 'eps'], { recurrences: 2 }))],
    ['that goes on', outageOf(['work24'], { unaffected: ['eps'] })],
  ])('%s comes back as the evaluator wrote it', async (_, outage) => {
    const view = outageDetailView(
      { outage, notes: { items: [] }, notices: [], evidence: [] },
      outage.openedAt,
    );
    expect((await sourceOf(JSON.parse(JSON.stringify(view)))).outage).toEqual(outage);
  });

  it.each([
    ['that is not there', 'nope', { token: TOKEN }, UnknownNameError, 'knows no outage nope'],
    ['without a token', ID, {}, InvalidInputError, 'requires a token with read scope'],
    ['that is no outage', 'broken', {}, MonitorFaultError, 'without the outage'],
    ['at no address', ID, { api: 'localhost' }, InvalidInputError, 'not a valid web address'],
    ['at a closed port', ID, { api: 'http://127.0.0.1:1' }, InvalidInputError, 'does not answer'],
  ])('%s is told in one line', async (_, id, options, kind, said) => {
    const error = await outageFromApi(id, { api: base, ...options }).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(kind);
    expect((error as Error).message).toContain(said);
    expect((error as Error).message).not.toContain(TOKEN);
  });
});

describe('an outage from a file', () => {
  async function file(content: unknown): Promise<string> {
    const path = join(folder, 'summary.json');
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  }
  const summary = {
    scenario: 's',
    checks: 1,
    outages: [
      {
        id: ID,
        group: 'moel',
        services: ['work24', 'worknet'],
        cause: {
          layer: 'data',
          kind: 'error-page',
          confidence: 'likely',
          shared: true,
          databaseText: true,
        },
        startedBetween: [null, '2024-07-18T09:15:20+09:00'],
        endedBetween: ['2024-07-18T11:55:30+09:00', '2024-07-18T11:57:30+09:00'],
        downSeconds: 9_610,
        recurrences: 1,
        unaffected: ['eps'],
        timeline: [
          { at: '2024-07-18T09:15:50+09:00', type: 'notice', seq: 1, as: 'opened' },
          { at: '2024-07-18T10:15:50+09:00', type: 'notice', seq: 2, as: 'reopened' },
        ],
      },
    ],
    notices: [
      {
        id: `${ID}#1`,
        at: '2024-07-18T09:15:50+09:00',
        type: 'opened',
        outage: ID,
        subject: 'x',
        text: 'x',
      },
    ],
    services: { work24: {}, worknet: {}, eps: {} },
  };

  it('is read from a summary: every service with the bounds of the outage', async () => {
    const { outage } = await outageFromFile(ID, await file(summary));
    expect(outage.incidents.map(({ service }) => service)).toEqual(['work24', 'worknet']);
    expect(outage.startedBetween).toEqual({ after: null, by: Date.parse(started.by) });
    expect(outage.cause).toMatchObject({ shared: true, databaseText: true });
    expect(outage.unaffected).toEqual(['eps']);
    expect(outage.recurrences).toBe(1);
    expect(outage.timeline).toMatchObject([
      { type: 'notice', seq: 1, as: 'opened' },
      { type: 'notice', seq: 2, as: 'reopened' },
    ]);
  });

  it('is read from a summary of an older version, without fields that it did not have', async () => {
    const [full] = summary.outages;
    const { recurrences, unaffected, timeline, ...old } = full ?? {};
    const { outage } = await outageFromFile(ID, await file({ ...summary, outages: [old] }));
    expect(outage).toMatchObject({ recurrences: 0, unaffected: [], timeline: [] });
  });

  it('is read from a saved answer of the API', async () => {
    const { outage } = await outageFromFile(ID, await file(detail));
    expect(outage.downSeconds).toBe(9_610);
  });

  it.each([
    ['is not there', undefined, 'cannot be read'],
    ['is no JSON', '{', 'cannot be read'],
    ['holds something else', {}, 'neither a summary nor an outage'],
    ['holds other outages', { ...summary, outages: [] }, 'knows no outage'],
  ])('that %s is refused in one line', async (_, content, said) => {
    const path = content === undefined ? join(folder, 'absent.json') : await file(content);
    const error = await outageFromFile(ID, path).catch((one: unknown) => one);
    expect((error as Error).message).toContain(path);
    expect((error as Error).message).toContain(said);
  });
});

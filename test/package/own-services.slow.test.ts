import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MailSink, startMailSink } from '../support/mail-sink.ts';
import { type Installed, installPacked } from './installed.ts';
import { type OwnSite, startOwnSite } from './own-site.ts';

const GUIDE = readFileSync(resolve('docs/own-services.md'), 'utf8');

/** Code blocks of the guide, in order. */
const BLOCKS = [...GUIDE.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(
  ([, language = '', code = '']) => ({ language, code }),
);

const KEY = 'webhook-key';

interface Hooked {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let own: Installed;
let shop: OwnSite;
let desk: OwnSite;
let control: OwnSite;
let mails: MailSink;
let hook: Server;
const hooked: Hooked[] = [];
let watching: ChildProcess | undefined;
let screen = '';

beforeAll(async () => {
  own = installPacked();
  shop = await startOwnSite({ marker: '주문 안내', password: 'shop-password', charset: 'utf-8' });
  desk = await startOwnSite({ marker: '상담 안내', password: 'desk-password', charset: 'euc-kr' });
  control = await startOwnSite({ marker: '사내 포털', password: '', charset: 'utf-8' });
  mails = await startMailSink({ user: 'bonghwa', password: 'mail-password' });
  hook = createServer(async (request, response) => {
    hooked.push({ headers: request.headers, body: await text(request) });
    response.end('ok');
  });
  await new Promise<void>((done) => hook.listen(0, '127.0.0.1', done));
}, 300_000);

afterAll(async () => {
  watching?.kill('SIGKILL');
  await Promise.all([shop, desk, control, mails].map((one) => one?.stop()));
  hook?.close();
  own?.remove();
});

/** The only difference from the guide: the addresses and paths. */
function onThisMachine(code: string): string {
  const { port } = hook.address() as AddressInfo;
  return code
    .replaceAll('https://shop.example.kr', shop.origin)
    .replaceAll('https://desk.example.kr', desk.origin)
    .replaceAll('https://intranet.example.kr', control.origin)
    .replaceAll('https://hooks.example.kr', `http://127.0.0.1:${port}`)
    .replaceAll("'smtp.example.kr'", "'127.0.0.1'")
    .replaceAll('port: 587', `port: ${mails.port}`);
}

function write(path: string, language: string, which = 0): void {
  const block = BLOCKS.filter((one) => one.language === language)[which];
  if (!block) throw new Error(`the guide has no ${language} block ${which}`);
  writeFileSync(join(own.folder, path), onThisMachine(block.code));
}

function shell(code: string): void {
  const { status, err } = own.run('sh', '-ec', code);
  if (status !== 0) throw new Error(`${code}: ${err}`);
}

/** The guide's command that contains these words. */
function command(words: string): string {
  const lines = BLOCKS.filter(({ language }) => language === 'sh').flatMap(({ code }) =>
    code.split('\n'),
  );
  const found = lines.find((line) => line.includes(words));
  if (!found) throw new Error(`the guide has no command with ${words}`);
  return found;
}

function startWatching(): void {
  const [program = '', ...args] = command('bonghwa watch').split(' ');
  watching = spawn(program, [...args, '--port', '0'], {
    cwd: own.folder,
    env: { PATH: own.path, HOME: own.folder, LANG: 'C.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  for (const stream of [watching.stdout, watching.stderr]) {
    stream?.on('data', (chunk) => {
      screen += String(chunk);
    });
  }
}

/** It is started by npx, so the whole process group is ended. */
function end(signal: NodeJS.Signals): void {
  if (watching?.pid !== undefined) process.kill(-watching.pid, signal);
}

async function until<T>(
  what: string,
  seconds: number,
  look: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  for (let left = seconds * 4; left > 0; left -= 1) {
    const found = await look();
    if (found) return found;
    await sleep(250);
  }
  throw new Error(`${what} did not come within ${seconds} s\n${screen}`);
}

const events = () =>
  hooked.map(
    ({ body }) => JSON.parse(body) as { type: string; drill: boolean; services: { id: string }[] },
  );
const address = (name: string) => new RegExp(`^${name} +(\\S+)`, 'm').exec(screen)?.[1];
const toldBySms = () => {
  const path = join(own.folder, 'sent.jsonl');
  const lines = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return [...lines.matchAll(/"sms":"([^"]*)"/g)].map(([, sms = '']) => sms);
};

describe('a stranger who follows the guide', () => {
  it('writes the files that it shows, and the plan is that of both services', () => {
    for (const line of ['npx bonghwa init', 'rm -r journeys']) shell(command(line));
    write('bonghwa.config.ts', 'ts');
    write(
      'send-sms.sh',
      'sh',
      BLOCKS.filter(({ language }) => language === 'sh').findIndex(({ code }) =>
        code.startsWith('#!'),
      ),
    );
    write('bonghwa.secrets.json', 'json');
    shell(command('chmod +x'));
    shell(command('chmod 600'));
    const { status, out } = own.run('npx', 'bonghwa', 'plan');
    expect([status, out]).toEqual([0, expect.stringMatching(/shop\/login[\s\S]*desk\/login/)]);
    expect(out).not.toMatch(/고용|moel|work24|1350/);
  });

  it('sees the first line within a moment, and both services up, logged in', async () => {
    startWatching();
    await until('the first line', 10, () => screen.includes('봉화'));
    const status = await until('the address of the status', 30, () => address('status'));
    await until('both services up', 90, async () => {
      const { services } = (await (await fetch(status)).json()) as {
        services: { state: string }[];
      };
      return services.length === 2 && services.every(({ state }) => state === 'up');
    });
  });

  it('rehearses one channel, and only that one hears of it, marked 모의훈련', async () => {
    shell(command('bonghwa drill'));
    await until('the rehearsal', 30, () => toldBySms().length === 2);
    expect(toldBySms().every((sms) => sms.includes('모의훈련'))).toBe(true);
    expect([hooked.length, mails.mails.length]).toEqual([0, 0]);
  });

  it('rehearses the other channels alike, each alone', async () => {
    shell('npx bonghwa drill --channel webhook-ops');
    await until('the rehearsed webhook', 60, () => hooked.length === 2);
    expect(events().map(({ drill }) => drill)).toEqual([true, true]);
    expect(mails.mails).toHaveLength(0);
    shell('npx bonghwa drill --channel smtp-team');
    await until('the rehearsed mail', 60, () => mails.mails.length === 2);
    for (const { subject } of mails.mails) expect(subject).toContain('모의훈련');
    expect([hooked.length, toldBySms().length]).toEqual([2, 2]);
    hooked.splice(0);
    mails.forget();
  });

  it('hears of a service that breaks by webhook, mail and command, each once', async () => {
    shop.broken = true;
    await until('the webhook', 180, () => events().some(({ type }) => type === 'opened'));
    await until('the mail', 20, () => mails.mails.length > 0);
    await until('the command', 20, () => toldBySms().length > 2);
    expect(events()).toMatchObject([{ type: 'opened', drill: false, services: [{ id: 'shop' }] }]);
    expect(mails.mails).toMatchObject([
      { to: ['team@example.kr'], subject: expect.stringContaining('주문') },
    ]);
    expect(toldBySms()[2]).toContain('주문');
    const [{ headers, body } = { headers: {}, body: '' }] = hooked;
    const signed = `${headers['x-bonghwa-timestamp']}.${body}`;
    const digest = createHmac('sha256', KEY).update(signed).digest('hex');
    expect(headers['x-bonghwa-signature']).toBe(`v1=${digest}`);
  });

  it('sees it on the page, in the API and in the inbox, with nothing of another operator', async () => {
    const status = address('status') ?? '';
    const feed = new URL('/v1/feed.atom', status).href;
    // The record is written after the notices, and the page after the record.
    for (const url of [feed, address('page') ?? '']) {
      await until(url, 90, async () => (await (await fetch(url)).text()).includes('주문'));
    }
    const seen = await Promise.all(
      [status, address('inbox') ?? '', address('page') ?? '', `${address('page')}en/`, feed].map(
        async (url) => (await fetch(url)).text(),
      ),
    );
    for (const page of seen) expect(page).toMatch(/주문|Orders/);
    const told = [
      ...seen,
      ...hooked.map(({ body }) => body),
      ...mails.mails.map((mail) => `${mail.text}${mail.html}`),
    ];
    for (const page of told) expect(page).not.toMatch(/고용|노동부|moel|work24|1350|Employment/);
    expect(mails.mails[0]?.text).toContain('급하면 대표번호로 전화하세요.');
  });

  it('loses nothing when it is killed in the middle, and hears the end once', async () => {
    end('SIGKILL');
    await sleep(500);
    screen = '';
    startWatching();
    await until('the second start', 30, () => address('status'));
    shop.broken = false;
    await until('the end', 180, () => events().some(({ type }) => type === 'closed'));
    await until('the mail of the end', 20, () => mails.mails.length > 1);
    expect(events().map(({ type }) => type)).toEqual(['opened', 'closed']);
    expect(mails.mails).toHaveLength(2);
    expect(toldBySms()).toHaveLength(4);
  });

  it('ends cleanly on a signal', async () => {
    end('SIGTERM');
    const last = 'ended: everything that was acknowledged is in the data folder';
    await until('the last line', 60, () => screen.includes(last));
    expect(screen).not.toMatch(/shop-password|webhook-key|mail-password/);
  });
});

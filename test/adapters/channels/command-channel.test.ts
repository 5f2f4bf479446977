import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCommandChannel } from '#adapters/channels/command/command-channel';
import { USUAL_EVENTS } from '#core/watch/webhooks';
import { CONTEXT, noticeOf } from '../../support/notices.ts';
import { describeChannel } from './contract.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bonghwa-command-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function channel(script: string, timeoutSeconds = 10) {
  return createCommandChannel({
    command: { id: 'sms', run: ['/bin/sh', '-c', script], timeoutSeconds, events: USUAL_EVENTS },
    context: CONTEXT,
    environment: { PATH: process.env.PATH, AWS_SECRET_ACCESS_KEY: 'planted' },
  });
}

const refusalOf = (script: string, timeoutSeconds?: number) =>
  channel(script, timeoutSeconds)
    .send(noticeOf('opened'), 'primary')
    .catch((thrown) => String(thrown));

describeChannel('command', {
  working: () => channel('cat > /dev/null; echo 4711'),
  refusing: () => channel('exit 3'),
});

describe('a command', () => {
  it('gets the notice as JSON on stdin, with the texts for mail and phones', async () => {
    const file = join(folder, 'stdin.json');
    expect(
      await channel(`cat > ${file}; echo id-1; echo more`).send(noticeOf('opened'), 'primary'),
    ).toBe('id-1');
    const notice = noticeOf('opened');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      id: notice.id,
      type: 'opened',
      sms: notice.sms,
      subject: notice.subject,
      text: notice.text,
    });
  });

  it('can append the notices to a file, a line each', async () => {
    const file = join(folder, 'sent.jsonl');
    for (const type of ['opened', 'closed'] as const) {
      await channel(`cat >> ${file}`).send(noticeOf(type), 'primary');
    }
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).type)).toEqual(['opened', 'closed']);
  });

  it('sees nothing of the environment that may be a secret', async () => {
    const file = join(folder, 'environment');
    await channel(`env > ${file}`).send(noticeOf('opened'), 'primary');
    expect(readFileSync(file, 'utf8')).not.toContain('planted');
  });

  it('can end without reading its input', async () => {
    expect(await channel('exit 0').send(noticeOf('opened'), 'primary')).toMatch(/accepted/);
  });

  it('refuses by its exit code, and what it printed is not told', async () => {
    const told = await refusalOf('echo planted; echo planted >&2; exit 3');
    expect(told).toMatch(/it ended with 3/);
    expect(told).not.toContain('planted');
  });

  it('that takes too long is ended with all that it started', async () => {
    const file = join(folder, 'late');
    expect(await refusalOf(`(sleep 2; touch ${file}) & sleep 5`, 1)).toMatch(/longer than 1 s/);
    await sleep(1_300);
    expect(() => readFileSync(file)).toThrow(/ENOENT/);
  });

  it('that does not exist refuses with the reason', async () => {
    const missing = createCommandChannel({
      command: { id: 'sms', run: ['/no/such/program'], timeoutSeconds: 1, events: USUAL_EVENTS },
      context: CONTEXT,
      environment: {},
    });
    const error = await missing.send(noticeOf('opened'), 'primary').catch(String);
    expect(error).toMatch(/cannot be started \(ENOENT\)/);
  });
});

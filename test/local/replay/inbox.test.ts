import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QueueReader } from '#local/cloud/queue-reader';
import { Inbox } from '#local/replay/inbox';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bonghwa-inbox-'));
});
afterEach(() => rm(folder, { recursive: true }));

const record = {
  messageId: '1',
  body: JSON.stringify({ webhook: 'pager', body: { text: '장애' } }),
};

/** A queue that delivers one post, and never forgets it. */
const reader = {
  receive: async () => [record],
  delete: async () => undefined,
} as unknown as QueueReader;

describe('what was delivered', () => {
  it('is kept in a file that only its owner can read, whatever the folder allows', async () => {
    await (await Inbox.open(reader, folder)).drain();
    expect((await stat(join(folder, 'delivered.jsonl'))).mode & 0o077).toBe(0);
  });

  it('counts once, also after a restart', async () => {
    const inbox = await Inbox.open(reader, folder);
    await inbox.drain();
    await inbox.drain();
    const again = await Inbox.open(reader, folder);
    await again.drain();
    expect(again.posts).toEqual([{ to: 'webhook pager', messageId: '1', body: { text: '장애' } }]);
  });
});

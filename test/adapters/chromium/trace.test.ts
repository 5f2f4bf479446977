import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { takeTrace } from '#adapters/chromium/trace';

/** A Playwright that writes what the test tells it to write. */
const writing = (body: string) =>
  ({
    tracing: { stop: ({ path }: { path: string }) => writeFile(path, body) },
  }) as unknown as BrowserContext;

describe('a trace that cannot be read', () => {
  it('is left out, and does not cost the run its result', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bonghwa-trace-'));
    const taken = await takeTrace(writing('no zip at all'), folder, (text) => text);
    await rm(folder, { recursive: true });
    expect(taken).toBeUndefined();
  });
});

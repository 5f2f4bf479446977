import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { BrowserFilesOptions } from '#adapters/chromium/browser-files';
import { createJourneyRunner, type JourneyRunnerOptions } from '#adapters/chromium/journey-runner';
import { selfProof } from '#adapters/chromium/self-proof';
import { classify } from '#core/classify/classify';
import { inspectionOnly } from '#portals/inspection';
import { anInspection } from '../../support/journey-orders.ts';
import { type OddServer, startOddServer } from '../../support/odd-server.ts';

vi.mock(import('#adapters/chromium/self-proof'), async (original) => {
  const { selfProof } = await original();
  return { selfProof: vi.fn(selfProof) };
});

let folder: string;
let server: OddServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bonghwa-test-'));
  server = await startOddServer({
    '/apology': (response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end('<h1>시스템 오류</h1><p>데이터베이스에 연결할 수 없습니다. ORA-12541</p>');
    },
    '/crash': (response) => {
      response.setHeader('content-type', 'text/html');
      response.end('<script>location = "chrome://crash"</script>');
    },
  });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The installed browser with another font. */
function withFont(name: string, content: string): BrowserFilesOptions {
  const source = join(folder, name);
  const packed = join(createRequire(import.meta.url).resolve('@sparticuz/chromium'), '../../bin');
  mkdirSync(join(source, 'fonts'), { recursive: true });
  for (const file of readdirSync(packed)) symlinkSync(join(packed, file), join(source, file));
  writeFileSync(join(source, 'fonts/damaged.ttf'), content);
  return { source, cache: join(folder, 'cache') };
}

async function inspect(path: string, options: Partial<JourneyRunnerOptions> = {}) {
  const runner = createJourneyRunner({ journeys: inspectionOnly, ...options });
  const record = await runner.run(anInspection(new URL(path, server.origin).href, 1_500));
  return { record, verdict: classify(record.observation) };
}

describe('a browser that cannot draw Korean', () => {
  it('blames no portal, after one more try that begins with our own page', async () => {
    const browser = withFont('damaged', 'no font at all');
    const { record, verdict } = await inspect('/apology', { browser });
    expect(verdict).toMatchObject({ result: 'inconclusive', kind: 'monitor-fault' });
    expect(record.observation.fault).toMatchObject({ phase: 'browser', code: 'SELF_PROOF' });
    expect(record.observation.fault?.message).toMatch(/Korean .* Remedy: /);
    expect(record.attempts).toBe(2);
  });
});

describe('a browser that works', () => {
  it('is not asked for a proof while the page works', async () => {
    vi.mocked(selfProof).mockClear();
    expect((await inspect('/healthy')).verdict.result).toBe('passed');
    expect(selfProof).not.toHaveBeenCalled();
    expect((await inspect('/apology')).verdict.result).toBe('failed');
    expect(selfProof).toHaveBeenCalledOnce();
  });

  it.each(['multi', 'single'] as const)(
    'shows our own page and then says what failed, with its processes %s',
    async (processModel) => {
      const { record, verdict } = await inspect('/apology', { processModel });
      expect(verdict).toMatchObject({ result: 'failed', kind: 'error-page' });
      expect(record.attempts).toBe(1);
      expect(record.artefacts.some(({ type }) => type === 'screenshot')).toBe(true);
      expect(Object.keys(record.requests)).toEqual([new URL(server.origin).host]);
    },
  );

  it.each(['multi', 'single'] as const)(
    'is believed about a page that hangs it, with its processes %s',
    async (processModel) => {
      const { record, verdict } = await inspect('/busy', { processModel });
      expect(verdict.result).toBe('failed');
      // With a single process, our own page can only be shown first.
      expect(record.attempts).toBe(processModel === 'single' ? 2 : 1);
    },
  );
});

import { browserFiles } from '#adapters/chromium/browser-files';
import { launchBrowser, type ProcessModel } from '#adapters/chromium/launch';
import { selfProof } from '#adapters/chromium/self-proof';

/** Milliseconds that our own page takes in a browser that has just shown another, one browser a run. */
export async function timeOwnPage(
  processModel: ProcessModel,
  runs: number,
): Promise<readonly number[]> {
  const files = await browserFiles();
  const milliseconds: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const launched = await launchBrowser({
      files,
      processModel,
      timeoutMs: 15_000,
      blockedHosts: [],
      named: ['127.0.0.1'],
    });
    try {
      const context = await launched.browser.newContext();
      await (await context.newPage()).goto('data:text/html,<h1>500</h1>');
      const started = performance.now();
      const fault = await selfProof(context.newPage());
      if (fault) throw new Error(fault.message);
      milliseconds.push(performance.now() - started);
    } finally {
      await launched.end();
    }
  }
  return milliseconds.slice(1);
}

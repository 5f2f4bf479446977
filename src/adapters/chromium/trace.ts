import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { settled } from '#adapters/chromium/deadline';
import type { Redactor } from '#core/run/redaction';
import type { Artefact } from '#core/run/run-record';

const START_MS = 2_000;
const STOP_MS = 4_000;

/** Records Playwright's actions and the look of the page for its trace viewer. */
export async function startTrace(context: BrowserContext): Promise<void> {
  // No film, because pictures cannot be searched for secrets.
  await settled(START_MS, context.tracing.start({ snapshots: true }), undefined);
}

/** The cleaned trace so far. Undefined if it is not complete in time. Never throws. */
export function takeTrace(
  context: BrowserContext,
  folder: string,
  redact: Redactor,
): Promise<Artefact | undefined> {
  return settled(STOP_MS, cleanedTrace(context, folder, redact), undefined);
}

/** `folder` is removed with the run. */
async function cleanedTrace(
  context: BrowserContext,
  folder: string,
  redact: Redactor,
): Promise<Artefact> {
  const path = join(folder, 'trace.zip');
  await context.tracing.stop({ path });
  // Imported here, because few runs keep a trace.
  const { cleanTrace } = await import('#adapters/chromium/clean-trace');
  const body = cleanTrace(await readFile(path), redact);
  return { type: 'trace', contentType: 'application/zip', body };
}

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Where other commands find the system that runs in this folder. */
const FILE = join('.bonghwa', 'running.json');

const shape = z.object({
  url: z.string(),
  stage: z.string(),
  channels: z.array(z.string()),
  /** The SDK's variables for its embedded services. */
  environment: z.record(z.string(), z.string()),
});

export type RunningWatch = z.output<typeof shape>;

export async function sayRunning(running: RunningWatch): Promise<void> {
  await mkdir('.bonghwa', { recursive: true });
  await writeFile(FILE, JSON.stringify(running));
}

export async function sayEnded(): Promise<void> {
  await rm(FILE, { force: true });
}

/** Undefined where none runs, or another command of Bonghwa. */
export async function runningWatch(): Promise<RunningWatch | undefined> {
  const text = await readFile(FILE, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const parsed = shape.safeParse(JSON.parse(text));
  return parsed.success && (await answers(parsed.data.url)) ? parsed.data : undefined;
}

/** A killed one leaves the file behind. */
async function answers(url: string): Promise<boolean> {
  const response = await fetch(`${url}/healthz`).catch(() => undefined);
  await response?.body?.cancel();
  return response !== undefined;
}

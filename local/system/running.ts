import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { makeFolder } from '#adapters/files/make-folder';
import type { Localised } from '#core/time/duration';

/** File through which other commands find the system that runs in this folder. */
const FILE = join('.bonghwa', 'running.json');
const ANSWER_MS = 2_000;

const running = z.object({ url: z.string() });

const watch = running.extend({
  stage: z.string(),
  channels: z.array(z.string()),
  /** The SDK's variables for its embedded services. */
  environment: z.record(z.string(), z.string()),
});

/** Address of a running system's history API. */
export type Running = z.output<typeof running>;
export type RunningWatch = z.output<typeof watch>;

/**
 * Lets other commands find this system. A system that already runs in this folder stays the one
 * they find, and an unwritable folder is no reason to stop. Resolves with a hint for the user in
 * these cases.
 */
export async function sayRunning(here: Running): Promise<Localised | undefined> {
  const other = await recorded(running);
  if (other && other.url !== here.url && (await answers(other.url))) {
    return {
      en:
        `Another Bonghwa runs in this folder, at ${other.url}. Both go on. ` +
        `Other commands find that one; this one with --api ${here.url}.`,
      ko:
        `이 폴더에서 다른 봉화가 ${other.url}에서 실행 중입니다. 둘 다 계속됩니다. ` +
        `다른 명령은 그쪽을 찾습니다. 이쪽은 --api ${here.url}로 지정하십시오.`,
    };
  }
  try {
    await makeFolder('.bonghwa');
    await writeFile(FILE, JSON.stringify(here));
    return undefined;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      en: `${why}. Other commands find this system with --api ${here.url}.`,
      ko: `원문: ${why}. 다른 명령에는 --api ${here.url}을 주십시오.`,
    };
  }
}

/** Does not touch the record of another system. */
export async function sayEnded(here: Running): Promise<void> {
  if ((await recorded(running))?.url !== here.url) return;
  await rm(FILE, { force: true }).catch(() => undefined);
}

/** Undefined if none runs, or if another command of Bonghwa runs. */
export async function runningWatch(): Promise<RunningWatch | undefined> {
  const found = await recorded(watch);
  return found && (await answers(found.url)) ? found : undefined;
}

/** Undefined if the file is missing, unreadable or contains something else. */
async function recorded<T>(shape: z.ZodType<T>): Promise<T | undefined> {
  try {
    return shape.parse(JSON.parse(await readFile(FILE, 'utf8')));
  } catch {
    return undefined;
  }
}

/** A killed system leaves its file behind. */
async function answers(url: string): Promise<boolean> {
  const signal = AbortSignal.timeout(ANSWER_MS);
  const response = await fetch(`${url}/healthz`, { signal }).catch(() => undefined);
  await response?.body?.cancel();
  return response !== undefined;
}

import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { InvalidInputError } from '#core/errors';
import type { Scenario } from '#core/scenario/scenario';
import type { Instant } from '#core/time/time';

/** Progress of a replay in its data folder, so that the next start continues there. */
export interface Progress {
  /** The first tick: the scenario's start, or the one that a killed process had begun. */
  readonly from: Instant;
  readonly resumed: boolean;
  reached(tick: Instant): Promise<void>;
}

const stored = z.object({ scenario: z.string(), tick: z.number() });

/** Throws InvalidInputError if the folder contains another scenario. */
export async function openProgress(folder: string, scenario: Scenario): Promise<Progress> {
  const path = join(folder, 'progress.json');
  const before = await read(path);
  if (before && before.scenario !== scenario.name) {
    throw new InvalidInputError(
      {
        en: `The data folder ${folder} holds a replay of ${before.scenario}, not of ${scenario.name}.`,
        ko: `데이터 폴더 ${folder} 폴더에는 ${scenario.name}이 아니라 ${before.scenario} 시나리오가 있습니다.`,
      },
      {
        en: 'Name another folder with --data FOLDER.',
        ko: '--data FOLDER로 다른 폴더를 지정하십시오.',
      },
    );
  }
  return {
    from: before?.tick ?? scenario.from,
    resumed: before !== undefined,
    async reached(tick) {
      // After a kill at any moment, a reader sees the old file or the new one.
      await writeFile(`${path}.new`, JSON.stringify({ scenario: scenario.name, tick }));
      await rename(`${path}.new`, path);
    },
  };
}

async function read(path: string): Promise<z.infer<typeof stored> | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const parsed = stored.safeParse(parse(text));
  if (parsed.success) return parsed.data;
  throw new InvalidInputError(
    { en: `${path} is not what a replay wrote.`, ko: `${path} 파일은 재현 기록이 아닙니다.` },
    {
      en: 'Delete the data folder, or name another with --data FOLDER.',
      ko: '데이터 폴더를 지우거나 --data FOLDER로 다른 폴더를 지정하십시오.',
    },
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

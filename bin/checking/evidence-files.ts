import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeFolder } from '#adapters/files/make-folder';
import { defined } from '#core/defined';
import type { EvidenceType } from '#core/run/result';
import type { Artefact } from '#core/run/run-record';
import type { Language } from '#core/time/duration';
import { CHECKING_TEXTS } from '../texts/checking.ts';

export interface EvidenceFile {
  readonly type: EvidenceType;
  readonly path: string;
  /** The step that a picture shows. */
  readonly step?: string;
}

/**
 * Writes evidence below the working directory, or into a temporary folder. A write that fails does
 * not change the verdict.
 */
export async function writeEvidence(
  artefacts: readonly Artefact[],
  name: string,
  language: Language,
): Promise<readonly EvidenceFile[]> {
  if (artefacts.length === 0) return [];
  try {
    return await writeAll(artefacts, await openFolder(name));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    console.error(`bonghwa: ${CHECKING_TEXTS[language].notKept(why)}`);
    return [];
  }
}

function writeAll(
  artefacts: readonly Artefact[],
  folder: string,
): Promise<readonly EvidenceFile[]> {
  return Promise.all(
    artefacts.map(async ({ type, contentType, body, step }, index) => {
      // Several pictures of one type, in the order of their steps.
      const name = step === undefined ? type : `${type}-${index + 1}`;
      const path = join(folder, `${name}.${extension(contentType)}`);
      await writeFile(path, body);
      return { type, path, ...defined({ step }) };
    }),
  );
}

async function openFolder(name: string): Promise<string> {
  const folder = resolve('.bonghwa/evidence', name);
  try {
    await makeFolder(folder);
    return folder;
  } catch {
    return mkdtemp(join(tmpdir(), 'bonghwa-evidence-'));
  }
}

function extension(contentType: string): string {
  if (contentType.startsWith('text/plain')) return 'txt';
  return (contentType.split('/')[1] ?? 'bin').replace('jpeg', 'jpg');
}

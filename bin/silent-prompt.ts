import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Language } from '#core/time/duration';
import { DONE_TEXTS } from './texts/done.ts';

/** Asks on the terminal without showing the answer or its length. */
export async function askSilently(question: string, language: Language): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  process.stderr.write(`${question} (${DONE_TEXTS[language].notShown}): `);
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}

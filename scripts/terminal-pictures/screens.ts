import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { Language } from '#core/time/duration';
import { terminalSvg } from './svg.ts';

const FACE = resolve('bin/bonghwa.mjs');
const PICTURES = resolve('docs/pictures');
const OUTAGE = 'moel-20240718-0915';

export interface Screen {
  readonly name: string;
  readonly args: readonly string[];
  readonly language: Language;
  readonly columns: 80 | 120;
  /** The picture ends before the first line that begins with this. */
  readonly until?: string;
}

/** `summary` is the file for what `simulatedSummary` gives. */
export function screensOf(summary: string): readonly Screen[] {
  return [
    { name: 'start', args: ['up', '--exit'], language: 'ko', columns: 80, until: '── ' },
    { name: 'start', args: ['up', '--exit'], language: 'en', columns: 120, until: '── ' },
    { name: 'why', args: ['why', OUTAGE, '--from', summary], language: 'ko', columns: 80 },
    { name: 'why', args: ['why', OUTAGE, '--from', summary], language: 'en', columns: 120 },
    { name: 'plan', args: ['plan'], language: 'ko', columns: 80, until: '장애를 알리는 곳' },
    { name: 'plan', args: ['plan'], language: 'en', columns: 120, until: 'Told of an outage' },
    { name: 'doctor', args: ['doctor'], language: 'ko', columns: 80 },
    { name: 'help', args: ['--help'], language: 'ko', columns: 80 },
    { name: 'help', args: ['--help'], language: 'en', columns: 120 },
  ];
}

export function simulatedSummary(): string {
  return output(['simulate', '2024-07-18', '--json'], 80);
}

export function pictureOf({ name, language, columns }: Screen): string {
  return join(PICTURES, `screen-${name}-${language}-${columns}.svg`);
}

/** What the command prints now, as a picture. */
export function drawn({ name, args, language, columns, until }: Screen): string {
  const title = name === 'start' ? 'npm start' : `npx bonghwa ${name}`;
  const shown = cut(output([...args, '--lang', language], columns), until);
  return terminalSvg(shown, { title, columns });
}

function output(args: readonly string[], columns: number): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [FACE, ...args], {
    encoding: 'utf8',
    env: { ...process.env, COLUMNS: String(columns), FORCE_COLOR: '1' },
  });
  // `doctor` exits with 1 here, because nobody is subscribed.
  if (status === 0 || (status === 1 && args[0] === 'doctor')) return stdout;
  throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
}

function cut(text: string, until: string | undefined): string {
  if (until === undefined) return text;
  const lines = text.split('\n');
  const end = lines.findIndex((line) => line.startsWith(until));
  return lines.slice(0, end < 0 ? undefined : end).join('\n');
}

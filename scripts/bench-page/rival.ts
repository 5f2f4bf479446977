import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const FOLDER = resolve(import.meta.dirname, '../../.bonghwa/bench-page');
const run = promisify(execFile);

/** A status page that many use, which its package can write without an account. */
export const RIVAL = { name: 'statuspage (PyPI)', version: '0.8.1' } as const;

/** Six systems down together and one incident before, as on ours. */
const RENDER = `
import sys, json
from jinja2 import Template
names = ['Work24', 'Worknet', 'Employment Insurance', 'Employment Support', 'HRD-Net', 'EPS']
down = 'major outage'
incidents = [
  dict(created='2024/07/18, 00:15', closed=False, severity=down, systems=names,
       title='No answer', body='<p>The cause is being looked for.</p>', updates=[]),
  dict(created='2024/06/10, 18:10', closed=True, severity=down, systems=['EPS'],
       title='Certificate expired', body='<p>It was renewed.</p>', updates=[]),
]
config = dict(title='Employment services', footer='Status page', logo='logo.png', favicon='favicon.png')
print(Template(open(sys.argv[1]).read()).render(
  config=config, panels={down: names}, incidents=incidents,
  systems={name: dict(status=down) for name in names}))
`;

export type RivalFiles = ReadonlyMap<
  string,
  { readonly body: string; readonly contentType: string }
>;

/** The page as its package writes it; a reason when the package cannot be had. */
export async function rivalFiles(): Promise<RivalFiles | { readonly missing: string }> {
  try {
    const template = await unpacked();
    const { stdout } = await run('python3', ['-c', RENDER, join(template, 'template.html')], {
      env: { ...process.env, PYTHONPATH: join(FOLDER, 'python') },
    });
    const text = (name: string) => readFile(join(template, name), 'utf8');
    return new Map([
      ['index.html', { body: stdout, contentType: 'text/html; charset=utf-8' }],
      ['style.css', { body: await text('style.css'), contentType: 'text/css' }],
      ['statuspage.js', { body: await text('statuspage.js'), contentType: 'text/javascript' }],
      ['translations.ini', { body: await text('translations.ini'), contentType: 'text/plain' }],
    ]);
  } catch (error) {
    return { missing: String(error).split('\n')[0] ?? '' };
  }
}

async function unpacked(): Promise<string> {
  const root = join(FOLDER, `statuspage-${RIVAL.version}`);
  const template = join(root, 'statuspage/template');
  if (existsSync(template) && existsSync(join(FOLDER, 'python'))) return template;
  await mkdir(FOLDER, { recursive: true });
  const pip = ['-m', 'pip', '-q', '--disable-pip-version-check'];
  // Only unpacked: its setup is of an old Python.
  const source = ['download', '--no-deps', '-d', FOLDER, `statuspage==${RIVAL.version}`];
  await run('python3', [...pip, ...source]);
  await run('tar', ['xzf', join(FOLDER, `statuspage-${RIVAL.version}.tar.gz`), '-C', FOLDER]);
  await run('python3', [...pip, 'install', '--target', join(FOLDER, 'python'), 'jinja2==3.1.6']);
  await writeFile(join(FOLDER, 'README'), 'Made by npm run bench:page; may be deleted.\n');
  return template;
}

/** Hosts that a browser asks for the page beside its own. */
export function otherHosts({ body }: { readonly body: string }): readonly string[] {
  const asked = [...body.matchAll(/(?:href|src)="(https?:\/\/[^"]+)"/g)].map(([, url = '']) => url);
  return [...new Set(asked.map((url) => new URL(url).host))];
}

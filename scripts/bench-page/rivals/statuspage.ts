import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FOLDER, type Rival, run, SERVICES } from './rival.ts';

const VERSION = '0.8.1';

const RENDER = `
import sys, json
from jinja2 import Template
names = json.loads(sys.argv[2])
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

/** A page that its package can write without an account. */
export const statuspage: Rival = {
  name: `statuspage ${VERSION} (PyPI)`,
  start: 'index.html',
  async files() {
    const template = await unpacked();
    const source = join(template, 'template.html');
    const { stdout } = await run('python3', ['-c', RENDER, source, JSON.stringify(SERVICES)], {
      env: { ...process.env, PYTHONPATH: join(FOLDER, 'python') },
    });
    const text = (name: string) => readFile(join(template, name), 'utf8');
    return new Map([
      ['index.html', { body: stdout, contentType: 'text/html; charset=utf-8' }],
      ['style.css', { body: await text('style.css'), contentType: 'text/css' }],
      ['statuspage.js', { body: await text('statuspage.js'), contentType: 'text/javascript' }],
      ['translations.ini', { body: await text('translations.ini'), contentType: 'text/plain' }],
    ]);
  },
};

async function unpacked(): Promise<string> {
  const template = join(FOLDER, `statuspage-${VERSION}`, 'statuspage/template');
  if (existsSync(template) && existsSync(join(FOLDER, 'python'))) return template;
  await mkdir(FOLDER, { recursive: true });
  const pip = ['-m', 'pip', '-q', '--disable-pip-version-check'];
  // Only unpacked, because its setup needs an old Python.
  await run('python3', [...pip, 'download', '--no-deps', '-d', FOLDER, `statuspage==${VERSION}`]);
  await run('tar', ['xzf', join(FOLDER, `statuspage-${VERSION}.tar.gz`), '-C', FOLDER]);
  await run('python3', [...pip, 'install', '--target', join(FOLDER, 'python'), 'jinja2==3.1.6']);
  return template;
}

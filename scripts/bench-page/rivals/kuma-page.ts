import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { FOLDER, type Rival, type RivalFile, run, SERVICES } from './rival.ts';

const PACKAGE = 'uptime-kuma@2.0.0-dev.0';
const SLUG = 'employment';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
};

/** Its built pages, with the data that its server puts into them and returns for their requests. */
export const uptimeKuma: Rival = {
  name: `${PACKAGE.replace('@', ' ')} (npm)`,
  start: `status/${SLUG}`,
  async files() {
    const dist = join(await unpacked(), 'dist');
    const names = await readdir(dist, { recursive: true });
    const files = new Map<string, RivalFile>();
    for (const name of names) {
      const contentType = TYPES[extname(name)];
      if (contentType) files.set(name, { body: await readFile(join(dist, name)), contentType });
    }
    const index = await readFile(join(dist, 'index.html'), 'utf8');
    const preloaded = `<script>window.preloadData = ${JSON.stringify(PAGE)};</script></head>`;
    const html = 'text/html; charset=utf-8';
    files.set(`status/${SLUG}`, { body: index.replace('</head>', preloaded), contentType: html });
    files.set(`api/status-page/heartbeat/${SLUG}`, {
      body: JSON.stringify(heartbeats()),
      contentType: 'application/json',
    });
    return files;
  },
};

async function unpacked(): Promise<string> {
  const root = join(FOLDER, 'uptime-kuma');
  if (existsSync(join(root, 'package/dist/index.html'))) return join(root, 'package');
  await mkdir(root, { recursive: true });
  const { stdout } = await run('npm', ['pack', '--silent', PACKAGE], { cwd: root });
  await run('tar', ['-xzf', stdout.trim()], { cwd: root });
  return join(root, 'package');
}

/** As `StatusPage.getStatusPageData` of its server returns it. */
const PAGE = {
  config: {
    ...{ slug: SLUG, title: 'Employment services', description: '', icon: '/icon.svg' },
    ...{ theme: 'auto', published: true, showTags: false, customCSS: '', footerText: '' },
    ...{ showPoweredBy: true, googleAnalyticsId: null, showCertificateExpiry: false },
  },
  incident: {
    ...{ id: 1, style: 'danger', title: 'No answer', content: 'The cause is being looked for.' },
    ...{ pin: 1, createdDate: '2024-07-18 00:15:00', lastUpdatedDate: null },
  },
  publicGroupList: [
    {
      ...{ id: 1, name: 'Services', weight: 1 },
      monitorList: SERVICES.map((name, index) => ({ id: index + 1, name, sendUrl: 0 })),
    },
  ],
  maintenanceList: [],
};

/** Fifty for each service, the last five of them down. */
function heartbeats() {
  const ids = SERVICES.map((_, index) => index + 1);
  const list = Array.from({ length: 50 }, (_, index) => ({
    ...{ status: index < 45 ? 1 : 0, msg: '', ping: 120 },
    time: new Date(Date.UTC(2024, 6, 17, 23, 30 + index))
      .toISOString()
      .replace('T', ' ')
      .slice(0, 19),
  }));
  return {
    heartbeatList: Object.fromEntries(ids.map((id) => [id, list])),
    uptimeList: Object.fromEntries(ids.map((id) => [`${id}_24`, 0.9])),
  };
}

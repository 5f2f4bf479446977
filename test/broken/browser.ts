import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { browserFiles } from '#adapters/chromium/browser-files';
import { DEFAULT_LIMITS } from '#core/watch/defaults';
import type { BrokenMonitor, Ending, Lab } from './lab.ts';

const PACKED = join(createRequire(import.meta.url).resolve('@sparticuz/chromium'), '../../bin');
const FONT = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/nanum-gothic/400Regular/NanumGothic_400Regular.ttf',
);

/** The installed packages, changed by `harm` before they are used. */
async function fromPackage(
  lab: Lab,
  harm: (source: string) => void,
  over: Parameters<Lab['inspect']>[1] = {},
): Promise<Ending> {
  const source = join(lab.folder, 'package');
  rmSync(source, { recursive: true, force: true });
  mkdirSync(join(source, 'fonts'), { recursive: true });
  for (const file of readdirSync(PACKED)) symlinkSync(join(PACKED, file), join(source, file));
  symlinkSync(FONT, join(source, 'fonts', basename(FONT)));
  harm(source);
  const cache = join(lab.folder, 'harmed');
  const ending = await lab.inspect({ browser: { source, cache } }, over);
  rmSync(cache, { recursive: true, force: true });
  return ending;
}

/** Another program instead of the browser. */
function inPlaceOfTheBrowser(source: string, program: Buffer): void {
  rmSync(join(source, 'chromium.br'));
  writeFileSync(join(source, 'chromium.br'), brotliCompressSync(program, { params: {} }));
}

/** The cached browser, changed by `harm`. */
async function fromCache(lab: Lab, harm: (folder: string) => void): Promise<Ending> {
  const { executable } = await browserFiles({ cache: lab.cache });
  harm(join(executable, '..'));
  return lab.inspect();
}

function cut(source: string, file: string): void {
  const path = join(source, file);
  const whole = readFileSync(path);
  rmSync(path);
  writeFileSync(path, whole.subarray(0, whole.length / 2));
}

const SHORT = { ...DEFAULT_LIMITS, stepMs: 2_000, queueBudgetMs: 2_000, journeyMs: 9_000 };

export const brokenBrowsers: readonly BrokenMonitor[] = [
  {
    name: 'the browser package is missing',
    ends: 'monitor-fault',
    cheap: true,
    run: (lab) => fromPackage(lab, (source) => rmSync(source, { recursive: true })),
  },
  {
    name: 'the packed browser was cut off',
    ends: 'monitor-fault',
    cheap: true,
    run: (lab) => fromPackage(lab, (source) => cut(source, 'chromium.br')),
  },
  {
    name: 'a library is missing from the package',
    ends: 'monitor-fault',
    cheap: true,
    run: (lab) => fromPackage(lab, (source) => rmSync(join(source, 'al2023.tar.br'))),
  },
  {
    name: 'there is no font in the package',
    ends: 'monitor-fault',
    cheap: true,
    run: (lab) => fromPackage(lab, (source) => rmSync(join(source, 'fonts', basename(FONT)))),
  },
  {
    name: 'the font is damaged',
    ends: 'monitor-fault',
    run: (lab) =>
      fromPackage(lab, (source) => {
        rmSync(join(source, 'fonts', basename(FONT)));
        writeFileSync(join(source, 'fonts/damaged.ttf'), 'no font');
      }),
  },
  {
    name: 'the browser is no program of this machine',
    ends: 'monitor-fault',
    run: (lab) =>
      fromPackage(lab, (source) => inPlaceOfTheBrowser(source, Buffer.from('\x7fELF?'))),
  },
  {
    name: 'the browser ends at once',
    ends: 'monitor-fault',
    run: (lab) =>
      fromPackage(lab, (source) => inPlaceOfTheBrowser(source, readFileSync('/bin/false'))),
  },
  {
    name: 'the browser starts and never answers',
    ends: 'monitor-fault',
    run: (lab) => {
      const yes = (source: string) => inPlaceOfTheBrowser(source, readFileSync('/usr/bin/yes'));
      return fromPackage(lab, yes, { limits: SHORT });
    },
  },
  {
    name: 'a library is missing from the kept browser',
    ends: 'passed',
    run: (lab) => fromCache(lab, (folder) => rmSync(join(folder, 'libnss3.so'))),
  },
  {
    name: 'the kept browser was cut off',
    ends: 'passed',
    run: (lab) => fromCache(lab, (folder) => truncateSync(join(folder, 'chromium'), 1_000_000)),
  },
  {
    name: 'the kept browser may no longer be started',
    ends: 'passed',
    run: (lab) => fromCache(lab, (folder) => chmodSync(join(folder, 'chromium'), 0o644)),
  },
  {
    name: 'the kept fonts and their settings are damaged',
    ends: 'passed',
    run: (lab) =>
      fromCache(lab, (folder) => {
        copyFileSync(join(folder, 'manifest.json'), join(folder, 'fonts.conf'));
        for (const font of readdirSync(join(folder, 'fonts'))) {
          writeFileSync(join(folder, 'fonts', font), 'no font');
        }
      }),
  },
  {
    name: 'a crash left the kept browser half unpacked',
    ends: 'passed',
    run: (lab) => fromCache(lab, (folder) => rmSync(join(folder, 'manifest.json'))),
  },
  {
    name: 'the browser is killed in every run',
    ends: 'monitor-fault',
    run: (lab) => lab.inspect({ onBrowser: (pid) => setTimeout(() => signal(pid, 'SIGKILL'), 60) }),
  },
  {
    name: 'the browser is killed once',
    ends: 'passed',
    run: (lab) => {
      let killed = false;
      return lab.inspect({
        onBrowser: (pid) => {
          if (!killed) signal(pid, 'SIGKILL');
          killed = true;
        },
      });
    },
  },
  {
    name: 'the process that draws the page is killed in every run',
    ends: 'monitor-fault',
    run: (lab) => lab.inspect({ onBrowser: (pid) => killRenderers(pid) }),
  },
  {
    name: 'the browser freezes in every run',
    ends: 'monitor-fault',
    run: (lab) =>
      lab.inspect(
        { onBrowser: (pid) => setTimeout(() => signal(pid, 'SIGSTOP'), 60) },
        { limits: { ...SHORT, journeyMs: 90_000 } },
      ),
  },
  {
    name: 'the browser hangs when it is closed',
    ends: 'passed',
    run: (lab) => {
      let browser: number | undefined;
      return lab.inspect(
        {
          onBrowser: (pid) => {
            browser = pid;
          },
        },
        {
          onStep: ({ layer }) =>
            layer === 'static' && setTimeout(() => signal(browser, 'SIGSTOP'), 900),
        },
      );
    },
  },
  {
    name: 'two runs at once',
    ends: 'passed',
    run: async (lab) => {
      const [first, second] = await Promise.all([lab.inspect(), lab.inspect()]);
      return first?.result === 'passed' ? (second ?? first) : first;
    },
  },
];

function signal(pid: number | undefined, name: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, name);
  } catch {
    // It has ended already.
  }
}

/** For as long as the browser runs. */
function killRenderers(browser: number | undefined): void {
  const timer = setInterval(() => {
    const all = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry));
    if (!all.includes(String(browser))) clearInterval(timer);
    for (const pid of all) if (isRenderer(pid, browser)) process.kill(Number(pid), 'SIGKILL');
  }, 15);
}

function isRenderer(pid: string, browser: number | undefined): boolean {
  try {
    const [, , group] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return Number(group) === browser && command.includes('--type=renderer');
  } catch {
    return false;
  }
}

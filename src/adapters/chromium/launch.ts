import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import type { BrowserFiles } from '#adapters/chromium/browser-files';
import { settled } from '#adapters/chromium/deadline';
import { killGroup } from '#adapters/chromium/process-group';
import { refusedHosts } from '#adapters/chromium/refused-hosts';
import { browserOf, closeRunFolder, openRunFolder } from '#adapters/chromium/run-folder';
import type { WayOut } from '#adapters/way-out/way-out';

/** `single` needs less memory and is known to work on Lambda. `multi` survives a page's crash. */
export type ProcessModel = 'single' | 'multi';

export interface LaunchOptions {
  readonly files: BrowserFiles;
  readonly processModel: ProcessModel;
  readonly timeoutMs: number;
  /** Hosts that are never requested. `*.example.com` covers all below. */
  readonly blockedHosts: readonly string[];
  /** The port of the address to open, if it names one. */
  readonly port?: string;
  /** Hosts that the user named. Only these may be private addresses. */
  readonly named: readonly string[];
  /** SHA-256 in base64 of keys whose certificates are trusted whoever issued them. */
  readonly trustedKeys?: readonly string[];
  readonly proxy?: WayOut['proxy'];
  /** With a window, for a person who watches; the packed browser has none. */
  readonly headed?: boolean;
}

/** The browser of one run and its files. */
export interface LaunchedBrowser {
  readonly browser: Browser;
  readonly pid: number | undefined;
  /** Used only by this run. Removed at its end. */
  readonly folder: string;
  /** Ends the browser in any state and removes its files. Never throws. Takes at most about 3 s. */
  end(): Promise<void>;
}

/**
 * The package's own list without `--disable-web-security` and `--allow-running-insecure-content`.
 * These would hide faults that citizens see, and run logins without the same-origin policy.
 */
const ARGUMENTS = [
  '--disable-domain-reliability',
  '--disable-print-preview',
  '--disk-cache-size=33554432',
  '--no-pings',
  '--font-render-hinting=none',
  '--disable-features=AudioServiceOutOfProcess,IsolateOrigins,site-per-process',
  '--disable-site-isolation-trials',
  '--ignore-gpu-blocklist',
  '--in-process-gpu',
  '--disable-webgl',
  '--disable-setuid-sandbox',
  '--no-sandbox',
  '--no-zygote',
];

const CLOSE_MS = 1_500;

/**
 * Loaded on demand, because it takes 0.2 s and not every process starts a browser. Not by `import`,
 * which would first read the whole library for the names of its exports.
 */
function playwright(): typeof import('playwright-core') {
  return createRequire(import.meta.url)('playwright-core');
}

/** Starts one browser for one run. */
export async function launchBrowser(options: LaunchOptions): Promise<LaunchedBrowser> {
  const { chromium } = playwright();
  const run = await openRunFolder();
  try {
    const browser = await chromium.launch({
      executablePath: options.files.executable,
      headless: options.headed !== true,
      args: browserArguments({ ...options, named: namedWithProxy(options) }),
      ignoreDefaultArgs: ['--disable-popup-blocking'],
      env: {
        ...SET_BY_CHROMIUM,
        ...inherited(options.headed === true ? [...PLAIN, ...SCREEN] : PLAIN),
        ...options.files.environment,
        TMPDIR: run,
        HOME: run,
        BONGHWA_RUN: run,
      },
      ...(options.proxy ? { proxy: playwrightProxy(options.proxy) } : {}),
      artifactsDir: run,
      tracesDir: run,
      timeout: options.timeoutMs,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    return { browser, pid: browserOf(run), folder: run, end: () => end(browser, run) };
  } catch (error) {
    await closeRunFolder(run);
    throw error;
  }
}

/** Without this, the rules against private addresses would block the proxy too. */
function namedWithProxy({ named, proxy }: LaunchOptions): readonly string[] {
  return proxy ? [...named, new URL(proxy.server).hostname] : named;
}

/** Playwright keeps the account out of the command line. */
function playwrightProxy({ server, bypass, account }: NonNullable<WayOut['proxy']>) {
  return {
    server,
    bypass: ['127.0.0.1', 'localhost', ...bypass].join(','),
    ...(account ? { username: account.user, password: account.password } : {}),
  };
}

/** Command line of the browser; Playwright adds more. */
export function browserArguments({
  processModel,
  blockedHosts,
  port,
  named,
  trustedKeys = [],
}: Omit<LaunchOptions, 'files' | 'timeoutMs' | 'proxy' | 'headed'>): string[] {
  const rules = [...blockedHosts, ...refusedHosts(named)]
    .map((host) => `MAP ${host} ~NOTFOUND`)
    .join(', ');
  return [
    ...ARGUMENTS,
    ...(trustedKeys.length > 0
      ? [`--ignore-certificate-errors-spki-list=${trustedKeys.join(',')}`]
      : []),
    ...(processModel === 'single' ? ['--single-process'] : []),
    // Chromium blocks ports of old protocols and could not report a refused connection there.
    ...(port ? [`--explicitly-allowed-ports=${port}`] : []),
    // The resolver refuses these hosts. No request is intercepted, so the others are not slowed.
    ...(rules === '' ? [] : [`--host-resolver-rules=${rules}`]),
  ];
}

/**
 * Chromium sets these itself while its other threads read the environment. glibc moves the whole
 * environment for each new name, and a reader then dies with SIGSEGV: about one start in a
 * thousand. A name that is there already is replaced in place.
 * Source: setenv(3), "MT-Unsafe const:env"; every name is one that Chromium 153 sets.
 */
const SET_BY_CHROMIUM = {
  DBUS_SESSION_BUS_ADDRESS: 'disabled:',
  FC_FONTATIONS: '1',
  VK_ICD_FILENAMES: '',
};

const PLAIN = ['PATH', 'LANG', 'LC_ALL', 'TZ'];
/** Where a window is shown. */
const SCREEN = ['DISPLAY', 'XAUTHORITY', 'WAYLAND_DISPLAY', 'XDG_RUNTIME_DIR'];

/** The browser's environment holds no credentials, in case a page breaks into it. */
function inherited(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Killed, because nothing of it is kept: a polite end takes 0.1 s, and some browsers never do. */
async function end(browser: Browser, run: string): Promise<void> {
  killRun(run);
  await settled(CLOSE_MS, browser.close(), undefined);
  await closeRunFolder(run);
}

function killRun(run: string): void {
  const pid = browserOf(run);
  if (pid !== undefined) killGroup(pid);
}

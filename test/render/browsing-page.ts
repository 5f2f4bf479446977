import type { Browser, Page } from 'playwright-core';
import { browserFiles } from '#adapters/chromium/browser-files';
import { launchBrowser } from '#adapters/chromium/launch';
import type { PageFacts } from '#core/page/public-page';
import { servePage } from '#local/page/page-server';
import { archiveFiles, presentFiles } from '#render/site';

export interface ServedPage {
  readonly url: string;
  /** Replaces what is served. */
  show(facts: PageFacts): void;
  /** Sets the server's time. */
  setTime(at: number): void;
  stop(): Promise<void>;
}

/** The page of some facts on loopback, at the time at which it was written. */
export async function serveFacts(first: PageFacts): Promise<ServedPage> {
  let facts = first;
  let time = first.writtenAt;
  let files = filesOf(first);
  const server = await servePage({
    port: 0,
    now: () => time,
    read: async (path) => {
      const file = files.get(path);
      return file && { body: Buffer.from(file.body), contentType: file.contentType };
    },
  });
  return {
    url: server.url,
    show(next) {
      facts = next;
      time = facts.writtenAt;
      files = filesOf(facts);
    },
    setTime(at) {
      time = at;
    },
    stop: server.stop,
  };
}

function filesOf(facts: PageFacts) {
  const files = [...archiveFiles(facts), ...presentFiles(facts)];
  return new Map(files.map((file) => [file.path, file]));
}

export interface Look {
  readonly width: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly reducedMotion?: boolean;
  readonly javaScript?: boolean;
  /** 2: half the CSS pixels, as at a zoom of 200 %. */
  readonly zoom?: number;
}

/** The browser that ships, with fonts for Hangul. */
export async function openBrowser(): Promise<{ browser: Browser; end(): Promise<void> }> {
  const { browser, end } = await launchBrowser({
    files: await browserFiles(),
    processModel: 'multi',
    timeoutMs: 30_000,
    blockedHosts: [],
    named: ['127.0.0.1'],
  });
  return { browser, end };
}

export async function openPage(browser: Browser, look: Look): Promise<Page> {
  const zoom = look.zoom ?? 1;
  const context = await browser.newContext({
    viewport: {
      width: Math.round(look.width / zoom),
      height: Math.round((look.height ?? 800) / zoom),
    },
    deviceScaleFactor: zoom,
    colorScheme: look.dark ? 'dark' : 'light',
    reducedMotion: look.reducedMotion ? 'reduce' : 'no-preference',
    javaScriptEnabled: look.javaScript ?? true,
    locale: 'ko-KR',
  });
  return context.newPage();
}

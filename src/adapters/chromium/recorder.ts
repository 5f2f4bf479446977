import type { EventEmitter } from 'node:events';
import type { BrowserContext, Dialog, Frame, Page, Request, Response } from 'playwright-core';
import { settled } from '#adapters/chromium/deadline';
import { StepFailedError } from '#adapters/chromium/faults';
import { isBackground, isErrorBody } from '#core/classify/request-parts';
import { defined } from '#core/defined';
import type { FailedRequest, Observation, PendingRequest, SeenDialog } from '#core/run/observation';

/** One request of a run, as evidence. Without headers and bodies, because they contain sessions. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly resource: string;
  /** Since the run began, ms. */
  readonly startedMs: number;
  durationMs?: number;
  status?: number;
  failure?: string;
}

export interface SeenLine {
  readonly atMs: number;
  readonly type: string;
  readonly text: string;
}

/** The main document according to its headers. */
export interface SeenDocument {
  readonly response: Response;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** Enough for any real page. A page that needs more is broken and must not exhaust our memory. */
const MOST = {
  requests: 1_000,
  lines: 200,
  dialogs: 20,
  dialogsPerRun: 40,
  failedRequests: 5,
  body: 300,
  hosts: 50,
} as const;
const DATA: readonly string[] = ['xhr', 'fetch'];
/** A larger answer carries data. Bytes. */
const LONGEST_BODY = 8_192;
const BODY_MS = 1_000;

/** Listens to everything a run's browser context does. */
export class Recorder {
  readonly requests: SeenRequest[] = [];
  readonly lines: SeenLine[] = [];
  readonly dialogs: SeenDialog[] = [];
  readonly hosts: Record<string, number> = {};
  /** The first TLS answer of each host that the run was led to, or that the user named. */
  readonly secured = new Map<string, Response>();
  document: SeenDocument | undefined;
  /** Takes the calm pages on the way, if the caller reads them. */
  unread: Observation[] | undefined;
  /** Failed data requests of the visible document. */
  failedRequests: FailedRequest[] = [];
  /**
   * The journey itself leaves the page, so the page's question about leaving is answered with yes.
   */
  leaving = false;
  /** Rejects when a page does something that no step can continue after. */
  readonly gaveUp: Promise<never>;
  readonly #giveUp: (error: Error) => void;
  readonly #open = new Map<Request, SeenRequest>();
  readonly #now: () => number;
  readonly #ownHosts: readonly string[];
  #dialogCount = 0;
  #lastActivity: number;
  #over = false;
  #agreesTo: RegExp | undefined;

  /** `now`: milliseconds since the run began. `ownHosts`: hosts that the user named. */
  constructor(now: () => number, ownHosts: readonly string[]) {
    this.#now = now;
    this.#ownHosts = ownHosts;
    this.#lastActivity = now();
    const { promise, reject } = Promise.withResolvers<never>();
    promise.catch(() => undefined);
    this.gaveUp = promise;
    this.#giveUp = reject;
  }

  listen(context: BrowserContext, page: Page): void {
    context.on('request', (request) => this.#began(request, page));
    context.on('response', (response) => this.#answered(response, page));
    context.on('requestfinished', (request) => {
      this.#ended(request);
      void this.#readAnswer(request, page);
    });
    context.on('requestfailed', (request) => this.#ended(request, request.failure()?.errorText));
    context.on('dialog', (dialog) => this.#answer(dialog));
    context.on('console', (message) => {
      if (message.type() === 'error') this.#note('console', message.text());
    });
    context.on('weberror', (error) => this.#note('error', error.error().message));
    // A pop-up covers the page for citizens too, and they would close it. But a journey may need one.
    context.on('page', (popup) => {
      if (this.#over || isAwaited(context, page)) return;
      this.#note('popup', popup.url());
      popup.close().catch(() => undefined);
    });
    page.on('crash', () => this.#giveUp(new Error('Page crashed')));
    context.browser()?.on('disconnected', () => this.#giveUp(new Error('Browser closed')));
  }

  /** The run of the service is over. Anything that opens from now on is ours. */
  end(): void {
    this.#over = true;
  }

  /** Requests without a complete answer. */
  pending(): readonly PendingRequest[] {
    return [...this.#open.values()].map(({ url, startedMs, resource }) => ({
      url,
      resource,
      waitedMs: Math.round(this.#now() - startedMs),
    }));
  }

  /** True while the page waits for its own data. */
  dataPending(): boolean {
    return this.pending().some((one) => DATA.includes(one.resource) && !isBackground(one));
  }

  documentPending(): boolean {
    return this.pending().some(({ resource }) => resource === 'document');
  }

  /** How long the page has been idle, ms. A chat or a counter may keep a request open forever. */
  quietMs(): number {
    const busy = [...this.#open.values()].some((request) => !isBackground(request));
    return busy ? 0 : this.#now() - this.#lastActivity;
  }

  /** The journey used a control. What the page does then may start a moment later. */
  acted(): void {
    this.#lastActivity = this.#now();
  }

  /** No step can continue. Only the first reason counts. */
  giveUp(reason: Error): void {
    this.#giveUp(reason);
  }

  /** The page's questions that a journey answers with yes. Others are declined. */
  agreeTo(question: RegExp): void {
    this.#agreesTo = question;
  }

  #began(request: Request, page: Page): void {
    const url = request.url();
    if (url.startsWith('data:') || url.startsWith('blob:')) return;
    const resource = request.resourceType();
    if (!isBackground({ url, resource })) this.#lastActivity = this.#now();
    const host = hostOf(url);
    this.hosts[host] = (this.hosts[host] ?? 0) + 1;
    if (this.requests.length >= MOST.requests) return;
    const seen: SeenRequest = {
      method: request.method(),
      url,
      resource,
      startedMs: Math.round(this.#now()),
    };
    this.requests.push(seen);
    // Pop-ups are closed at once, and their requests are ignored.
    if (frameOf(request)?.page() === page) this.#open.set(request, seen);
  }

  #answered(response: Response, page: Page): void {
    const request = response.request();
    const seen = this.#open.get(request);
    const status = response.status();
    if (seen) seen.status = status;
    const leads = request.isNavigationRequest() && frameOf(request) === page.mainFrame();
    this.#noteSecured(response, leads);
    if (!leads || (status >= 300 && status < 400)) return;
    // A session cookie is as powerful as a password while it is valid.
    const { 'set-cookie': _session, ...headers } = response.headers();
    this.document = { response, status, headers };
    this.failedRequests = [];
  }

  /** Certificates of third parties, such as analytics, are not recorded. */
  #noteSecured(response: Response, leads: boolean): void {
    const { host, hostname, protocol } = new URL(response.url());
    if (protocol !== 'https:' || this.secured.has(host)) return;
    const watched = leads || this.#ownHosts.includes(hostname) || this.#ownHosts.includes(host);
    if (watched && this.secured.size < MOST.hosts) this.secured.set(host, response);
  }

  #ended(request: Request, failure?: string): void {
    const seen = this.#open.get(request);
    if (!seen) return;
    this.#open.delete(request);
    if (!isBackground(seen)) this.#lastActivity = this.#now();
    seen.durationMs = Math.round(this.#now() - seen.startedMs);
    if (failure !== undefined) seen.failure = failure;
  }

  /** Records a data request to the page's own host that got an error. */
  async #readAnswer(request: Request, page: Page): Promise<void> {
    const url = request.url();
    const isData = DATA.includes(request.resourceType()) && hostOf(url) === hostOf(page.url());
    if (!isData || isBackground({ url, resource: '' })) return;
    const { document } = this;
    const response = await request.response().catch(() => null);
    const status = response?.status() ?? 0;
    const small = status < 400 && isJson(response) && (await sizeOf(request)) <= LONGEST_BODY;
    const body = small ? await bodyOf(response) : undefined;
    if (status < 500 && (body === undefined || !isErrorBody(body))) return;
    // The answer may arrive after the page that requested it is gone.
    if (document !== this.document || this.failedRequests.length >= MOST.failedRequests) return;
    const said = body?.slice(0, MOST.body);
    this.failedRequests.push({ url, status, ...defined({ body: said }) });
  }

  #answer(dialog: Dialog): void {
    this.#lastActivity = this.#now();
    this.#dialogCount += 1;
    if (this.dialogs.length < MOST.dialogs) {
      const type = dialog.type() as SeenDialog['type'];
      this.dialogs.push({ type, message: dialog.message().slice(0, 2_000) });
    }
    if (this.#dialogCount > MOST.dialogsPerRun) {
      this.#giveUp(new StepFailedError('the page opens dialogs without end', false));
      return;
    }
    const answered = this.#isAgreed(dialog) ? dialog.accept() : dialog.dismiss();
    answered.catch(() => undefined);
  }

  /**
   * An alert has no choice. A question is answered with no, which installs nothing and leaves
   * nothing.
   */
  #isAgreed(dialog: Dialog): boolean {
    if (dialog.type() === 'alert') return true;
    if (dialog.type() === 'beforeunload') return this.leaving;
    return this.#agreesTo?.test(dialog.message()) ?? false;
  }

  #note(type: string, text: string): void {
    if (this.lines.length >= MOST.lines) return;
    this.lines.push({ atMs: Math.round(this.#now()), type, text: text.slice(0, 2_000) });
  }
}

/** True while the journey waits for a pop-up. The recorder itself listens to the context too. */
function isAwaited(context: BrowserContext, page: Page): boolean {
  return listeners(page, 'popup') > 0 || listeners(context, 'page') > 1;
}

/** Playwright's types leave it out. */
function listeners(
  emitter: (Page | BrowserContext) & Partial<Pick<EventEmitter, 'listenerCount'>>,
  event: string,
): number {
  return emitter.listenerCount?.(event) ?? 0;
}

/** Playwright throws for a pop-up whose first request came before the pop-up itself. */
function frameOf(request: Request): Frame | undefined {
  try {
    return request.frame();
  } catch {
    return undefined;
  }
}

function isJson(response: Response | null): boolean {
  return /json/i.test(response?.headers()['content-type'] ?? '');
}

/** Bytes of the answer as they came, also where no header names the length. */
async function sizeOf(request: Request): Promise<number> {
  const sizes = await request.sizes().catch(() => undefined);
  return sizes?.responseBodySize ?? Number.POSITIVE_INFINITY;
}

async function bodyOf(response: Response | null): Promise<string | undefined> {
  const text = response?.text() ?? Promise.resolve('');
  const body = await settled(BODY_MS, text, undefined);
  return body === undefined || body.length > LONGEST_BODY ? undefined : body;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'unknown';
}

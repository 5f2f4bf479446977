import { createHash, randomBytes } from 'node:crypto';
import { createStores, type Stores } from '#adapters/dynamodb/stores';
import { ensureTable } from '#adapters/dynamodb/table';
import type { EvaluationRequest } from '#contract/messages';
import type { Scope, TokenRecord } from '#core/history/access';
import { DAY } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';
import { DEFAULT_LIMITS, DEFAULT_RULES } from '#core/watch/defaults';
import { createApp } from '#lambda/api/app';
import type { HistoryPorts } from '#pipeline/history/history-ports';
import { catalogue } from '#portals/catalogues';
import { type Backend, startDynalite } from '../../../scripts/dynamodb-backends.ts';
import { CONTRACT_RETENTION } from '../../adapters/dynamodb/stores.ts';

/** The whole API over a real table, with a fixed clock and a queue that only records messages. */
export interface ApiBench {
  readonly app: ReturnType<typeof createApp>;
  readonly client: Backend['client'];
  readonly stores: Stores;
  readonly sent: EvaluationRequest[];
  readonly logged: string[];
  readonly ports: HistoryPorts;
  /** Plain-text tokens, by their scope. */
  readonly tokens: { readonly read: string; readonly write: string; readonly expired: string };
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** The body of a GET, as the type that the test expects. */
  json<Body>(path: string): Promise<Body>;
  /** Moves the clock of stores and API. */
  setNow(at: number): void;
  stop(): Promise<void>;
}

export function configurationWith(api: Partial<Configuration['api']> = {}): Configuration {
  return {
    catalogue,
    rules: DEFAULT_RULES,
    limits: DEFAULT_LIMITS,
    permissions: [],
    maintenance: [],
    subscriptions: [],
    texts: {
      language: 'ko',
      displayName: '',
      statusUrl: 'https://status.example.kr',
      runbookUrl: 'https://runbook.example.kr',
      contactUrl: 'https://contact.example.kr',
      servicesName: { ko: '고용 서비스', en: 'Employment services' },
      citizenAdvice: { ko: '', en: '' },
    },
    retentionDays: CONTRACT_RETENTION,
    vantages: ['ap-northeast-2'],
    api: { url: '', public: [], corsOrigins: [], ...api },
    webhooks: [],
    chat: [],
    blockedHosts: [],
    browserTraces: false,
  };
}

function tokenOf(name: string, scopes: readonly Scope[], expiresAt: number) {
  const token = `bgh_${randomBytes(32).toString('base64url')}`;
  const record: TokenRecord = {
    name,
    sha256: createHash('sha256').update(token).digest('hex'),
    scopes,
    createdAt: 0,
    expiresAt,
  };
  return { token, record };
}

export async function startApiBench(
  start: number,
  api: Partial<Configuration['api']> = {},
  link: HistoryPorts['evidence']['link'] = async (key, seconds) =>
    `https://evidence.example/${key}?for=${seconds}`,
  configuration: Configuration = configurationWith(api),
): Promise<ApiBench> {
  let now = start;
  const backend: Backend = await startDynalite();
  await ensureTable(backend.client, 'api');
  const clock = { now: () => now, secondsUntil: () => 0 };
  const stores = createStores({
    client: backend.client,
    table: 'api',
    clock,
    retentionDays: CONTRACT_RETENTION,
  });
  const sent: EvaluationRequest[] = [];
  const logged: string[] = [];
  const write = (event: string, fields?: unknown) =>
    void logged.push(`${event} ${JSON.stringify(fields)}`);
  const read = tokenOf('grafana', ['read'], now + DAY);
  const both = tokenOf('minji', ['read', 'write'], now + DAY);
  const expired = tokenOf('former', ['read', 'write'], now - DAY);
  const ports: HistoryPorts = {
    ...stores,
    clock,
    tokenClock: clock,
    log: { info: write, warn: write, error: write },
    configuration,
    evaluations: {
      async send(request) {
        sent.push(request);
      },
    },
    evidence: { link },
    tokens: { list: async () => [read.record, both.record, expired.record] },
  };
  const app = createApp(ports);
  const get = async (path: string, headers: Record<string, string> = {}) =>
    app.request(path, { headers: { authorization: `Bearer ${read.token}`, ...headers } });
  return {
    app,
    client: backend.client,
    stores,
    sent,
    logged,
    ports,
    tokens: { read: read.token, write: both.token, expired: expired.token },
    get,
    json: async <Body>(path: string) => (await (await get(path)).json()) as Body,
    setNow: (at) => {
      now = at;
    },
    stop: () => backend.stop(),
  };
}

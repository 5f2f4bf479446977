import { parseArgs } from 'node:util';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mintToken } from '#adapters/secrets/mint-token';
import { createTokenFile } from '#adapters/secrets/token-file';
import { createTokenSecret } from '#adapters/secrets/token-secret';
import { InvalidInputError, UnknownNameError } from '#core/errors';
import { SCOPES, type Scope, type TokenRecord } from '#core/history/access';
import type { TokenStore } from '#core/ports/people';
import type { Language } from '#core/time/duration';
import { DAY } from '#core/time/time';
import { type CliCommand, EXIT, type ExitCode } from '../command.ts';
import { TOKEN_HELP } from '../help/token-help.ts';
import { DONE_TEXTS } from '../texts/done.ts';

const OPTIONS = {
  scope: { type: 'string', multiple: true },
  days: { type: 'string', default: '365' },
  secret: { type: 'string' },
  region: { type: 'string' },
  file: { type: 'string', default: '.bonghwa/tokens.json' },
  json: { type: 'boolean', default: false },
} as const;

interface Order {
  readonly store: TokenStore;
  readonly name: string | undefined;
  readonly scopes: readonly string[];
  readonly days: string;
  readonly json: boolean;
  readonly language: Language;
}

async function run(args: readonly string[], language: Language): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: OPTIONS,
  });
  const [verb = '', name, ...more] = positionals;
  const action = ACTIONS[verb];
  if (!action || more.length > 0) {
    throw new InvalidInputError(
      { en: 'token takes create, list or revoke.', ko: 'token의 사용법: create, list, revoke.' },
      { en: 'See: npx bonghwa token --help', ko: '도움말: npx bonghwa token --help' },
    );
  }
  const region = values.region === undefined ? {} : { region: values.region };
  const store =
    values.secret === undefined
      ? createTokenFile(values.file)
      : createTokenSecret(new SecretsManagerClient(region), values.secret);
  await action({
    store,
    name,
    scopes: values.scope ?? ['read'],
    days: values.days,
    json: values.json,
    language,
  });
  return EXIT.good;
}

const ACTIONS: Readonly<Record<string, (order: Order) => Promise<void>>> = { create, list, revoke };

async function create(order: Order): Promise<void> {
  const name = wellFormedName(order.name);
  const records = await order.store.list();
  if (records.some((record) => record.name === name)) {
    throw new InvalidInputError(
      { en: `There is a token named ${name} already.`, ko: `${name}이라는 토큰이 이미 있습니다.` },
      {
        en: `Choose another name, or first: npx bonghwa token revoke ${name}`,
        ko: `다른 이름을 쓰거나 먼저 폐기하십시오: npx bonghwa token revoke ${name}`,
      },
    );
  }
  const createdAt = Date.now();
  const expiresAt = createdAt + wholeDays(order.days) * DAY;
  const scopes = knownScopes(order.scopes);
  const { token, record } = mintToken({ name, scopes, createdAt, expiresAt });
  await order.store.save([...records, record]);
  if (order.json) console.log(JSON.stringify({ ...shown(record), token }, null, 2));
  else {
    console.error(`${line(record, order.language)}\n${DONE_TEXTS[order.language].keepToken}`);
    console.log(token);
  }
}

async function list({ store, json, language }: Order): Promise<void> {
  const records = await store.list();
  if (json) console.log(JSON.stringify(records.map(shown), null, 2));
  else if (records.length === 0) console.error(DONE_TEXTS[language].noTokens);
  else console.log(records.map((record) => line(record, language)).join('\n'));
}

async function revoke(order: Order): Promise<void> {
  const name = wellFormedName(order.name);
  const records = await order.store.list();
  const rest = records.filter((record) => record.name !== name);
  if (rest.length === records.length) {
    throw new UnknownNameError(
      { en: `There is no token named ${name}.`, ko: `${name}이라는 토큰이 없습니다.` },
      { en: 'See: npx bonghwa token list', ko: '목록 보기: npx bonghwa token list' },
    );
  }
  await order.store.save(rest);
  if (order.json) console.log(JSON.stringify({ revoked: name }));
  else console.error(DONE_TEXTS[order.language].revoked(name));
}

function wellFormedName(name: string | undefined): string {
  if (name !== undefined && /^[a-z0-9._-]{1,40}$/.test(name)) return name;
  throw new InvalidInputError(
    {
      en: 'The token needs a name of 1 to 40 of a-z, 0-9, ".", "_" and "-".',
      ko: '토큰 이름은 a-z, 0-9, ".", "_", "-" 1~40자입니다.',
    },
    {
      en: 'For example: npx bonghwa token create grafana',
      ko: '예: npx bonghwa token create grafana',
    },
  );
}

function knownScopes(scopes: readonly string[]): readonly Scope[] {
  const known = SCOPES.filter((scope) => scopes.includes(scope));
  if (scopes.every((scope) => known.some((each) => each === scope))) return known;
  throw new InvalidInputError(
    { en: 'The scopes are read and write.', ko: 'scope는 read와 write입니다.' },
    { en: 'Give --scope read --scope write.', ko: '--scope read --scope write처럼 주십시오.' },
  );
}

function wholeDays(text: string): number {
  const days = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (days >= 1 && days <= 730) return days;
  throw new InvalidInputError(
    {
      en: '--days takes a whole number from 1 to 730.',
      ko: '--days는 1부터 730까지의 정수입니다.',
    },
    { en: 'For example: --days 90', ko: '예: --days 90' },
  );
}

function shown({ name, scopes, createdAt, expiresAt }: TokenRecord) {
  return {
    name,
    scopes,
    createdAt: new Date(createdAt).toISOString(),
    expiresAt: new Date(expiresAt).toISOString(),
    expired: expiresAt <= Date.now(),
  };
}

function line(record: TokenRecord, language: Language): string {
  const { name, scopes, expiresAt, expired } = shown(record);
  return `${name}  ${scopes.join('+')}  ${DONE_TEXTS[language].token(expired, expiresAt)}`;
}

export const tokenCommand: CliCommand = {
  name: 'token',
  help: TOKEN_HELP,
  run,
};

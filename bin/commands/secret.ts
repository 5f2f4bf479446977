import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { LoadedConfiguration } from '#adapters/configuration/load';
import { resourceNames } from '#contract/names';
import { InvalidInputError, UnknownNameError } from '#core/errors';
import type { Language } from '#core/time/duration';
import { loadConfiguration } from '#local/configuration';
import { journeys } from '#portals/registry';
import type { LoginField } from '#portals/steps/login-flow';
import { type CliCommand, EXIT, type ExitCode } from '../command.ts';
import { configurationOptions, loadOptions } from '../configuration-options.ts';
import { SECRET_HELP } from '../help/secret-help.ts';
import { storeSecret } from '../secret/store-secret.ts';
import { askForWebhook, checkWebhook, webhookWith } from '../secret/webhook-secret.ts';
import { askSilently } from '../silent-prompt.ts';
import { DONE_TEXTS } from '../texts/done.ts';

const filled = z.string().min(1);

/** Fields that the login of a target needs. */
function schemaOf(asks: readonly LoginField[]) {
  const more = asks.map(({ name, form }) => [name, z.string().regex(form).optional()] as const);
  return z.strictObject({ ...Object.fromEntries(more), userId: filled, password: filled });
}

async function run(args: readonly string[], language: Language): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: configurationOptions,
  });
  const [verb, service, ...more] = positionals;
  if (verb !== 'set' || service === undefined || more.length > 0) {
    throw new InvalidInputError(
      {
        en: 'secret takes: set SERVICE, and no value.',
        ko: 'secret의 사용법: set SERVICE. 값은 명령줄에 쓰지 않습니다.',
      },
      {
        en: 'Values are asked for or read from standard input: npx bonghwa secret --help',
        ko: '값은 물어보거나 표준 입력에서 읽습니다: npx bonghwa secret --help',
      },
    );
  }
  const loaded = await loadConfiguration(loadOptions(values));
  if (service.startsWith(WEBHOOK)) {
    return setWebhook(loaded, service.slice(WEBHOOK.length), language);
  }
  const target = permittedTarget(loaded, service);
  const asks = journeys.logins.get(target.login)?.asks ?? [];
  const account = process.stdin.isTTY
    ? check(await ask(asks, language), asks)
    : parse(await text(process.stdin), asks);
  await write(loaded, service, account);
  console.log(DONE_TEXTS[language].stored(service, loaded.deployment.stage));
  return EXIT.good;
}

const WEBHOOK = 'webhook/';

async function setWebhook(
  loaded: LoadedConfiguration,
  secret: string,
  language: Language,
): Promise<ExitCode> {
  const { configuration, deployment } = loaded;
  const webhook = webhookWith(secret, configuration.webhooks);
  const input = process.stdin.isTTY
    ? await askForWebhook(webhook, language)
    : parseJson(await text(process.stdin));
  const value = JSON.stringify(await checkWebhook(input, webhook));
  const name = resourceNames(deployment.stage).webhookSecret(secret);
  const became = await storeSecret({ region: deployment.homeRegion, name, value, create: true });
  const { storedWebhook, replacedWebhook } = DONE_TEXTS[language];
  const say = became === 'made' ? storedWebhook : replacedWebhook;
  console.log(say(webhook.id, deployment.stage));
  return EXIT.good;
}

function permittedTarget({ configuration }: LoadedConfiguration, service: string) {
  const { targets } = configuration.catalogue;
  const target = targets.find((one) => one.service === service);
  if (!target) {
    const known = targets.map((one) => one.service).join(', ');
    throw new UnknownNameError(
      { en: `There is no service "${service}".`, ko: `"${service}" 서비스는 없습니다.` },
      { en: `Use one of: ${known}.`, ko: `쓸 수 있는 서비스: ${known}.` },
    );
  }
  if (configuration.permissions.some((one) => one.service === service)) return target;
  throw new InvalidInputError(
    {
      en: `No permission to log in to ${service} is recorded, so a password has no use.`,
      ko: `${service}의 로그인 허가가 기록되어 있지 않아 비밀번호를 쓸 수 없습니다.`,
    },
    {
      en: 'Record it under `permissions` in bonghwa.config.ts and deploy; then set the secret.',
      ko: 'bonghwa.config.ts의 `permissions`에 허가를 적고 배포한 뒤 저장하십시오.',
    },
  );
}

async function ask(asks: readonly LoginField[], language: Language): Promise<unknown> {
  const { userId, password } = DONE_TEXTS[language];
  const answers: Record<string, string> = {
    userId: await askSilently(userId, language),
    password: await askSilently(password, language),
  };
  for (const { name, prompt } of asks) answers[name] = await askSilently(prompt, language);
  return answers;
}

/** Never shows the input, and never a parse error, which would quote it. */
function parse(input: string, asks: readonly LoginField[]): unknown {
  return check(parseJson(input), asks);
}

function parseJson(input: string): unknown {
  try {
    return JSON.parse(input);
  } catch {
    throw new InvalidInputError(
      { en: 'Standard input is not JSON.', ko: '표준 입력이 JSON이 아닙니다.' },
      { en: 'See: npx bonghwa secret --help', ko: '도움말: npx bonghwa secret --help' },
    );
  }
}

function check(input: unknown, asks: readonly LoginField[]): unknown {
  const parsed = schemaOf(asks).safeParse(input);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path }) => path.join('.') || '?');
  const also = asks.map(({ prompt }) => prompt).join(', ');
  throw new InvalidInputError(
    {
      en: `These values cannot be used: ${fields.join(', ')}.`,
      ko: `쓸 수 없는 값입니다: ${fields.join(', ')}.`,
    },
    {
      en: `userId and password are needed${also && `; this login also takes: ${also}`}.`,
      ko: `userId와 password가 필요합니다${also && `. 이 로그인은 다음 값도 받습니다: ${also}`}.`,
    },
  );
}

async function write(
  { configuration, deployment }: LoadedConfiguration,
  service: string,
  account: unknown,
): Promise<void> {
  const SecretId = resourceNames(deployment.stage).loginSecret(service);
  for (const region of configuration.vantages) {
    await storeSecret({ region, name: SecretId, value: JSON.stringify(account), create: false });
  }
}

export const secretCommand: CliCommand = {
  name: 'secret',
  help: SECRET_HELP,
  run,
};

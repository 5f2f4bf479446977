import { parseArgs } from 'node:util';
import { createJourneyRunner } from '#adapters/chromium/journey-runner';
import { createOwnNetwork, overOwnNetwork } from '#adapters/network/own-network';
import { resourceNames } from '#contract/names';
import { judged } from '#core/classify/judged';
import { isThisMachine } from '#core/classify/reaching';
import { defined } from '#core/defined';
import { InvalidInputError, SecretMissingError, UnknownNameError } from '#core/errors';
import type { Layer } from '#core/run/layer';
import { recordOfNothing } from '#core/run/run-record';
import { type Credentials, SECRET_MISSING } from '#core/run/secret';
import type { Language } from '#core/time/duration';
import { type Target, USUAL_JOURNEY } from '#core/watch/catalogue';
import type { Configuration } from '#core/watch/configuration';
import { journeys } from '#portals/registry';
import { accountHere, mayLogIn } from '../checking/account.ts';
import { type Configured, configured } from '../checking/configured.ts';
import { writeEvidence } from '../checking/evidence-files.ts';
import { sweptOnSignal } from '../checking/swept-on-signal.ts';
import { exitCodeOf, stepTeller, type Told, tellVerdict, toldAsJson } from '../checking/tell.ts';
import type { CliCommand, ExitCode } from '../command.ts';
import { CHECK_HELP } from '../help/check-help.ts';

async function run(args: readonly string[], language: Language): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      journey: { type: 'string' },
      'base-url': { type: 'string' },
      trace: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const here = await configured();
  const target = targetOf(here.configuration, positionals, values['base-url']);
  const { trace, journey = usualOf(target, here.configuration) } = values;
  if (!journeys.find(target, journey)) throw noJourney(target.service, journey);
  const told = await sweptOnSignal(() => checkNow({ ...here, target, journey, trace, language }));
  const check = `${target.service}/${journey}`;
  if (values.json) console.log(toldAsJson({ check }, told));
  else tellVerdict(check, told, language);
  return exitCodeOf(told.verdict);
}

/** The scheduled journey, the standard one first. */
function usualOf({ service }: Target, { catalogue }: Configuration): string {
  const own = catalogue.checks
    .filter((check) => check.service === service && check.type === 'journey')
    .map(({ id }) => id.slice(service.length + 1));
  return own.includes(USUAL_JOURNEY) ? USUAL_JOURNEY : (own[0] ?? USUAL_JOURNEY);
}

interface CheckNow extends Configured {
  readonly target: Target;
  readonly journey: string;
  readonly trace: boolean;
  readonly language: Language;
}

async function checkNow(now: CheckNow): Promise<Told> {
  const { configuration, target, journey, trace, language, wayOut } = now;
  const credentials = await credentialsFor(now).catch((error: unknown) => {
    if (error instanceof SecretMissingError) return error;
    throw error;
  });
  if (credentials instanceof SecretMissingError) return withoutSecret(target, credentials);
  const depth: Layer = credentials ? 'session' : 'login-page';
  console.error(`${target.service}/${journey} · ${target.baseUrl}`);
  const runner = overOwnNetwork(
    createJourneyRunner({ journeys, evidence: trace ? 'always' : 'failure', wayOut }),
    createOwnNetwork({ ...configuration.catalogue, wayOut }),
  );
  const record = await runner.run({
    target,
    journey,
    depth,
    ...defined({ credentials }),
    limits: configuration.limits,
    userAgentContact: configuration.texts.contactUrl,
    blockedHosts: configuration.blockedHosts,
    pictures: { at: Date.now() },
    trace,
    onStep: stepTeller(language),
  });
  const verdict = judged(record.observation);
  const name = `${target.service}-${journey}-${new Date().toISOString().replace(/[:.]/g, '')}`;
  const files = await writeEvidence(record.artefacts, name, language);
  return { verdict, record, files };
}

/**
 * A person waits for the result of the login, so a journey without login would not be an answer.
 */
function withoutSecret(
  { service, baseUrl, alsoHosts }: Target,
  { message }: SecretMissingError,
): Told {
  const fault = {
    phase: 'monitor',
    code: SECRET_MISSING,
    message: `${message} Set it with \`npx bonghwa secret set ${service}\`, or in the secrets file of watch.`,
    timedOut: false,
  } as const;
  const record = recordOfNothing({ fault, url: baseUrl, allowedHosts: alsoHosts });
  return { verdict: judged(record.observation), record, files: [] };
}

function targetOf(
  { catalogue }: Configuration,
  names: readonly string[],
  baseUrl: string | undefined,
): Target {
  const known = catalogue.targets.map(({ service }) => service).join(', ');
  const [name, ...more] = names;
  if (name === undefined || more.length > 0) {
    throw new InvalidInputError(
      { en: 'check takes one service.', ko: 'check에는 서비스 하나가 필요합니다.' },
      { en: `Known are: ${known}.`, ko: `알려진 서비스: ${known}.` },
    );
  }
  const target = catalogue.targets.find(({ service }) => service === name);
  if (!target)
    throw new UnknownNameError(
      { en: `There is no service "${name}".`, ko: `"${name}" 서비스는 없습니다.` },
      { en: `Known are: ${known}.`, ko: `알려진 서비스: ${known}.` },
    );
  return baseUrl === undefined ? target : { ...target, baseUrl: originOf(baseUrl) };
}

function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol)) return url.origin;
  throw new InvalidInputError(
    {
      en: `--base-url ${text} is not a valid web address.`,
      ko: `--base-url ${text}: 올바른 웹 주소가 아닙니다.`,
    },
    { en: 'Write it like http://127.0.0.1:8080.', ko: 'http://127.0.0.1:8080처럼 쓰십시오.' },
  );
}

function noJourney(service: string, journey: string): UnknownNameError {
  return new UnknownNameError(
    {
      en: `There is no journey "${journey}" for ${service}.`,
      ko: `${service}에는 "${journey}" 시나리오가 없습니다.`,
    },
    {
      en: 'Leave --journey out for the usual one, or add it to the journeys of its operator in portals/.',
      ko: '--journey를 빼면 기본 시나리오를 씁니다. 새 시나리오는 portals/의 운영기관 폴더에 추가하십시오.',
    },
  );
}

/** Undefined: the journey ends at the login page. */
async function credentialsFor(now: CheckNow): Promise<Credentials | undefined> {
  const { target, stage } = now;
  if (!mayLogIn(now)) return undefined;
  const account = await accountHere(now);
  if (account || isThisMachine(target.baseUrl)) return account;
  const [{ SecretsManagerClient }, { createSecrets }] = await Promise.all([
    import('@aws-sdk/client-secrets-manager'),
    import('#adapters/secrets/credentials'),
  ]);
  const secrets = createSecrets(
    new SecretsManagerClient({}),
    resourceNames(stage).loginSecretPrefix,
  );
  return secrets.credentials(target.service);
}

export const checkCommand: CliCommand = {
  name: 'check',
  help: CHECK_HELP,
  run,
};

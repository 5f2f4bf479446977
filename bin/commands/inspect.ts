import { parseArgs } from 'node:util';
import { createJourneyRunner } from '#adapters/chromium/journey-runner';
import { createOwnNetwork } from '#adapters/network/own-network';
import { judged } from '#core/classify/judged';
import { defined } from '#core/defined';
import { InvalidInputError } from '#core/errors';
import type { RunRecord } from '#core/run/run-record';
import type { Language } from '#core/time/duration';
import type { Limits } from '#core/watch/configuration';
import { DEFAULT_LIMITS } from '#core/watch/defaults';
import { defaultConfiguration } from '#local/configuration';
import {
  type InspectionOrder,
  inspection,
  inspectionOnly,
  inspectionTarget,
} from '#portals/inspection';
import { type Configured, configured } from '../checking/configured.ts';
import { writeEvidence } from '../checking/evidence-files.ts';
import { sweptOnSignal } from '../checking/swept-on-signal.ts';
import { exitCodeOf, stepTeller, type Told, tellVerdict, toldAsJson } from '../checking/tell.ts';
import type { CliCommand, ExitCode } from '../command.ts';
import { INSPECT_HELP } from '../help/inspect-help.ts';

const TIMEOUT = { least: 500, default: 20_000, most: 300_000 } as const;
/** For starting the browser, evidence and closing. */
const BESIDES_MS = 30_000;

async function run(args: readonly string[], language: Language): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'expect-text': { type: 'string' },
      'expect-selector': { type: 'string' },
      probe: { type: 'boolean', default: false },
      'timeout-ms': { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const { 'expect-text': text, 'expect-selector': selector } = values;
  if (text !== undefined && selector !== undefined) {
    throw new InvalidInputError(
      {
        en: '--expect-text and --expect-selector exclude each other.',
        ko: '--expect-text와 --expect-selector는 함께 쓸 수 없습니다.',
      },
      { en: 'Give one of them, or none.', ko: '하나만 주거나 둘 다 빼십시오.' },
    );
  }
  if (values.probe && selector !== undefined) {
    throw new InvalidInputError(
      {
        en: '--probe reads the page as text and finds no elements.',
        ko: '--probe는 화면을 글자로만 읽으므로 요소를 찾지 못합니다.',
      },
      {
        en: 'Give --expect-text instead, or leave out --probe.',
        ko: '--expect-text를 쓰거나 --probe를 빼십시오.',
      },
    );
  }
  checkPattern(text);
  const url = urlOf(positionals);
  const order = { url, ...defined({ text: text || undefined, selector: selector || undefined }) };
  const limits = limitsOf(values['timeout-ms']);
  const here = await configuredAnyway();
  const told = await sweptOnSignal(() =>
    inspectNow(order, { ...here, limits, probe: values.probe, language }),
  );
  if (values.json) console.log(toldAsJson({ url: url.href }, told));
  else tellVerdict(url.href, told, language);
  return exitCodeOf(told.verdict);
}

interface Inspecting extends Pick<Configured, 'configuration' | 'wayOut'> {
  readonly limits: Limits;
  readonly probe: boolean;
  readonly language: Language;
}

async function inspectNow(order: InspectionOrder, inspecting: Inspecting): Promise<Told> {
  console.error(order.url.href);
  const { probe, language, configuration, wayOut } = inspecting;
  const overThisNetwork = createOwnNetwork({ ...configuration.catalogue, wayOut });
  const record = await overThisNetwork(await (probe ? ask : open)(order, inspecting));
  const name = `inspect-${new Date().toISOString().replace(/[:.]/g, '')}`;
  const files = await writeEvidence(record.artefacts, name, language);
  return { verdict: judged(record.observation), record, files };
}

function open(order: InspectionOrder, inspecting: Inspecting): Promise<RunRecord> {
  const { limits, language, wayOut } = inspecting;
  const runner = createJourneyRunner({ journeys: inspectionOnly, evidence: 'always', wayOut });
  return runner.run({
    target: inspectionTarget(order),
    journey: inspection.name,
    depth: 'static',
    limits,
    userAgentContact: '',
    blockedHosts: [],
    onStep: stepTeller(language),
  });
}

async function ask(order: InspectionOrder, inspecting: Inspecting): Promise<RunRecord> {
  const { limits, language, wayOut } = inspecting;
  const { createProber } = await import('#adapters/network/prober');
  const tell = stepTeller(language);
  const target = inspectionTarget(order);
  const record = await createProber({ wayOut }).probe({ target, limits, userAgentContact: '' });
  for (const step of record.steps) tell(step);
  return record;
}

/** An invalid configuration does not prevent a verdict. */
async function configuredAnyway(): Promise<Pick<Configured, 'configuration' | 'wayOut'>> {
  return configured().catch(() => ({ configuration: defaultConfiguration(), wayOut: {} }));
}

function urlOf(positionals: readonly string[]): URL {
  const [text, ...more] = positionals;
  if (text === undefined || more.length > 0) {
    throw new InvalidInputError(
      { en: 'inspect takes one address.', ko: 'inspect에는 주소 하나가 필요합니다.' },
      { en: 'npx bonghwa inspect https://…', ko: '예: npx bonghwa inspect https://…' },
    );
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.hostname !== '') return url;
  throw new InvalidInputError(
    { en: `"${text}" is not a valid web address.`, ko: `"${text}": 올바른 웹 주소가 아닙니다.` },
    { en: 'Write it with https:// or http:// in front.', ko: 'https://나 http://로 시작하십시오.' },
  );
}

function checkPattern(text: string | undefined): void {
  const pattern = /^\/(.*)\/$/s.exec(text ?? '')?.[1];
  if (pattern === undefined) return;
  try {
    new RegExp(pattern, 'u');
  } catch {
    throw new InvalidInputError(
      {
        en: `--expect-text ${text} is no pattern.`,
        ko: `--expect-text ${text}: 올바른 정규식이 아닙니다.`,
      },
      { en: 'Correct it between the slashes.', ko: '빗금 사이를 고치십시오.' },
    );
  }
}

function limitsOf(timeout: string | undefined): Limits {
  const stepMs = timeout === undefined ? TIMEOUT.default : Number(timeout);
  if (!Number.isInteger(stepMs) || stepMs < TIMEOUT.least || stepMs > TIMEOUT.most) {
    throw new InvalidInputError(
      {
        en: `--timeout-ms ${timeout} is out of range.`,
        ko: `--timeout-ms ${timeout}: 범위를 벗어났습니다.`,
      },
      {
        en: `Give a whole number from ${TIMEOUT.least} to ${TIMEOUT.most}.`,
        ko: `${TIMEOUT.least}부터 ${TIMEOUT.most}까지의 정수를 주십시오.`,
      },
    );
  }
  const queueBudgetMs = Math.min(DEFAULT_LIMITS.queueBudgetMs, stepMs);
  const journeyMs = 2 * stepMs + queueBudgetMs + BESIDES_MS;
  const probe = { ...DEFAULT_LIMITS.probe, firstByteMs: stepMs, bodyMs: stepMs };
  return { ...DEFAULT_LIMITS, stepMs, queueBudgetMs, journeyMs, probe };
}

export const inspectCommand: CliCommand = {
  name: 'inspect',
  help: INSPECT_HELP,
  run,
};

import { dirname } from 'node:path';
import { cleanJson, cleanText } from '#core/formats/clean-text';
import { soonest } from '#core/run/certificates';
import { LAYERS, layersHeld } from '#core/run/layer';
import type { StepRecord } from '#core/run/result';
import type { RunRecord } from '#core/run/run-record';
import type { Verdict } from '#core/run/verdict';
import type { Language } from '#core/time/duration';
import { stepName } from '#core/watch/step-names';
import { fitted, padTo, widthOf } from '#local/terminal';
import { EXIT, type ExitCode } from '../command.ts';
import { CHECKING_TEXTS } from '../texts/checking.ts';
import type { EvidenceFile } from './evidence-files.ts';

const TICKS = { passed: '✔', failed: '✘', 'soft-failed': '!', skipped: '·' } as const;

/** What does not fit on a step's line stands below its layer. */
const STEP_INDENT = '✔     0 ms  '.length;

/** Returns what prints a step when it ends. On stderr, because stdout is only for the verdict. */
export function stepTeller(language: Language): (step: StepRecord) => void {
  const { layer: layerName, quoted } = CHECKING_TEXTS[language];
  const width = Math.max(...LAYERS.map((layer) => widthOf(layerName(layer))));
  return ({ name, layer, status, durationMs, error }) => {
    const time = `${durationMs} ms`.padStart(9);
    const step = [padTo(layerName(layer), width), stepName(name, language)].join('  ');
    const why = error === undefined ? '' : `  ${quoted(error)}`;
    console.error(fitted(cleanText(`  ${TICKS[status]} ${time}  ${step}${why}`), STEP_INDENT));
  };
}

/** The verdict in one sentence, and where to find the evidence. */
export function tellVerdict(what: string, told: Told, language: Language): void {
  const [sentence = '', ...lines] = verdictLines(told, language);
  console.log(fitted(`${what}: ${sentence}`));
  for (const line of lines) console.log(fitted(line));
  for (const line of whereToLook(told.files, language)) console.log(line);
}

/** The verdict in one sentence, then what the run left out and the monitor's own fault. */
export function verdictLines(
  { verdict, record }: Pick<Told, 'verdict' | 'record'>,
  language: Language,
): readonly string[] {
  const { kind, matched } = verdict;
  const say = CHECKING_TEXTS[language];
  const { fault: seen, status } = record.observation;
  const fault = kind === 'monitor-fault' ? seen : undefined;
  const sentences = [
    say.verdict(verdict, (record.durationMs / 1_000).toFixed(1)),
    say.reason(verdict, status),
    // The message of our own fault has a line of its own.
    ...(matched === undefined || fault ? [] : [say.matched(matched)]),
  ];
  return [
    sentences.join(' '),
    ...(record.note ? [say.note(record.note[language])] : []),
    ...(fault ? [say.fault(fault.message)] : []),
    ...(UNKNOWN_AUTHORITY.test(seen?.code ?? '') ? [say.ownAuthority] : []),
    ...(kind === 'blocked' && status === 401 ? [say.account] : []),
  ].map(cleanText);
}

/** Chromium's and OpenSSL's names for a certificate whose issuer is not known here. */
const UNKNOWN_AUTHORITY = /AUTHORITY_INVALID|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)/;

function whereToLook(files: readonly EvidenceFile[], language: Language): readonly string[] {
  const say = CHECKING_TEXTS[language];
  const [first] = files;
  if (!first) return [];
  const screenshot = files.find(({ type }) => type === 'screenshot');
  const trace = files.find(({ type }) => type === 'trace');
  const pictures = files.some(({ step }) => step !== undefined);
  const folder = `${pictures ? say.pictures : say.evidence}: ${dirname(first.path)}`;
  return [
    screenshot ? `${say.screenshot}: ${screenshot.path}` : folder,
    ...(trace ? [`Trace: npx playwright-core show-trace --port 9323 ${trace.path}`] : []),
  ];
}

export interface Told {
  readonly verdict: Verdict;
  readonly record: RunRecord;
  readonly files: readonly EvidenceFile[];
}

/** The common part of both commands' `--json` output. */
export function toldAsJson(about: Readonly<Record<string, string>>, told: Told): string {
  const clean = cleanJson(JSON.stringify({ ...about, ...jsonOf(told) }));
  return JSON.stringify(JSON.parse(clean), null, 2);
}

function jsonOf({ verdict, record, files }: Told): Record<string, unknown> {
  return {
    result: verdict.result,
    kind: verdict.kind ?? null,
    layer: verdict.layer,
    signature: verdict.signature ?? null,
    matched: verdict.matched ?? null,
    reason: verdict.reason,
    rule: verdict.rule,
    note: record.note?.en ?? null,
    fault: record.observation.fault ?? null,
    status: record.observation.status ?? null,
    finalUrl: record.observation.finalUrl ?? null,
    passedLayers: layersHeld(record.passedLayers, verdict),
    attempts: record.attempts,
    timings: {
      totalMs: record.durationMs,
      steps: record.steps.map(({ name, layer, status, durationMs }) => ({
        name,
        layer,
        status,
        ms: durationMs,
      })),
      phasesMs: record.phases ?? {},
    },
    certificateDays: soonest(record.certificates) ?? null,
    certificates: record.certificates ?? {},
    requests: record.requests,
    screenshot: files.find(({ type }) => type === 'screenshot')?.path ?? null,
    evidence: files,
  };
}

export function exitCodeOf({ result, kind }: Verdict): ExitCode {
  if (kind === 'monitor-fault') return EXIT.fault;
  return result === 'passed' || result === 'degraded' ? EXIT.good : EXIT.bad;
}

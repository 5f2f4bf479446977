import { html } from 'hono/html';
import { wordsOf } from '#core/notice/texts/languages';
import type { StepRecord } from '#core/run/result';
import type { RunRecord } from '#core/run/run-record';
import type { Language, Localised } from '#core/time/duration';
import { stepName } from '#core/watch/step-names';
import { toText } from '#render/markup';

export interface TriedJourney {
  /** `<service>/<journey>`. */
  readonly check: string;
  /** What to say about the run, in sentences. */
  readonly verdict: readonly string[];
  readonly record: RunRecord;
  readonly language: Language;
}

const SIGNS: Readonly<Record<StepRecord['status'], string>> = {
  passed: '✔',
  failed: '✘',
  'soft-failed': '!',
  skipped: '·',
};

const NO_PICTURE: Localised = { ko: '화면 없음', en: 'no picture' };

/** One run of a journey with a picture of each step, in one file without external resources. */
export function journeyPage({ check, verdict, record, language }: TriedJourney): string {
  return `<!doctype html>\n${toText(html`<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${check}</title>
<style>
body { font-family: sans-serif; margin: 2em auto; max-width: 60em; padding: 0 1em }
img { border: 1px solid #999; max-width: 100% }
.failed { color: #c62828 }
</style>
</head>
<body>
<h1>${check}</h1>
${verdict.map((sentence) => html`<p>${sentence}</p>`)}
${record.steps.map((step) => section(step, record, language))}
</body>
</html>`)}\n`;
}

function section(step: StepRecord, record: RunRecord, language: Language) {
  const picture = pictureOf(step, record);
  const name = stepName(step.name, language);
  return html`<section class="${step.status}">
<h2>${SIGNS[step.status]} ${name}</h2>
<p>${wordsOf(language).layers[step.layer]} · ${step.durationMs} ms ${step.error ?? ''}</p>
${picture ? html`<img alt="${name}" src="${picture}">` : html`<p>${NO_PICTURE[language]}</p>`}
</section>`;
}

/** A passed step has its own picture. A failed step shows the page at that moment. */
function pictureOf({ name, status }: StepRecord, { artefacts }: RunRecord): string | undefined {
  const found = artefacts.find(({ type, step }) =>
    status === 'failed' ? type === 'screenshot' : step === name,
  );
  if (!found || status === 'skipped') return undefined;
  return `data:${found.contentType};base64,${Buffer.from(found.body).toString('base64')}`;
}

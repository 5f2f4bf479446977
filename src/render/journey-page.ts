import { html } from 'hono/html';
import type { StepRecord } from '#core/run/result';
import type { RunRecord } from '#core/run/run-record';
import type { Verdict } from '#core/run/verdict';
import { toText } from '#render/markup';

export interface TriedJourney {
  /** `<service>/<journey>`. */
  readonly check: string;
  readonly verdict: Verdict;
  readonly record: RunRecord;
}

const SIGNS: Readonly<Record<StepRecord['status'], string>> = {
  passed: '✔',
  failed: '✘',
  'soft-failed': '!',
  skipped: '·',
};

/** One run of a journey with a picture of each step, in one file without external resources. */
export function journeyPage({ check, verdict, record }: TriedJourney): string {
  const { result, kind, layer, reason } = verdict;
  return `<!doctype html>\n${toText(html`<html lang="ko">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${check}: ${result}</title>
<style>
body { font-family: sans-serif; margin: 2em auto; max-width: 60em; padding: 0 1em }
img { border: 1px solid #999; max-width: 100% }
.failed { color: #c62828 }
</style>
</head>
<body>
<h1>${check}: ${result}</h1>
<p>${kind ?? ''} ${layer} · ${reason}</p>
${record.steps.map((step) => section(step, record))}
</body>
</html>`)}\n`;
}

function section(step: StepRecord, record: RunRecord) {
  const picture = pictureOf(step, record);
  return html`<section class="${step.status}">
<h2>${SIGNS[step.status]} ${step.name}</h2>
<p>${step.layer} · ${step.durationMs} ms ${step.error ?? ''}</p>
${picture ? html`<img alt="${step.name}" src="${picture}">` : html`<p>화면 없음</p>`}
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

import { html, raw } from 'hono/html';
import { wordsOf } from '#core/notice/texts/languages';
import type { Outage } from '#core/outage/outage';
import { composeReport } from '#core/report/report';
import type { Evidence, Result } from '#core/run/result';
import type { Language } from '#core/time/duration';
import { kstDate, kstSecond } from '#core/time/kst';
import type { Instant } from '#core/time/time';
import type { Catalogue } from '#core/watch/catalogue';
import { stepName } from '#core/watch/step-names';
import { sections } from '#render/blocks';
import { type Markup, toText } from '#render/markup';
import { STYLE } from '#render/style';
import { type OnCallWords, onCallWordsOf } from './on-call-words.ts';

export interface OnCallContext {
  readonly language: Language;
  readonly catalogue: Pick<Catalogue, 'groups' | 'services' | 'targets'>;
  /** Empty: no public page. */
  readonly publicPage: string;
}

/** A page for on-call engineers: made for each request, without scripts. */
function page(title: string, main: Markup, { language, publicPage }: OnCallContext): string {
  const say = onCallWordsOf(language);
  const link = publicPage === '' ? '' : html`<a href="${publicPage}">${say.publicPage}</a>`;
  return `<!doctype html>\n${toText(html`<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${title}</title><style>${raw(STYLE)}</style></head>
<body><header><div class="wrap"><a class="name" href="/on-call">${say.title}</a>${link}</div></header>
<main><div class="wrap document">${main}</div></main></body></html>`)}\n`;
}

/** Why a request was not answered as asked. */
export type Refusal =
  | 'tokenNeeded'
  | 'forbidden'
  | 'formOutdated'
  | 'tooMany'
  | 'tooLarge'
  | 'notFound'
  | 'failed';

/** The body of an answer that is an error. */
export function refusalPage(reason: Refusal, context: OnCallContext): string {
  const say = onCallWordsOf(context.language);
  return page(say.title, html`<h1>${say.title}</h1><p>${say[reason]}</p>`, context);
}

export function outagesPage(outages: readonly Outage[], context: OnCallContext): string {
  const say = onCallWordsOf(context.language);
  const items = outages.map(
    (outage) =>
      html`<li><a href="/on-call/outages/${outage.id}">${outage.id}</a>
        ${wordsOf(context.language).tags[outage.state === 'open' ? 'opened' : 'closed']},
        ${moment(outage.startedBetween.by)}</li>`,
  );
  const list = items.length > 0 ? html`<ul class="list">${items}</ul>` : html`<p>${say.none}</p>`;
  return page(say.title, html`<h1>${say.title}</h1>${list}`, context);
}

export interface OutageView {
  readonly outage: Outage;
  readonly now: Instant;
  /** Returned with the form. Must match the cookie. */
  readonly form: string;
  /** A note that was not stored. It stays in its field beside the reason. */
  readonly refusedNote?: RefusedNote | undefined;
}

export interface RefusedNote {
  readonly text: string;
  readonly why: 'noteRefused' | 'notesFull' | 'tooMany';
}

/** The whole report, the deciding runs, and the possible actions. */
export function outageView(shown: OutageView, context: OnCallContext): string {
  const { outage, now, form } = shown;
  const say = onCallWordsOf(context.language);
  const { catalogue, language } = context;
  const report = composeReport({ outage, catalogue, evidence: [], writtenAt: now, language });
  const runs = outage.incidents.flatMap(({ service, runs: own }) =>
    own.map((run) => {
      const href = `/on-call/runs/${service}/${run}?outage=${outage.id}`;
      return html`<li><a href="${href}">${nameOf(service, context)} · ${run}</a></li>`;
    }),
  );
  const hidden = html`<input type="hidden" name="form" value="${form}">`;
  const canAcknowledge = outage.state === 'open' && !outage.acknowledged;
  const acknowledge = canAcknowledge
    ? html`<form method="post" action="/on-call/outages/${outage.id}/ack">${hidden}
        <button>${say.acknowledge}</button></form>`
    : '';
  return page(
    report.title,
    html`<h1>${report.title}</h1><p class="subtitle">${report.subtitle}</p>${acknowledge}
      ${noteForm(shown, say)}
      <section><h2>${say.runs}</h2><ul class="list">${runs}</ul></section>
      ${sections(report.sections)}`,
    context,
  );
}

function noteForm({ outage, form, refusedNote }: OutageView, say: OnCallWords): Markup {
  const reason = refusedNote ? html`<p id="refused" role="alert">${say[refusedNote.why]}</p>` : '';
  const because = refusedNote ? raw(' aria-invalid="true" aria-describedby="refused"') : '';
  return html`<form method="post" action="/on-call/outages/${outage.id}/notes">
    <input type="hidden" name="form" value="${form}">${reason}
    <label for="text">${say.note}</label>
    <textarea id="text" name="text" maxlength="2000" required${because}>
${refusedNote?.text ?? ''}</textarea>
    <button>${say.addNote}</button></form>`;
}

export interface RunView {
  readonly result: Result;
  readonly evidence: readonly (Evidence & { readonly url: string })[];
  readonly outage?: string | undefined;
}

/** One run: its verdict, its steps, and every picture with its caption. */
export function runView({ result, evidence, outage }: RunView, context: OnCallContext): string {
  const say = onCallWordsOf(context.language);
  const words = wordsOf(context.language);
  const kind = result.kind ? words.kinds[result.kind] : words.working;
  const facts: (readonly [string, string])[] = [
    ['result', `${result.result} / ${words.layers[result.layer]} / ${kind}`],
    ['reason', result.reason],
    ['scheduled', moment(result.scheduledAt)],
    ['took', `${(result.durationMs / 1000).toFixed(1)} s`],
    ['vantage', result.vantage],
    ['rule', result.rule],
    ...(result.matched ? [['matched', result.matched] as const] : []),
  ];
  const steps = result.steps.map(({ name, status, durationMs, error = '' }) => [
    stepName(name, context.language),
    status,
    `${(durationMs / 1000).toFixed(1)} s`,
    error,
  ]);
  const isPicture = ({ contentType }: Evidence) => contentType.startsWith('image/');
  const pictures = evidence.filter(isPicture).map((item) => {
    const caption = captionOf(item, result, context, say);
    return html`<figure><img src="${item.url}" alt="${caption}">
      <figcaption>${caption}</figcaption></figure>`;
  });
  const files = evidence
    .filter((item) => !isPicture(item))
    .map(({ type, url }) => html`<li><a href="${url}" rel="noopener">${type}</a></li>`);
  const back = outage ? html`<p><a href="/on-call/outages/${outage}">${say.back}</a></p>` : html``;
  const title = `${nameOf(result.service, context)} · ${moment(result.scheduledAt)}`;
  return page(
    title,
    html`<h1>${title}</h1>${back}${sections([
      { title: result.run, blocks: [{ type: 'table', head: say.runHead, rows: facts }] },
      { title: say.steps, blocks: [{ type: 'table', head: say.stepHead, rows: steps }] },
    ])}${pictures}<section><h2>${say.evidence}</h2><ul class="list">${files}</ul></section>`,
    context,
  );
}

/** Service, step, time and content. The picture of a hang shows the page before it. */
function captionOf(
  item: Evidence,
  result: Result,
  context: OnCallContext,
  say: OnCallWords,
): string {
  const hung = item.type === 'screenshot' && result.kind === 'timeout';
  const step = item.step ?? result.steps.find(({ status }) => status === 'failed')?.name;
  return [
    nameOf(result.service, context),
    step === undefined ? say.noStep : stepName(step, context.language),
    moment(item.takenAt ?? result.scheduledAt),
    hung ? say.pageBefore : (say.pictures[item.type] ?? item.type),
  ].join(' · ');
}

function nameOf(id: string, { catalogue, language }: OnCallContext): string {
  const service = catalogue.services.find((one) => one.id === id);
  return (language === 'ko' ? service?.name : service?.nameEn) ?? id;
}

function moment(at: Instant): string {
  return `${kstDate(at)} ${kstSecond(at)} KST`;
}

import { html } from 'hono/html';
import { frontPath, linkBetween } from '#core/page/addresses';
import { CONTENT_POLICY } from '#core/page/headers';
import type { PageFacts, PageMode } from '#core/page/public-page';
import { pageWordsOf } from '#core/page/texts/page-languages';
import type { PageWords } from '#core/page/texts/page-words';
import type { Language } from '#core/time/duration';
import { kstDate, kstMinute } from '#core/time/kst';
import { type Markup, toText } from '#render/markup';

/** Names of the style sheet and the script, which change with their content. */
export interface Assets {
  readonly style: string;
  readonly script: string;
  readonly picture: string;
}

/** How often a browser asks for changes, ms. A replay runs fifty times faster. */
const REFRESH_MS: Readonly<Record<PageMode, number | undefined>> = {
  live: 30_000,
  simulated: 2_000,
  record: undefined,
};

export interface Framed {
  readonly facts: PageFacts;
  readonly assets: Assets;
  readonly language: Language;
  /** Address of this file, and of the same file in the other language. */
  readonly path: string;
  readonly otherPath: string;
  readonly title: string;
  readonly description: string;
  /** True if the file is about the present, so that it becomes stale. */
  readonly aboutNow: boolean;
  /** Served for any unknown address, so its links cannot be relative. */
  readonly anywhere?: true;
  readonly main: Markup;
}

/** One file of the page: the frame around its main part. */
export function framed(page: Framed): string {
  const { facts, language, path, title, main } = page;
  const say = pageWordsOf(language);
  const to = (other: string) =>
    page.anywhere ? `${facts.settings.url}/${other}` : linkBetween(path, other);
  const other = language === 'ko' ? 'en' : 'ko';
  const name = say.title(facts.servicesName[language]);
  const body = html`<body>
<a class="skip" href="#main">${say.labels.skip}</a>
<header><div class="wrap"><a class="name" href="${to(frontPath(language))}">${name}</a>
  <a lang="${other}" hreflang="${other}" href="${to(page.otherPath)}">
  ${say.labels.otherLanguage}</a></div>
${banner(facts, say)}
<div class="disclaimer"><p class="wrap">
  ${say.notOfficial} ${say.operatedBy(facts.settings.operator)}</p></div></header>
<p class="heard" id="heard" role="status" aria-live="polite"></p>
<main id="main" tabindex="-1" data-stale="${say.headline.stale}"
  data-unknown="${say.states.unknown}"><div class="wrap">
${main}
</div></main>
<footer><div class="wrap"><p>${say.notOfficial} ${say.operatedBy(facts.settings.operator)}</p>
  <p>${say.labels.contact}: ${contact(facts.settings.contact)}</p><p>${say.labels.timesInKst}
  </p></div></footer>
</body>`;
  return `<!doctype html>\n${toText(html`<html lang="${language}"${clockAttributes(page, to)}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${sharing(page)}
<link rel="stylesheet" href="${to(page.assets.style)}">
<link rel="alternate" type="application/atom+xml" href="${to('feed.atom')}">
<link rel="icon" href="data:,">
${
  page.aboutNow || facts.mode === 'record'
    ? html`<script defer src="${to(page.assets.script)}">
  </script>`
    : ''
}
</head>
${body}
</html>`)}\n`;
}

/** Data for the script. Without the script, the text says until when the page is valid. */
function clockAttributes({ facts, aboutNow }: Framed, to: (path: string) => string): Markup {
  const every = REFRESH_MS[facts.mode];
  if (!aboutNow) return html``;
  const refresh = every === undefined ? html`` : html` data-refresh="${every}"`;
  const valid = facts.validUntil - facts.writtenAt;
  return html` data-written="${facts.writtenAt}" data-valid="${valid}" data-status="${to('status.json')}"${refresh}`;
}

function banner({ mode, writtenAt }: PageFacts, say: PageWords): Markup {
  if (mode === 'live') return html``;
  const at = `${kstDate(writtenAt)} ${kstMinute(writtenAt)} KST`;
  return html`<div class="mode"><p class="wrap">
    ${mode === 'simulated' ? say.simulated : say.record(at)}</p></div>`;
}

/** Link previews for messengers. KakaoTalk needs a picture with its own address. */
function sharing({ facts, path, title, description, assets }: Framed): Markup {
  const { url } = facts.settings;
  const addresses =
    url === ''
      ? html``
      : html`<meta property="og:url" content="${url}/${path}">
<meta property="og:image" content="${url}/${assets.picture}">
<meta property="og:image:width" content="800"><meta property="og:image:height" content="400">
<meta name="twitter:card" content="summary_large_image">`;
  return html`<meta name="description" content="${description}">
<meta property="og:type" content="website">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
${addresses}`;
}

/** Makes an email or web address a link. Other text stays text. */
function contact(text: string): Markup {
  if (/^https:\/\/[^\s"'<>]+$/.test(text))
    return html`<a href="${text}" rel="noopener">${text}</a>`;
  if (/^[^\s@"'<>?&:/]+@[^\s@"'<>?&:/]+$/.test(text)) {
    return html`<a href="mailto:${text}">${text}</a>`;
  }
  return html`${text}`;
}

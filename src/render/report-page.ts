import { html, raw } from 'hono/html';
import type { Report } from '#core/report/document';
import { sections } from '#render/blocks';
import { toText } from '#render/markup';
import { STYLE } from '#render/style';

/** An outage as one self-contained page: no script, no external resources, printable. */
export function reportPage(report: Report): string {
  const { language, title, subtitle } = report;
  return `<!doctype html>\n${toText(html`<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${title}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<main><article class="wrap document">
<h1>${title}</h1>
<p class="subtitle">${subtitle}</p>
${sections(report.sections)}
</article></main>
</body>
</html>`)}\n`;
}

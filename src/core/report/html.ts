import type { Block, Report } from '#core/report/document';

/** Colours and sizes after KRDS; prints in black on white. */
const STYLE = `
:root { color-scheme: light }
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1e2124; background: #fff;
  font: 1.0625rem/1.5 'Pretendard GOV', Pretendard, 'Noto Sans KR', sans-serif; word-break: keep-all;
  overflow-wrap: anywhere }
h1 { font-size: 1.6rem; margin: 0 0 .25rem } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem }
.subtitle { color: #58616a; margin: 0 }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid #cdd1d5; padding: .4rem .6rem; text-align: left; vertical-align: top }
th { background: #f4f5f6 } td:first-child { overflow-wrap: normal }
blockquote { margin: .5rem 0; padding: .5rem 1rem; border-left: 4px solid #6d7882; background: #f4f5f6 }
figure { margin: 1rem 0 } img { max-width: 100%; border: 1px solid #cdd1d5 }
figcaption { color: #58616a; font-size: .9rem }
@media (max-width: 40rem) { table { display: block; overflow-x: auto } td { min-width: 7rem } }
@media print { body { margin: 0; max-width: none; font-size: 10pt } tr, blockquote { break-inside: avoid }
  h2 { break-after: avoid } thead { display: table-header-group } }
`;

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

function cells(tag: 'th scope="col"' | 'td', values: readonly string[]): string {
  const end = tag === 'td' ? 'td' : 'th';
  return `<tr>${values.map((value) => `<${tag}>${escaped(value)}</${end}>`).join('')}</tr>`;
}

function block(part: Block): string {
  switch (part.type) {
    case 'paragraph':
      return `<p>${escaped(part.text)}</p>`;
    case 'quote':
      return `<blockquote>${escaped(part.text)}</blockquote>`;
    case 'image': {
      const caption = escaped(part.caption);
      const image = `<img src="${escaped(part.source)}" alt="${caption}">`;
      return `<figure>${image}<figcaption>${caption}</figcaption></figure>`;
    }
    case 'list':
      return `<ul>${part.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
    case 'table':
      return [
        `<table><thead>${cells('th scope="col"', part.head)}</thead>`,
        `<tbody>${part.rows.map((values) => cells('td', values)).join('\n')}</tbody></table>`,
      ].join('\n');
  }
}

/** One self-contained page: no script, nothing fetched. */
export function reportHtml(report: Report): string {
  const sections = report.sections.map(({ title, blocks }) =>
    [`<section>`, `<h2>${escaped(title)}</h2>`, ...blocks.map(block), `</section>`].join('\n'),
  );
  return [
    '<!doctype html>',
    `<html lang="${report.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    `<title>${escaped(report.title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${escaped(report.title)}</h1>`,
    `<p class="subtitle">${escaped(report.subtitle)}</p>`,
    ...sections,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

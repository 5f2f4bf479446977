import type { Block, Report } from '#core/report/document';

/** One line of plain text, with Markdown and inline HTML escaped. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/([\\`*_[\]|~#])/g, '\\$1');
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(escaped).join(' | ')} |`;
}

function block(part: Block): string {
  switch (part.type) {
    case 'paragraph':
      return escaped(part.text);
    case 'quote':
      return `> ${escaped(part.text)}`;
    // Megabytes of base64 in a Markdown file do not help a reader.
    case 'image':
      return `*${escaped(part.caption)}*`;
    case 'list':
      return part.items.map((item) => `- ${escaped(item)}`).join('\n');
    case 'table':
      return [
        row(part.head),
        `| ${part.head.map(() => '---').join(' | ')} |`,
        ...part.rows.map(row),
      ].join('\n');
  }
}

/** GitHub-flavoured Markdown. */
export function reportMarkdown(report: Report): string {
  const sections = report.sections.map(({ title, blocks }) =>
    [`## ${escaped(title)}`, ...blocks.map(block)].join('\n\n'),
  );
  return `${[`# ${escaped(report.title)}`, escaped(report.subtitle), ...sections].join('\n\n')}\n`;
}

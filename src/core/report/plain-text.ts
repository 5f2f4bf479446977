import type { Block, Report } from '#core/report/document';

function lines(block: Block): readonly string[] {
  switch (block.type) {
    case 'paragraph':
      return [block.text];
    case 'quote':
      return [`"${block.text}"`];
    case 'image':
      return [block.caption];
    case 'list':
      return block.items.map((item) => `  - ${item}`);
    case 'table':
      return [block.head, ...block.rows].map((row) => row.join('  '));
  }
}

/** For a terminal. */
export function reportText({ title, subtitle, sections }: Report): string {
  return [
    title,
    subtitle,
    ...sections.flatMap((section) => ['', section.title, ...section.blocks.flatMap(lines)]),
  ].join('\n');
}

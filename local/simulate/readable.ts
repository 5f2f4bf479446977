/** Title and visible text of a simulated portal's page. Not a parser for the open web. */
export function readable(markup: string): { readonly title: string; readonly text: string } {
  const title = /<title>([^<]*)<\/title>/.exec(markup)?.[1] ?? '';
  const text = markup
    .replace(/<!--[\s\S]*?-->|<(script|style|head)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
  return { title, text };
}

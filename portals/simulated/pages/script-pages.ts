import { barePage } from '#portals/simulated/pages/layout';

function script(lines: string): string {
  return barePage('안내', `<script>\n${lines}\n</script>`);
}

/** An alert, then another page: how 고용24 confirms a login. */
export function alertThenGo(message: string, path: string): string {
  return script(`alert(${JSON.stringify(message)}); location.href = ${JSON.stringify(path)};`);
}

/** An alert, then back to the form. */
export function alertThenBack(message: string): string {
  return script(`alert(${JSON.stringify(message)}); history.back();`);
}

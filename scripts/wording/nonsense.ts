import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { WORD_MODULES } from './scramble.ts';

/**
 * For `node --import`: every module with texts returns nonsense. The real one is loaded under the
 * same address with `?real`.
 */
const SCRAMBLE = new URL('scramble.ts', import.meta.url).href;
const paths = WORD_MODULES.map((name) => `/src/${name.slice(1)}.ts`);
const isWords = (url: string) => paths.some((path) => url.endsWith(path));

registerHooks({
  load(url, context, next) {
    if (!isWords(url)) return next(url, context);
    const source = readFileSync(new URL(url), 'utf8');
    const names = [...source.matchAll(/^export (?:const|function) (\w+)/gm)].map(
      ([, name]) => name,
    );
    const lines = [
      `import * as real from ${JSON.stringify(`${url}?real`)};`,
      `import { scramble } from ${JSON.stringify(SCRAMBLE)};`,
      "const said = (text) => '횡설수설 ' + text.length;",
      ...names.map((name) => `export const ${name} = scramble(real.${name}, said);`),
    ];
    return { format: 'module', source: lines.join('\n'), shortCircuit: true };
  },
});

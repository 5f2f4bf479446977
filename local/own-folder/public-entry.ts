import { registerHooks } from 'node:module';
import { extname } from 'node:path';

/** In a checkout these are sources, as this file is. */
const URLS = new Map(
  [
    ['bonghwa', 'bonghwa'],
    ['bonghwa/testing', 'testing'],
  ].map(([name, file]) => {
    const path = `../../package/${file}${extname(import.meta.filename)}`;
    return [name, new URL(path, import.meta.url).href];
  }),
);
let hooked = false;

/**
 * Makes `bonghwa` in a configuration and its journeys mean the Bonghwa that runs, where no package
 * of it is installed: in a checkout, and for a configuration elsewhere.
 */
export function offerPublicEntry(): void {
  if (hooked) return;
  hooked = true;
  registerHooks({
    resolve(specifier, context, next) {
      const url = URLS.get(specifier);
      return url === undefined ? next(specifier, context) : { url, shortCircuit: true };
    },
  });
}

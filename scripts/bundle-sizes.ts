import { benchBundle } from './bench-history/bundle.ts';

/** npm run bundles: bytes of the bundles without a browser, and how long Node takes to load each. */
for (const name of ['dispatcher', 'evaluator', 'history-api'] as const) {
  const { bytes, importMs } = await benchBundle(name);
  const size = String(bytes.toLocaleString('en-US')).padStart(9);
  console.log(`${name.padEnd(12)}${size} bytes, imported in ${importMs.toFixed(0)} ms`);
}

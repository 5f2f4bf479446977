import { benchBundle } from './bench-history/bundle.ts';

/** What a bundle may weigh, bytes: some 15 % above its size on 26 November 2026. */
const LIMITS = { dispatcher: 400_000, evaluator: 530_000, 'history-api': 1_000_000 } as const;

/** npm run bundles: bytes of the bundles without a browser, and how long Node takes to load each. */
for (const name of ['dispatcher', 'evaluator', 'history-api'] as const) {
  const { bytes, importMs } = await benchBundle(name);
  const [size, limit] = [bytes, LIMITS[name]].map((each) => each.toLocaleString('en-US'));
  const verdict = bytes <= LIMITS[name] ? '' : '  TOO LARGE';
  if (verdict) process.exitCode = 1;
  console.log(
    `${name.padEnd(12)}${String(size).padStart(9)} bytes of ${limit}, ` +
      `imported in ${importMs.toFixed(0)} ms${verdict}`,
  );
}

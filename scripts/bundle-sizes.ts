import { benchBundle } from './bench-history/bundle.ts';

/** Limits of the bundles, bytes. The evaluator of 0.1.0 had 527,521. */
const LIMITS = {
  dispatcher: 340_000,
  prober: 1_048_576,
  runner: 1_048_576,
  evaluator: 500_000,
  'history-api': 1_000_000,
} as const;

/**
 * npm run bundles: bytes of the bundles without a browser, and how long Node takes to load each.
 * Schemas that only handlers read are written with `zod/mini`: the whole of zod is 100 kB.
 */
for (const name of ['dispatcher', 'prober', 'runner', 'evaluator', 'history-api'] as const) {
  const { bytes, importMs } = await benchBundle(name);
  const [size, limit] = [bytes, LIMITS[name]].map((each) => each.toLocaleString('en-US'));
  const verdict = bytes <= LIMITS[name] ? '' : '  TOO LARGE';
  if (verdict) process.exitCode = 1;
  console.log(
    `${name.padEnd(12)}${String(size).padStart(9)} bytes of ${limit}, ` +
      `imported in ${importMs.toFixed(0)} ms${verdict}`,
  );
}

/**
 * The deployed functions. `lib/` deploys `entry`, and the local event-source loop imports the same
 * file. One list, so that the two cannot differ.
 */
export const FUNCTIONS = {
  dispatcher: { entry: 'lambda/dispatcher.ts', timeoutSeconds: 30 },
  // Longer than the browser's time-out, so that the runner can still store the result.
  runner: { entry: 'lambda/runner.ts', timeoutSeconds: 150 },
  browser: { entry: 'lambda/browser.ts', timeoutSeconds: 120 },
  prober: { entry: 'lambda/prober.ts', timeoutSeconds: 60 },
  evaluator: { entry: 'lambda/evaluator.ts', timeoutSeconds: 60 },
  'log-reader': { entry: 'lambda/log-reader.ts', timeoutSeconds: 30 },
  page: { entry: 'lambda/page.ts', timeoutSeconds: 50 },
  'history-api': { entry: 'lambda/history-api.ts', timeoutSeconds: 15 },
} as const;

/**
 * Node options of the function. The browser's process shares its memory with a browser, but V8 grows
 * the young generation of a long-lived process by tens of MiB and never returns them (`npm run
 * soak`). It reads no source map, because Playwright asks for a stack at each call: the first one
 * would read the whole map. The map is in the asset for whoever reads a stack from the log.
 */
export function nodeOptions(name: FunctionName): string {
  return name === 'browser' ? '--max-semi-space-size=1' : '--enable-source-maps';
}

export type FunctionName = keyof typeof FUNCTIONS;

/** The entry beside `asker`: TypeScript in a checkout, JavaScript in the npm package. */
export function entryBeside(name: FunctionName, asker: string): string {
  return FUNCTIONS[name].entry.replace(/\.ts$/, asker.slice(asker.lastIndexOf('.')));
}

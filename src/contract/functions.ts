/**
 * The deployed functions: `lib/` deploys `entry`, and the local event-source loop imports the very
 * same file. One list, so that neither side can drift.
 */
export const FUNCTIONS = {
  dispatcher: { entry: 'lambda/dispatcher.ts', timeoutSeconds: 30 },
  runner: { entry: 'lambda/runner.ts', timeoutSeconds: 120 },
  prober: { entry: 'lambda/prober.ts', timeoutSeconds: 60 },
  evaluator: { entry: 'lambda/evaluator.ts', timeoutSeconds: 60 },
  'history-api': { entry: 'lambda/history-api.ts', timeoutSeconds: 15 },
} as const;

export type FunctionName = keyof typeof FUNCTIONS;

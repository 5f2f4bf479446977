/**
 * The deployed functions: `lib/` deploys `entry`, and the local event-source loop imports the very
 * same file. One list, so that neither side can drift.
 */
export const FUNCTIONS = {
  dispatcher: { entry: 'lambda/dispatcher.ts', source: 'schedule', timeoutSeconds: 30 },
  runner: { entry: 'lambda/runner.ts', source: 'journeys-queue', timeoutSeconds: 120 },
  prober: { entry: 'lambda/prober.ts', source: 'probes-queue', timeoutSeconds: 60 },
  evaluator: { entry: 'lambda/evaluator.ts', source: 'evaluations-queue', timeoutSeconds: 60 },
  'history-api': { entry: 'lambda/history-api.ts', source: 'http', timeoutSeconds: 15 },
} as const;

export type FunctionName = keyof typeof FUNCTIONS;

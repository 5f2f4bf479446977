import type { CliCommand } from '../command.ts';

/** Loaded one by one, because `bonghwa plan` must not wait for the browser library. */
export const commands: Readonly<Record<string, () => Promise<CliCommand>>> = {
  up: async () => (await import('./up.ts')).upCommand,
  init: async () => (await import('./init.ts')).initCommand,
  watch: async () => (await import('./watch.ts')).watchCommand,
  history: async () => (await import('./history.ts')).historyCommand,
  journey: async () => (await import('./journey.ts')).journeyCommand,
  replay: async () => (await import('./replay.ts')).replayCommand,
  check: async () => (await import('./check.ts')).checkCommand,
  inspect: async () => (await import('./inspect.ts')).inspectCommand,
  token: async () => (await import('./token.ts')).tokenCommand,
  plan: async () => (await import('./plan.ts')).planCommand,
  doctor: async () => (await import('./doctor.ts')).doctorCommand,
  secret: async () => (await import('./secret.ts')).secretCommand,
  drill: async () => (await import('./drill.ts')).drillCommand,
  report: async () => (await import('./report.ts')).reportCommand,
  why: async () => (await import('./why.ts')).whyCommand,
  page: async () => (await import('./page.ts')).pageCommand,
  tune: async () => (await import('./tune.ts')).tuneCommand,
  simulate: async () => (await import('./simulate.ts')).simulateCommand,
};

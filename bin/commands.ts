import type { CliCommand } from './command.ts';

/** Loaded one by one: `bonghwa plan` must not wait for the browser library. */
export const commands: Readonly<Record<string, () => Promise<CliCommand>>> = {
  up: async () => (await import('./commands/up.ts')).upCommand,
  replay: async () => (await import('./commands/replay.ts')).replayCommand,
  check: async () => (await import('./commands/check.ts')).checkCommand,
  inspect: async () => (await import('./commands/inspect.ts')).inspectCommand,
  token: async () => (await import('./commands/token.ts')).tokenCommand,
  plan: async () => (await import('./commands/plan.ts')).planCommand,
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand,
  secret: async () => (await import('./commands/secret.ts')).secretCommand,
  drill: async () => (await import('./commands/drill.ts')).drillCommand,
  report: async () => (await import('./commands/report.ts')).reportCommand,
  simulate: async () => (await import('./commands/simulate.ts')).simulateCommand,
};

import type { Clock, Log } from '#core/ports/ambient';

export type Write = (line: string) => void;

/** One JSON object per line, which CloudWatch indexes directly. */
export function createLog(write: Write, clock: Clock): Log {
  const at =
    (level: string) =>
    (event: string, fields: Readonly<Record<string, unknown>> = {}) =>
      write(JSON.stringify({ level, event, at: new Date(clock.now()).toISOString(), ...fields }));
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

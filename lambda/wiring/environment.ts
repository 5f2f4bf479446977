import { ENVIRONMENT, type EnvironmentName } from '#contract/environment';
import { MonitorFaultError } from '#core/errors';

export function required(name: EnvironmentName): string {
  const value = process.env[name];
  if (!value) {
    throw new MonitorFaultError(
      `The environment variable ${name} is not set.`,
      'lib/ sets it on deployment and local/ on this machine; run the handler through one of them.',
    );
  }
  return value;
}

export function stage(): string {
  return process.env[ENVIRONMENT.stage] ?? 'dev';
}

/** Builds once per container, on first use: cold starts pay only for what they touch. */
export function once<T>(build: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: build() };
    return made.value;
  };
}

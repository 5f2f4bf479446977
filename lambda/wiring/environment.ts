import { ENVIRONMENT, type EnvironmentName } from '#contract/environment';
import { MonitorFaultError } from '#core/errors';

export function required(name: EnvironmentName): string {
  const value = process.env[name];
  if (!value) {
    throw new MonitorFaultError(
      {
        en: `The environment variable ${name} is not set.`,
        ko: `환경 변수 ${name}이(가) 없습니다.`,
      },
      {
        en: 'lib/ sets it on deployment and local/ on this machine; run the handler through one of them.',
        ko: '배포(lib/)나 이 컴퓨터의 실행(local/)을 통해 핸들러를 실행하십시오.',
      },
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

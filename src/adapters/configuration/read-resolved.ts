import { readFileSync } from 'node:fs';
import { configurationSchema } from '#adapters/configuration/resolved-schema';
import { MonitorFaultError } from '#core/errors';
import type { Configuration } from '#core/watch/configuration';

/** The configuration that synth or `local/` wrote beside the code. Throws MonitorFaultError. */
export function readResolvedConfiguration(path: string): Configuration {
  try {
    return configurationSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new MonitorFaultError(
      {
        en: `The resolved configuration ${path} cannot be read.`,
        ko: `완성된 설정 ${path}을(를) 읽을 수 없습니다.`,
      },
      {
        en: 'Deploy again: `npx cdk deploy` writes it from bonghwa.config.ts.',
        ko: '다시 배포하십시오. `npx cdk deploy`가 bonghwa.config.ts로 만듭니다.',
      },
      { cause: error },
    );
  }
}

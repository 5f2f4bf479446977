import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { withEnvironment } from '#adapters/configuration/environment-overrides';
import type { KnownPortals } from '#adapters/configuration/known-portals';
import { type Resolved, resolveConfiguration } from '#adapters/configuration/resolve';
import { InvalidInputError } from '#core/errors';
import type { Localised } from '#core/time/duration';
import type { Instant } from '#core/time/time';

export interface LoadedConfiguration extends Resolved {
  readonly path: string;
}

export interface LoadOptions {
  readonly portals: KnownPortals;
  /** Default: `bonghwa.config.ts` in the working directory. */
  readonly path?: string;
  /** Default: `BONGHWA_STAGE`, else `dev`. */
  readonly stage?: string;
  readonly now?: Instant;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

const FILE = 'bonghwa.config.ts';

/**
 * Reads, completes and checks the configuration. Throws InvalidInputError that names every problem.
 */
export async function loadConfiguration(options: LoadOptions): Promise<LoadedConfiguration> {
  const { portals } = options;
  const environment = options.environment ?? process.env;
  const path = resolve(options.path ?? FILE);
  const stage = options.stage ?? environment.BONGHWA_STAGE ?? 'dev';
  const input = withEnvironment(await readSource(path, stage), environment);
  const now = options.now ?? Date.now();
  return { ...resolveConfiguration(input, { file: path, stage, now, portals }), path };
}

async function readSource(path: string, stage: string): Promise<unknown> {
  if (!existsSync(path)) {
    throw new InvalidInputError(
      { en: `There is no configuration at ${path}.`, ko: `${path} 설정 파일이 없습니다.` },
      {
        en: "Run from the project's folder, or make one of your own with `init`: docs/own-services.md",
        ko: '프로젝트 폴더에서 실행하거나 `init`으로 새 폴더를 만드십시오: docs/own-services.md',
      },
    );
  }
  const source = await importDefault(path);
  const input = typeof source === 'function' ? await called(source, { path, stage }) : source;
  if (typeof input !== 'object' || input === null || isPlain(input)) return input;
  throw new InvalidInputError(
    {
      en: `${path} exports something else than fields in braces.`,
      ko: `${path} 파일의 export default가 중괄호로 묶은 필드가 아닙니다.`,
    },
    {
      en: 'Write: export default defineConfig({ … });',
      ko: '이렇게 적으십시오: export default defineConfig({ … });',
    },
  );
}

/** A list, a map or a date has no fields of its own, and would pass for an empty configuration. */
function isPlain(input: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(input);
  return prototype === Object.prototype || prototype === null;
}

/** A configuration may depend on the stage. Throws InvalidInputError. */
async function called(
  source: CallableFunction,
  { path, stage }: { readonly path: string; readonly stage: string },
): Promise<unknown> {
  try {
    return await source({ stage });
  } catch (error) {
    throw notLoaded(path, error);
  }
}

function remedyFor(why: string): Localised {
  if (/^Cannot find package '@playwright\/test'/.test(why)) {
    return {
      en: "Change three lines of the script: docs/journeys.md, 'A Playwright script, pasted in'.",
      ko: '스크립트의 세 줄을 바꾸십시오. 방법은 docs/journeys.md에 있습니다.',
    };
  }
  if (/^Cannot find package/.test(why)) {
    return {
      en: 'Install it in that folder; docs/own-services.md says how.',
      ko: '그 폴더에 설치하십시오. 방법은 docs/own-services.md에 있습니다.',
    };
  }
  return /outside a module|Unexpected token 'export'/.test(why)
    ? {
        en: 'Say that the folder holds modules: npm pkg set type=module',
        ko: '폴더의 파일이 모듈이라고 알리십시오: npm pkg set type=module',
      }
    : {
        en: 'Correct the file; it is plain TypeScript that Node 24 runs directly.',
        ko: '파일을 고치십시오. Node 24가 바로 실행하는 TypeScript입니다.',
      };
}

/**
 * `path:line` of a mistake in writing. Of other errors Node 24 names a wrong line, because it
 * removes the types first.
 */
function placeOf(error: unknown): string | undefined {
  const stack = error instanceof SyntaxError ? error.stack : undefined;
  const [, url, line] = /^(file:\/\/\/\S+?):(\d+)\n/.exec(stack ?? '') ?? [];
  return url === undefined ? undefined : `${fileURLToPath(url)}:${line}`;
}

function notLoaded(path: string, error: unknown): InvalidInputError {
  const why = error instanceof Error ? error.message : String(error);
  const place = placeOf(error) ?? path;
  return new InvalidInputError(
    {
      en: `${place} cannot be loaded: ${why.replace(/\.$/, '')}.`,
      ko: `${place} 파일을 불러올 수 없습니다(원문: ${why}).`,
    },
    remedyFor(why),
    { cause: error },
  );
}

/** The default export of a module in the user's folder. Throws InvalidInputError. */
export async function importDefault(path: string): Promise<unknown> {
  try {
    const module: { readonly default?: unknown } = await import(pathToFileURL(path).href);
    if (module.default !== undefined) return module.default;
  } catch (error) {
    throw notLoaded(path, error);
  }
  const ending = `export default ${path.endsWith(FILE) ? 'defineConfig' : 'defineJourneys'}({ … });`;
  throw new InvalidInputError(
    { en: `${path} exports no default.`, ko: `${path} 파일에 export default가 없습니다.` },
    { en: `End it with: ${ending}`, ko: `끝에 적으십시오: ${ending}` },
  );
}

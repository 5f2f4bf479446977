import { explain } from '#adapters/configuration/explain';
import { rulesSchema } from '#adapters/configuration/resolved-schema';
import { InvalidInputError } from '#core/errors';
import type { Localised } from '#core/time/duration';
import type { Configuration } from '#core/watch/configuration';
import { contradictions } from '#core/watch/contradictions';

const FORM = '--rules lastsSeconds.together=60,closeAfterPasses=2';
const EXAMPLE = { en: `Write it like ${FORM}`, ko: `예: ${FORM}` };

/**
 * The configuration with other rules: `lastsSeconds.together=60,closeAfterPasses=2`. Throws
 * InvalidInputError for an unknown rule, an invalid value, or a contradiction.
 */
export function underRules(text: string, configuration: Configuration): Configuration {
  const rules: unknown = structuredClone(configuration.rules);
  for (const part of text.split(',')) set(rules, part);
  const parsed = rulesSchema.safeParse(rules);
  if (!parsed.success) throw refused(text, explain(parsed.error, rules));
  const changed = { ...configuration, rules: parsed.data };
  const contrary = contradictions(changed);
  if (contrary.length > 0) throw refused(text, contrary);
  return changed;
}

function set(rules: unknown, part: string): void {
  const [path = '', value = ''] = part.split('=');
  const names = path.trim().split('.');
  const last = names.pop() ?? '';
  const holder = names.reduce(inside, rules);
  if (!isRecord(holder) || !Object.hasOwn(holder, last)) {
    throw refused(part, [
      { en: `there is no rule "${path.trim()}"`, ko: `"${path.trim()}" 규칙은 없습니다` },
    ]);
  }
  const number = Number(value);
  if (value.trim() === '' || Number.isNaN(number)) {
    throw refused(part, [
      { en: `"${value}" is not a number`, ko: `"${value}"은(는) 숫자가 아닙니다` },
    ]);
  }
  holder[last] = number;
}

function inside(holder: unknown, name: string): unknown {
  return isRecord(holder) && Object.hasOwn(holder, name) ? holder[name] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function refused(text: string, problems: readonly Localised[]): InvalidInputError {
  const list = (language: keyof Localised) => problems.map((line) => line[language]).join('; ');
  return new InvalidInputError(
    { en: `--rules ${text}: ${list('en')}.`, ko: `--rules ${text}: ${list('ko')}.` },
    EXAMPLE,
  );
}

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
  const parts = text.split(',');
  for (const part of parts) set(rules, part);
  const twice = parts.map(nameIn).find((name, index, all) => all.indexOf(name) !== index);
  if (twice) {
    const en = `${twice} is given twice`;
    throw refused(text, [{ en, ko: `${twice} 규칙이 두 번 있습니다` }]);
  }
  const parsed = rulesSchema.safeParse(rules);
  if (!parsed.success) throw refused(text, explain(parsed.error, rules));
  const changed = { ...configuration, rules: parsed.data };
  const contrary = contradictions(changed);
  if (contrary.length > 0) throw refused(text, contrary);
  return changed;
}

function nameIn(part: string): string {
  return part.split('=', 1).join('').trim();
}

function set(rules: unknown, part: string): void {
  const path = nameIn(part);
  const [, value = ''] = part.split('=');
  const names = path.split('.');
  const last = names.pop() ?? '';
  const holder = names.reduce(inside, rules);
  if (!isRecord(holder) || !Object.hasOwn(holder, last)) {
    const known = namesOf(rules).join(', ');
    throw refused(part, [
      {
        en: `there is no rule "${path}"; the rules are ${known}`,
        ko: `"${path}" 규칙은 없습니다. 쓸 수 있는 규칙: ${known}`,
      },
    ]);
  }
  if (isRecord(holder[last])) {
    const fields = namesOf(holder[last], path).join(', ');
    throw refused(part, [
      {
        en: `${path} has several values: ${fields}`,
        ko: `${path}의 값은 여러 개입니다: ${fields}`,
      },
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

/** `lastsSeconds.alone` of each number below. */
function namesOf(holder: unknown, path = ''): readonly string[] {
  if (!isRecord(holder)) return [path];
  const of = (name: string) => (path === '' ? name : `${path}.${name}`);
  return Object.keys(holder).flatMap((name) => namesOf(holder[name], of(name)));
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

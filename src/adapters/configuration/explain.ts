import { z } from 'zod';
import { parted } from '#adapters/configuration/both';
import { isSecretField, secretInConfiguration } from '#adapters/configuration/secret-fields';
import { InvalidInputError } from '#core/errors';
import { cleanText } from '#core/formats/clean-text';
import type { Localised } from '#core/time/duration';

/** `subscribers[0].endpoint`. */
function fieldName(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null
        ? (value as Record<PropertyKey, unknown>)[part]
        : undefined,
    input,
  );
}

/** An account inside an address, such as that of a proxy. */
const ACCOUNT = /\/\/[^/\s"]*@/g;
/** Addresses of webhooks are secrets behind the host. */
const PATH = /(https?:\/\/[^/\s"]+\/)[^\s"]+/gi;
/** A whole header, where only its name belongs. */
const HEADER = /^("(?:X-[\w-]+:|[A-Za-z][\w-]*: )).+"$/i;

/** The value without what may be a secret. */
function shown(value: unknown): string | undefined {
  const hidden = (name: string, inner: unknown) => (isSecretField(name) ? '…' : inner);
  const found = JSON.stringify(value, hidden)
    ?.replace(ACCOUNT, '//…@')
    .replace(PATH, '$1…')
    .replace(HEADER, '$1…"');
  const text = found && cleanText(found);
  return text !== undefined && text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

const CONFIGURATION: Localised = { en: 'the configuration', ko: '설정' };

/** One line per problem: field, value and the correct form. `whole` names the whole input. */
export function explain(
  error: z.core.$ZodError,
  input: unknown,
  whole = CONFIGURATION,
): readonly Localised[] {
  return error.issues.map((issue) => {
    const field = fieldName(issue.path);
    if (issue.code === 'unrecognized_keys') {
      const entry = valueAt(input, issue.path);
      const secret = secretInConfiguration(issue.path[0], entry, issue.keys);
      if (secret) return { en: `${field} ${secret.en}`, ko: `${field}의 ${secret.ko}` };
      const keys = issue.keys.join(', ');
      return {
        en: `${field || whole.en} has the unknown field ${keys}: check its spelling`,
        ko: `${field || whole.ko}에 없는 필드 ${keys}: 철자를 확인하십시오`,
      };
    }
    const value = valueAt(input, issue.path);
    const where = field === '' ? whole : { en: field, ko: field };
    return problem(where, value, parted(issue.message) ?? standard(issue, value));
  });
}

/** How a value of each type is written. */
const FORMS: Readonly<Record<string, Localised>> = {
  string: { en: "text in quotes: 'text'", ko: "따옴표로 묶은 글자여야 합니다: '글자'" },
  number: { en: 'a number without quotes', ko: '따옴표 없는 수여야 합니다' },
  int: { en: 'a whole number', ko: '정수여야 합니다' },
  boolean: { en: 'true or false', ko: 'true나 false여야 합니다' },
  array: { en: 'a list: [ … ]', ko: '목록이어야 합니다: [ … ]' },
  object: { en: 'fields in braces: { … }', ko: '중괄호로 묶은 필드여야 합니다: { … }' },
  record: { en: 'fields in braces: { … }', ko: '중괄호로 묶은 필드여야 합니다: { … }' },
};

/** A problem that no schema of ours words. */
function standard(issue: z.core.$ZodIssue, input: unknown): Localised {
  const choices = 'values' in issue ? issue.values : 'options' in issue ? issue.options : [];
  if (Array.isArray(choices) && choices.length > 0) {
    const list = choices.join(', ');
    return { en: `must be one of ${list}`, ko: `다음 중 하나여야 합니다: ${list}` };
  }
  const form = issue.code === 'invalid_type' ? FORMS[issue.expected] : undefined;
  if (form) return { en: `must be ${form.en}`, ko: form.ko };
  if (issue.code === 'too_small') return bound('least', issue, issue.minimum);
  if (issue.code === 'too_big') return bound('most', issue, issue.maximum);
  const said = z.locales.ko().localeError({ ...issue, input } as z.core.$ZodRawIssue);
  const ko = typeof said === 'string' ? said : said?.message;
  return { en: issue.message, ko: ko ?? issue.message };
}

const UNITS: Readonly<Record<string, Localised>> = {
  string: { en: 'character', ko: '자' },
  array: { en: 'item', ko: '개' },
};

/** How large a value must or may be. */
function bound(
  end: 'least' | 'most',
  { inclusive = true, origin }: { readonly inclusive?: boolean; readonly origin: string },
  value: number | bigint,
): Localised {
  const unit = UNITS[origin];
  if (unit) {
    const than = end === 'least' ? '이상이어야' : '이하여야';
    return {
      en: `must have at ${end} ${value} ${unit.en}${Number(value) === 1 ? '' : 's'}`,
      ko: `${value}${unit.ko} ${than} 합니다`,
    };
  }
  if (end === 'least') {
    return inclusive
      ? { en: `must be ${value} or more`, ko: `${value} 이상이어야 합니다` }
      : { en: `must be more than ${value}`, ko: `${value}보다 커야 합니다` };
  }
  return inclusive
    ? { en: `must be ${value} or less`, ko: `${value} 이하여야 합니다` }
    : { en: `must be less than ${value}`, ko: `${value}보다 작아야 합니다` };
}

export function problem(field: string | Localised, value: unknown, rule: Localised): Localised {
  const where = typeof field === 'string' ? { en: field, ko: field } : field;
  const is = shown(value);
  return {
    en: `${where.en} is ${is ?? 'not set'}: ${rule.en}`,
    ko: `${where.ko}${is === undefined ? '이(가) 없습니다' : ` 값 ${is}`}: ${rule.ko}`,
  };
}

/** Lists every problem, so that a person can fix the file in one go. */
export function refuse(file: string, problems: readonly Localised[]): InvalidInputError {
  const list = (language: keyof Localised) =>
    problems.map((line) => `  - ${line[language]}`).join('\n');
  return new InvalidInputError(
    {
      en: `${file} cannot be used:\n${list('en')}`,
      ko: `${file} 파일을 쓸 수 없습니다:\n${list('ko')}`,
    },
    {
      en: `Correct ${file}; nothing has been deployed or changed.`,
      ko: `${file} 파일을 고치십시오. 아무것도 배포하거나 바꾸지 않았습니다.`,
    },
  );
}

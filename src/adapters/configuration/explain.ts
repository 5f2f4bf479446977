import type { z } from 'zod';
import { InvalidInputError } from '#core/errors';

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

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'not set';
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** One line per problem: field, value and the correct form. `whole` names the whole input. */
export function explain(
  error: z.core.$ZodError,
  input: unknown,
  whole = 'the configuration',
): readonly string[] {
  return error.issues.map((issue) => {
    const where = fieldName(issue.path) || whole;
    if (issue.code === 'unrecognized_keys') {
      return `${where} has the unknown field ${issue.keys.join(', ')}: check its spelling`;
    }
    return problem(where, valueAt(input, issue.path), issue.message);
  });
}

export function problem(field: string, value: unknown, rule: string): string {
  return `${field || 'the configuration'} is ${shown(value)}: ${rule}`;
}

/** Lists every problem, so that a person can fix the file in one go. */
export function refuse(file: string, problems: readonly string[]): InvalidInputError {
  const list = problems.map((line) => `  - ${line}`).join('\n');
  return new InvalidInputError(
    `${file} cannot be used:\n${list}`,
    `Correct ${file}; nothing has been deployed or changed.`,
  );
}

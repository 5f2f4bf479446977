import type * as z from 'zod';
import { both } from '#adapters/configuration/both';
import { cleanText } from '#core/formats/clean-text';

const NOT_CLEAN = both(
  'must be text without control characters, halves of characters and marks that turn its direction',
  '제어 문자, 반쪽 문자, 글의 방향을 바꾸는 문자가 없어야 합니다',
);

/** Refuses such text in every field, because each may reach a notice, a page or a terminal. */
export function refuseUnclean(input: unknown, context: z.RefinementCtx): void {
  for (const path of uncleanIn(input, [])) {
    context.addIssue({ code: 'custom', path: [...path], message: NOT_CLEAN });
  }
}

type Path = readonly PropertyKey[];

function uncleanIn(value: unknown, path: Path): readonly Path[] {
  if (typeof value === 'string') return cleanText(value) === value ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    uncleanIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

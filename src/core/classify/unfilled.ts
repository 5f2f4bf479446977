import { type Part, patternOf } from '#core/classify/part';
import type { Judge } from '#core/classify/text-judges';

/** Template placeholders that were never filled, and values that a program could not compute. */
export const UNFILLED_PARTS: readonly Part[] = [
  {
    name: 'braces',
    is: '{{ course.title }}',
    not: '{ }',
    any: [/\{\{[^{}]{1,60}\}\}|\$\{[\w.]{2,60}\}|<%=?[^%]{1,60}%>|\[\[\$\{/gu],
  },
  {
    name: 'keys',
    is: 'msg.common.error.system',
    not: 'www.example.org',
    any: [/\b(msg|message|label|btn|button|menu|title|error)(\.[a-z0-9_]+)+\b/gu],
  },
  {
    name: 'values',
    is: '월 NaN원',
    not: 'Nancy',
    any: [/\bundefined(?=[가-힣\s]|$)|\bnan(?=[가-힣]|%|$)|\[object object\]/gu],
  },
];
const UNFILLED = patternOf(UNFILLED_PARTS, 'gu');
const MANY_UNFILLED = 2;

/** A line of a program, without white space. A documentation shows many. */
const CODE = /^(import|export|const|let|var|function|return|npm|npx|\/\/)|[;{]$|\)$|=>|(?<!\})\}$/u;
const MUCH_CODE = 3;

/** The page shows its template instead of its content. */
export const judgeUnfilled: Judge = ({ said, article, records }) => {
  const [first, ...more] = said.lower.match(UNFILLED) ?? [];
  if (article || records > 0 || more.length + 1 < MANY_UNFILLED || !first) return undefined;
  if (said.lines.filter((line) => CODE.test(line)).length >= MUCH_CODE) return undefined;
  const reason = 'The page shows placeholders of its template instead of values.';
  const rule = 'unfilled-template';
  return { kind: 'error-page', rule, reason, matched: first, cause: 'unfilled template' };
};

/**
 * The part of IAM that this project's policies need: actions, resources, conditions, explicit deny.
 */

export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions: Conditions;
}

/** Operator → key → values. */
export type Conditions = Readonly<
  Record<string, Readonly<Record<string, string | readonly string[]>>>
>;

export interface Call {
  readonly action: string;
  readonly resource: string;
  /** Condition keys of the request. A key with several values is a list. */
  readonly keys: Readonly<Record<string, string | readonly string[]>>;
}

export type Decision = 'allowed' | 'denied explicitly' | 'denied implicitly';

/** Source: IAM user guide, "Policy evaluation logic": a deny wins, and the default is deny. */
export function decide(call: Call, statements: readonly Statement[]): Decision {
  const fitting = statements.filter((statement) => applies(statement, call));
  if (fitting.some(({ effect }) => effect === 'Deny')) return 'denied explicitly';
  return fitting.some(({ effect }) => effect === 'Allow') ? 'allowed' : 'denied implicitly';
}

/** True if a statement applies to this call. */
export function applies({ actions, resources, conditions }: Statement, call: Call): boolean {
  return (
    actions.some((action) => like(call.action.toLowerCase(), action.toLowerCase())) &&
    resources.some((resource) => like(call.resource, resource)) &&
    Object.entries(conditions).every(([operator, wanted]) =>
      Object.entries(wanted).every(([key, values]) =>
        holds(operator, call.keys[key], [values].flat()),
      ),
    )
  );
}

type Comparison = (value: string, wanted: string) => boolean;

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  StringEquals: (value, wanted) => value === wanted,
  StringLike: like,
  ArnEquals: likeArn,
  ArnLike: likeArn,
  Bool: (value, wanted) => value.toLowerCase() === wanted.toLowerCase(),
};

/**
 * Source: IAM user guide, "IAM JSON policy elements: Condition operators" and "Multivalued context
 * keys".
 */
function holds(
  operator: string,
  given: string | readonly string[] | undefined,
  wanted: readonly string[],
): boolean {
  const values = given === undefined ? [] : [given].flat();
  if (operator === 'Null') return wanted.includes(String(given === undefined));
  const [, set, name = ''] = /^(?:(ForAllValues|ForAnyValue):)?(\w+)$/.exec(operator) ?? [];
  const compare = COMPARISONS[name];
  if (!compare) throw new Error(`the condition operator ${operator} is not known here`);
  const matches = (value: string) => wanted.some((each) => compare(value, each));
  // Also true for an empty set, so policies add a Null condition.
  if (set === 'ForAllValues') return values.every(matches);
  if (set === 'ForAnyValue') return values.some(matches);
  return values.length === 1 && values.every(matches);
}

/** `*` for any characters, `?` for one. */
function like(value: string, pattern: string): boolean {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's').test(value);
}

/** Part by part, so that a wildcard does not match across the first five colons. */
function likeArn(value: string, pattern: string): boolean {
  const parts = (arn: string) => {
    const split = arn.split(':');
    return [...split.slice(0, 5), split.slice(5).join(':')];
  };
  const wanted = parts(pattern);
  return parts(value).every((part, index) => like(part, wanted[index] ?? ''));
}

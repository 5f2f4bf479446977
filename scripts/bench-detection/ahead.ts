import { byKind, type Score, scoreOf, type Told } from './detection-score.ts';

export interface Played {
  readonly name: string;
  readonly told: readonly Told[];
}

/** What is compared. The smaller value is the better one. */
const COLUMNS: Readonly<Record<string, (score: Score) => number | undefined>> = {
  told: ({ told }) => -told,
  'missed, 5 min+': ({ missedLong }) => missedLong,
  'told after, p50': ({ toldAfter }) => toldAfter?.p50,
  'told after, p95': ({ toldAfter }) => toldAfter?.p95,
  'told after, max': ({ toldAfter }) => toldAfter?.max,
  'messages each': ({ messagesEach }) => messagesEach,
  'calls under 1 min': ({ shortCalls }) => shortCalls,
  'end after, p50': ({ endAfter }) => endAfter?.p50,
  'end after, p95': ({ endAfter }) => endAfter?.p95,
  'end width, p50': ({ width }) => width?.p50,
  'end width, p95': ({ width }) => width?.p95,
};

/** For each column, and each kind of fault: the monitors that are ahead of `ours`. */
export function aheadOf(ours: Played, others: readonly Played[]): readonly (readonly string[])[] {
  const scores = new Map(
    [ours, ...others].map(({ name, told }) => [
      name,
      new Map([...byKind(told)].map(([kind, own]) => [kind, scoreOf(own)])),
    ]),
  );
  const kinds = [...(scores.get(ours.name)?.keys() ?? [])].sort();
  const scored = (name: string, kind: string, column: string) => {
    const score = scores.get(name)?.get(kind);
    return (score && COLUMNS[column]?.(score)) ?? Number.POSITIVE_INFINITY;
  };
  return [
    [`ahead of ${ours.name}`, ...kinds],
    ...Object.keys(COLUMNS).map((column) => [
      column,
      ...kinds.map((kind) => {
        const own = scored(ours.name, kind, column);
        const ahead = others.filter(({ name }) => scored(name, kind, column) < own);
        return ahead.map(({ name }) => name).join(', ') || '–';
      }),
    ]),
  ];
}

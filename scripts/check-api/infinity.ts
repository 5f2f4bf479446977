import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Replayed } from './replayed.ts';

const DASHBOARD = resolve(import.meta.dirname, '../../docs/grafana/infinity.json');

interface Panel {
  readonly title: string;
  readonly targets: readonly {
    readonly url: string;
    readonly url_options?: { readonly params?: readonly { key: string; value: string }[] };
    readonly root_selector: string;
    readonly columns: readonly { readonly selector: string }[];
  }[];
}

/** What Grafana would put in, for a dashboard that shows the replay. */
function filledIn(text: string, { from, to }: Replayed): string {
  const values: Readonly<Record<string, string>> = {
    __from: new Date(from).toISOString(),
    __to: new Date(to).toISOString(),
    interval: 'hour',
    service: 'work24',
  };
  return text.replaceAll(/\$\{(\w+)[^}]*\}/g, (whole, name: string) => values[name] ?? whole);
}

/** Rows of each panel of the dashboard that asks the API itself, by title. */
export async function infinityRows(replayed: Replayed): Promise<ReadonlyMap<string, number>> {
  const { panels } = JSON.parse(readFileSync(DASHBOARD, 'utf8')) as { panels: Panel[] };
  const headers = { authorization: `Bearer ${replayed.token}` };
  const rows = new Map<string, number>();
  for (const { title, targets } of panels) {
    for (const { url, url_options: options, root_selector: root, columns } of targets) {
      const asked = new URL(filledIn(url, replayed), replayed.url);
      for (const { key, value } of options?.params ?? []) {
        asked.searchParams.set(key, filledIn(value, replayed));
      }
      const answer = (await (await fetch(asked, { headers })).json()) as Record<string, object[]>;
      const shown = (answer[root] ?? []).filter((row) =>
        columns.some(({ selector }) => valueAt(row, selector) != null),
      );
      rows.set(title, shown.length);
    }
  }
  return rows;
}

function valueAt(row: object, selector: string): unknown {
  return selector
    .split('.')
    .reduce<unknown>((part, name) => (part as Record<string, unknown> | null)?.[name], row);
}

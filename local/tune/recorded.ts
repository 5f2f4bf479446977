import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { defined } from '#core/defined';
import { InvalidInputError } from '#core/errors';
import type { Result } from '#core/run/result';
import { type Instant, MINUTE } from '#core/time/time';
import type { Catalogue } from '#core/watch/catalogue';
import { results } from '#lambda/api/schemas/results';
import { type ApiOptions, answerOf } from '#local/report/api-client';

const PAGE = 200;
const exported = z.union([results, z.array(results)]);
type Answered = z.output<typeof results>['items'][number];

export interface Window {
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * Requests the results of every service. Throws UnknownNameError, InvalidInputError,
 * MonitorFaultError.
 */
export async function resultsFromApi(
  { from, to }: Window,
  { services }: Catalogue,
  options: ApiOptions,
): Promise<readonly Result[]> {
  const found: Result[] = [];
  for (const { id } of services) {
    let cursor: string | null = '';
    while (cursor !== null) {
      const query = new URLSearchParams({ from: iso(from), to: iso(to), limit: String(PAGE) });
      if (cursor) query.set('cursor', cursor);
      const path = `/v1/services/${encodeURIComponent(id)}/results?${query}`;
      const page: z.output<typeof results> = await answerOf(
        { path, what: `results of ${id}` },
        results,
        options,
      );
      found.push(...page.items.map(resultOf));
      cursor = page.next;
    }
  }
  return found;
}

/**
 * Saved pages of `GET /v1/services/{id}/results`: one, or an array of them. Throws
 * InvalidInputError.
 */
export function resultsFromText(text: string, file: string): readonly Result[] {
  const parsed = exported.safeParse(JSON.parse(text));
  if (parsed.success) return [parsed.data].flat().flatMap(({ items }) => items.map(resultOf));
  throw new InvalidInputError(
    {
      en: `${file} holds neither a scenario nor results.`,
      ko: `${file} 파일에 시나리오도 결과도 없습니다.`,
    },
    {
      en: 'Save what GET /v1/services/{id}/results answers, or name a scenario.',
      ko: 'GET /v1/services/{id}/results 응답을 저장하거나 시나리오 이름을 주십시오.',
    },
  );
}

/** Undefined if the file is no JSON document of the history API but may be a scenario. */
export async function exportedText(file: string): Promise<string | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const document: unknown = JSON.parse(text);
    const isScenario = typeof document === 'object' && document !== null && 'faults' in document;
    return isScenario ? undefined : text;
  } catch {
    return undefined;
  }
}

function resultOf(given: Answered): Result {
  const { kind, matched, signature, phasesMs, certificateDays, note, ...rest } = given;
  return {
    ...rest,
    schema: 1,
    scheduledAt: Date.parse(given.scheduledAt),
    startedAt: Date.parse(given.startedAt),
    finishedAt: Date.parse(given.finishedAt),
    steps: [],
    evidence: [],
    requests: {},
    ...defined({
      kind: kind ?? undefined,
      matched: matched ?? undefined,
      signature: signature ?? undefined,
      certificateDays: certificateDays ?? undefined,
      note: note ?? undefined,
    }),
  };
}

export interface Gap extends Window {
  readonly service: string;
}

/**
 * Gaps of more than five minutes without a finished check of a service, also at both ends of the
 * time that was asked for.
 */
export function gapsOf(
  found: readonly Result[],
  asked?: Window & { readonly services: readonly string[] },
): readonly Gap[] {
  const byService = Map.groupBy(found, ({ service }) => service);
  return [...new Set([...(asked?.services ?? []), ...byService.keys()])].flatMap((service) => {
    const own = (byService.get(service) ?? []).map(({ finishedAt }) => finishedAt);
    const ends = [...own, ...(asked ? [asked.from, asked.to] : [])].sort((a, b) => a - b);
    return ends.flatMap((to, index) => {
      const from = ends[index - 1] ?? to;
      return to - from > 5 * MINUTE ? [{ service, from, to }] : [];
    });
  });
}

function iso(at: Instant): string {
  return new Date(at).toISOString();
}

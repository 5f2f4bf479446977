import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { defined } from '#core/defined';
import { newRow } from '#core/notice/ledger';
import type { Notice } from '#core/notice/notice';
import type { Outage } from '#core/outage/outage';
import { dataFiles, freshFiles } from '#core/page/data-files';
import { pageFacts } from '#core/page/page-facts';
import type { SiteFile } from '#core/page/public-page';
import { headlineText } from '#core/page/sentence';
import type { Report } from '#core/report/document';
import { composeReport } from '#core/report/report';
import { whyOutage } from '#core/report/why';
import type { Summary } from '#core/scenario/summary';
import { outageDetailView } from '#lambda/api/views/outages';
import { defaultConfiguration } from '#local/configuration';
import { shortcomings } from '#local/replay/verdict';
import { outageFromFile } from '#local/report/from-file';
import { whyFromFile } from '#local/report/why-from-file';
import { readScenario } from '#local/scenario/scenario-file';
import { simulate } from '#local/simulate/simulate';
import { archiveFiles, presentFiles } from '#render/site';
import { noticeOf } from '../../adapters/dynamodb/samples.ts';
import { NOW, pageInput, sixDown } from '../../core/page/page-samples.ts';

/** Replaces every word. Undefined: the real words. */
const words = vi.hoisted((): { nonsense: string | undefined } => ({ nonsense: undefined }));

/** The same module, with nonsense in place of every word while `words.nonsense` is set. */
const scrambled = await vi.hoisted(async () => {
  const { scramble } = await import('../../../scripts/wording/scramble.ts');
  const said = (text: string) =>
    words.nonsense === undefined ? text : `${words.nonsense}${text.length}`;
  return async (original: () => Promise<object>) =>
    Object.fromEntries(
      Object.entries(await original()).map(([name, value]) => [name, scramble(value, said)]),
    );
});

vi.mock('#core/notice/texts/ko', scrambled);
vi.mock('#core/notice/texts/en', scrambled);
vi.mock('#core/report/texts/ko', scrambled);
vi.mock('#core/report/texts/en', scrambled);
vi.mock('#core/page/texts/ko', scrambled);
vi.mock('#core/page/texts/en', scrambled);
vi.mock('#core/time/duration', scrambled);

const configuration = defaultConfiguration();
const { catalogue } = configuration;
const writtenAt = Date.parse('2026-01-01T00:00:00+09:00');

/** A summary without texts for people. */
function factsOf(summary: Summary) {
  const notices = summary.notices.map(({ sms, subject: _, text: __, ...facts }) => ({
    ...facts,
    phone: sms !== undefined,
  }));
  return { ...summary, notices };
}

/** Sections and their structure. Texts are replaced by their position. */
function shapeOf({ sections }: Report) {
  return sections.map(({ blocks }) =>
    blocks.map((block) => {
      if (block.type === 'list') return `list of ${block.items.length}`;
      if (block.type !== 'table') return block.type;
      return `table of ${block.head.length} x ${block.rows.length}`;
    }),
  );
}

function reportsOf(outage: Outage) {
  const notices = [{ ...noticeOf(outage.id, 1), as: 'opened', phone: true } as const];
  return (['ko', 'en'] as const).flatMap((language) => [
    shapeOf(composeReport({ outage, catalogue, evidence: [], writtenAt, language })),
    shapeOf(whyOutage({ outage, notices }, { catalogue, language })),
  ]);
}

function answerOf(outage: Outage) {
  const rows = [newRow(noticeOf(outage.id, 1), 'sns')];
  const { timeline, ...answer } = outageDetailView(
    { outage, notices: rows, notes: { items: [] }, evidence: [] },
    outage.openedAt,
  );
  return { ...answer, timeline: timeline.map(({ text: _, ...facts }) => facts) };
}

/** Messages that SNS would have delivered. */
function deliveredOf({ notices }: Summary) {
  return notices.map(({ id, type, subject, text, sms }) => ({
    notice: id,
    type,
    messageId: id,
    subject,
    email: text,
    ...defined({ sms }),
  }));
}

/** A day with an outage that comes back, and everything that is derived from it. */
async function played(name: string, file: string) {
  const scenario = await readScenario(name, catalogue);
  const { summary, outages } = simulate(scenario, { configuration });
  await writeFile(file, JSON.stringify(summary));
  const source = await whyFromFile(file);
  const readBack = await Promise.all(
    outages.map(async ({ id }) => [
      (await outageFromFile(id, file)).outage,
      await source.outage(id),
    ]),
  );
  return {
    summary,
    facts: factsOf(summary),
    outages,
    reports: outages.map(reportsOf),
    answers: outages.map(answerOf),
    readBack,
    verdict: shortcomings(scenario, summary, deliveredOf(summary)),
  };
}

/**
 * The page with six services down: its facts, its sentence, and the path and skeleton of each file.
 */
function pageOf() {
  const facts = pageFacts(pageInput({ now: NOW, board: [sixDown()] }));
  const files = [
    ...dataFiles(facts),
    ...freshFiles(facts),
    ...archiveFiles(facts),
    ...presentFiles(facts),
  ];
  return {
    facts,
    sentences: (['ko', 'en'] as const).map((language) => headlineText(facts, language)),
    files: files.map((file) => ({ path: file.path, skeleton: skeletonOf(file) })),
  };
}

/** Elements and classes of a document, names in a data file: everything except the words. */
function skeletonOf({ contentType, body }: SiteFile): readonly string[] {
  const text = typeof body === 'string' ? body : '';
  if (/html|svg|xml/.test(contentType)) return text.match(/<\/?[a-z][\w:-]*/gi) ?? [];
  return contentType.includes('json') ? (text.match(/"[\w-]+":/g) ?? []) : [];
}

const SCENARIOS = ['2024-07-18', 'flapping'];

describe('the modules whose words are replaced', () => {
  it('are all that hold texts', async () => {
    const { WORD_MODULES } = await import('../../../scripts/wording/scramble.ts');
    const found = (await readdir('src/core', { recursive: true }))
      .filter((path) => /texts\/(ko|en)\.ts$/.test(path))
      .map((path) => `#core/${path.replace(/\.ts$/, '')}`);
    expect([...found, '#core/time/duration'].sort()).toEqual([...WORD_MODULES].sort());
  });
});

describe('whatever the words are', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bonghwa-nonsense-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  beforeEach(() => {
    words.nonsense = undefined;
  });

  it.each(SCENARIOS)(
    '%s gives the same states, facts, reports, answers and verdict',
    async (name) => {
      const file = join(folder, `${name}.json`);
      const { summary: real, ...expected } = await played(name, file);
      expect(expected.outages.length).toBeGreaterThan(0);
      await fc.assert(
        fc.asyncProperty(fc.string({ minLength: 1, maxLength: 12 }), async (nonsense) => {
          words.nonsense = nonsense;
          const { summary, ...found } = await played(name, file);
          words.nonsense = undefined;
          expect(found).toEqual(expected);
          // The texts must differ, otherwise the comparison proves nothing.
          const texts = ({ notices }: Summary) =>
            notices.map(({ text }: Pick<Notice, 'text'>) => text);
          expect(texts(summary)).not.toEqual(texts(real));
        }),
        { numRuns: 4 },
      );
    },
  );

  it('the public page gives the same facts and the same files with the same structure', () => {
    const { sentences: real, ...expected } = pageOf();
    expect(expected.files.length).toBeGreaterThan(10);
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 12 }), (nonsense) => {
        words.nonsense = nonsense;
        const { sentences, ...found } = pageOf();
        words.nonsense = undefined;
        expect(found).toEqual(expected);
        expect(sentences).not.toEqual(real);
      }),
      { numRuns: 10 },
    );
  });
});

import { SiteOvertakenError } from '#core/errors';
import type { BoardGroup } from '#core/history/board';
import { pageFacts } from '#core/page/page-facts';
import type { PageFacts, PageHistory, SiteFile } from '#core/page/public-page';
import type { OpenSite } from '#core/ports/public-site';
import { MINUTE } from '#core/time/time';
import type { PagePorts } from './page-ports.ts';
import { readPageHistory, YEAR } from './read-page-history.ts';

/** History in memory is read again after this time, to update the day's figures. */
const REMEMBERED = 15 * MINUTE;

export interface PageOutcome {
  readonly written: number;
  readonly removed: number;
  /** `overtaken`: another writer was faster and has written the same. */
  readonly end: 'complete' | 'overtaken';
}

/**
 * Writes the files of the page that differ from the stored ones. Every file is complete and comes
 * after what it links to, so readers never see a half-written set wherever a writer stopped. The
 * next minute's writer compares with what is stored and completes it. Throws what the site throws;
 * the next tick tries again.
 */
export async function writePage(ports: PagePorts): Promise<PageOutcome> {
  const board = await readBoard(ports);
  const history = await readHistory(board, ports);
  const { configuration, settings, mode, clock } = ports;
  const updates = await readUpdates(ports);
  const facts = pageFacts({
    now: clock.now(),
    configuration,
    settings,
    mode,
    board,
    history,
    updates,
  });
  const files = [...archiveOf(facts, history, ports), ...ports.render.present(facts)];
  return writeDiffering(files, await ports.site.open());
}

/** An unreadable board counts as unknown, because the page must not stay as it was. */
async function readBoard({ board, log }: PagePorts): Promise<readonly BoardGroup[] | 'unreadable'> {
  try {
    return await board.get();
  } catch (error) {
    log.error('board not readable', { error: String(error) });
    return 'unreadable';
  }
}

/** Reads again whenever the board shows a change, even if another process already wrote it. */
async function readHistory(
  board: readonly BoardGroup[] | 'unreadable',
  ports: PagePorts,
): Promise<PageHistory | 'unreadable'> {
  const { memory, clock, log } = ports;
  const known = memory.history;
  const shown = shownBy(board);
  if (known?.shown === shown && clock.now() - known.readAt < REMEMBERED) return known.value;
  try {
    const value = await readPageHistory(board === 'unreadable' ? [] : board, ports);
    memory.history = { value, shown, readAt: clock.now() };
    return value;
  } catch (error) {
    log.error('history not readable', { error: String(error) });
    return known?.value ?? 'unreadable';
  }
}

/** Updates are few and never cached, because people's texts must not wait. */
async function readUpdates({ updates, clock, log }: PagePorts) {
  try {
    return await updates.since(clock.now() - YEAR);
  } catch (error) {
    log.error('updates not readable', { error: String(error) });
    return 'unreadable' as const;
  }
}

/** Parts of the board that change with the history. */
function shownBy(board: readonly BoardGroup[] | 'unreadable'): string {
  if (board === 'unreadable') return board;
  return JSON.stringify(
    board.map(({ services, openOutages }) => [
      services.map(({ service, state }) => [service, state]),
      openOutages,
    ]),
  );
}

/**
 * Rendered once for each history, because a year of outages is hundreds of files that never change.
 */
function archiveOf(
  facts: PageFacts,
  history: PageHistory | 'unreadable',
  { memory, render }: PagePorts,
): readonly SiteFile[] {
  if (history === 'unreadable') return render.archive(facts);
  const told = JSON.stringify(facts.updates);
  if (memory.archive?.of === history && memory.archive.told === told) return memory.archive.files;
  const files = render.archive(facts);
  memory.archive = { of: history, told, files };
  return files;
}

/** Writes the files that differ, in order, and removes outdated files. */
export async function writeDiffering(
  files: readonly SiteFile[],
  site: OpenSite,
): Promise<PageOutcome> {
  const differing = files.filter((file) => !site.holds(file));
  let written = 0;
  try {
    for (const file of differing) {
      await site.put(file);
      written += 1;
    }
  } catch (error) {
    if (error instanceof SiteOvertakenError) return { written, removed: 0, end: 'overtaken' };
    throw error;
  }
  const gone = goneFrom(site, files);
  for (const path of gone) await site.remove(path);
  return { written, removed: gone.length, end: 'complete' };
}

/** Badges of removed services would be outdated. Pages of outages stay forever. */
function goneFrom({ paths }: OpenSite, files: readonly SiteFile[]): readonly string[] {
  const wanted = new Set(files.map(({ path }) => path));
  return paths.filter((path) => path.startsWith('badges/') && !wanted.has(path));
}

import type { PageFacts, PageHistory, PageMode, SiteFile } from '#core/page/public-page';
import type { Metrics } from '#core/ports/ambient';
import type { PublicPage, Site } from '#core/ports/public-site';
import type { PageSettings } from '#core/watch/configuration';
import type { HistoryPorts } from '#pipeline/history/history-ports';

/** Ports of the page writer. It reads what the API reads and can change only the site. */
export interface PagePorts
  extends Pick<
    HistoryPorts,
    'clock' | 'log' | 'configuration' | 'outages' | 'rollups' | 'board' | 'groups' | 'updates'
  > {
  readonly metrics: Metrics;
  readonly settings: PageSettings;
  readonly mode: PageMode;
  readonly site: Site;
  /** Absent without a public address. */
  readonly publicPage?: PublicPage;
  readonly render: {
    /** Files about the past. */
    archive(facts: PageFacts): readonly SiteFile[];
    /** Files about the present, in the order of writing. */
    present(facts: PageFacts): readonly SiteFile[];
  };
  readonly memory: PageMemory;
}

/** Memory of one process, so that a calm minute reads only the board. */
export interface PageMemory {
  history?: { readonly value: PageHistory; readonly shown: string; readonly readAt: number };
  archive?: {
    readonly of: PageHistory;
    readonly told: string;
    readonly files: readonly SiteFile[];
  };
}

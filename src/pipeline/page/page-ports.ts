import type { PageFacts, PageHistory, PageMode, SiteFile } from '#core/page/public-page';
import type { Metrics } from '#core/ports/ambient';
import type { PublicPage, Site } from '#core/ports/public-site';
import type { PageSettings } from '#core/watch/configuration';
import type { HistoryPorts } from '#pipeline/history/history-ports';

/** What the page writer works with: it reads what the API reads, and can change nothing but the site. */
export interface PagePorts
  extends Pick<
    HistoryPorts,
    'clock' | 'log' | 'configuration' | 'outages' | 'rollups' | 'board' | 'groups' | 'updates'
  > {
  readonly metrics: Metrics;
  readonly settings: PageSettings;
  readonly mode: PageMode;
  readonly site: Site;
  /** Absent where there is no address that everybody reads. */
  readonly publicPage?: PublicPage;
  readonly render: {
    /** Of what is over. */
    archive(facts: PageFacts): readonly SiteFile[];
    /** Of what speaks of now, in the order in which it is to be written. */
    present(facts: PageFacts): readonly SiteFile[];
  };
  readonly memory: PageMemory;
}

/** What one process remembers from minute to minute, so that a quiet one reads the board alone. */
export interface PageMemory {
  history?: { readonly value: PageHistory; readonly shown: string; readonly readAt: number };
  archive?: {
    readonly of: PageHistory;
    readonly told: string;
    readonly files: readonly SiteFile[];
  };
}

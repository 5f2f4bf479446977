import type { SiteFile } from '#core/page/public-page';
import type { Instant } from '#core/time/time';

/** The store of the public page. */
export interface Site {
  /** The files that exist now. */
  open(): Promise<OpenSite>;
  /** The text of one file. Undefined if it does not exist. */
  read(path: string): Promise<string | undefined>;
}

export interface OpenSite {
  readonly paths: readonly string[];
  /** True if it holds exactly these bytes under this path. */
  holds(file: SiteFile): boolean;
  /**
   * Replaces one file as a whole, so that readers get the old one or the new one. Throws
   * SiteOvertakenError if another writer changed it since `open`.
   */
  put(file: SiteFile): Promise<void>;
  remove(path: string): Promise<void>;
}

/** The page as the public gets it. */
export interface PublicPage {
  /** When the served page was written. Throws MonitorFaultError if it cannot be read. */
  writtenAt(): Promise<Instant>;
}

/** Requests a new public page now, because something public changed. */
export interface PageCaller {
  changed(group: string): Promise<void>;
}

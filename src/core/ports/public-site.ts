import type { SiteFile } from '#core/page/public-page';
import type { Instant } from '#core/time/time';

/** Where the public page is kept. */
export interface Site {
  /** The files that exist now. */
  open(): Promise<OpenSite>;
  /** The text of one file; undefined when it is not there. */
  read(path: string): Promise<string | undefined>;
}

export interface OpenSite {
  readonly paths: readonly string[];
  /** Whether it holds exactly these bytes under this path. */
  holds(file: SiteFile): boolean;
  /**
   * Replaces one file as a whole: readers get the old one or the new one. Throws SiteOvertakenError when
   * another writer changed it since `open`.
   */
  put(file: SiteFile): Promise<void>;
  remove(path: string): Promise<void>;
}

/** The page as everybody gets it. */
export interface PublicPage {
  /** When what is served there was written. Throws MonitorFaultError when it cannot be read. */
  writtenAt(): Promise<Instant>;
}

/** Asks for the public page to be written now, because something changed that everybody may see. */
export interface PageCaller {
  changed(group: string): Promise<void>;
}

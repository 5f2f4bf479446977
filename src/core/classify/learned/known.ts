import type { Finding } from '#core/classify/finding';
import type { Opinion } from '#core/classify/learned/model';
import type { Reading } from '#core/classify/learned/sentence-reader';
import type { Page } from '#core/classify/page';

/** What is known about a page before it is decided. */
export interface Known {
  readonly page: Page;
  /** What the rules and the reader of pages found. */
  readonly first: Finding | undefined;
  readonly opinion: Opinion;
  /** All its sentences, the surest claim first. */
  readonly readings: readonly Reading[];
  /** The surest sentence of the page itself or of a dialog. */
  readonly surest: Reading | undefined;
  /** What the rules find in the surest sentence alone. */
  readonly alone: Finding | undefined;
}

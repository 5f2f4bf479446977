import type { Language } from '#core/time/duration';

export type Block =
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'quote'; readonly text: string }
  /** `source` is a data URI. */
  | { readonly type: 'image'; readonly source: string; readonly caption: string }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | {
      readonly type: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

export interface ReportSection {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A report without a format. Texts are plain: a renderer escapes them. */
export interface Report {
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly ReportSection[];
}

/**
 * What reads pages. Loaded when a page has to be read: its patterns take longer to prepare than the
 * rest of a run's code, and most runs of the browser's function leave the reading to the runner.
 */
export function reader(): Promise<typeof import('#core/classify/judged')> {
  return import('#core/classify/judged');
}

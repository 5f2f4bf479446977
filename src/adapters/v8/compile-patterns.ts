import { setFlagsFromString } from 'node:v8';

/**
 * V8 interprets a pattern at its first use and compiles it at its second. The classifier uses each
 * of its 270 patterns several times for one page, so both is work for nothing: compiled at once,
 * the first page of a process takes half the time. Patterns that were interpreted before stay so.
 */
export function compilePatternsAtFirstUse(): void {
  setFlagsFromString('--no-regexp-tier-up');
}

import type { Language } from '#core/time/duration';
import { kstParts } from '#core/time/kst';
import type { Instant } from '#core/time/time';

/**
 * Paths of the page's files, relative to its root. They are permanent, because people link to them.
 */

export function frontPath(language: Language): string {
  return `${folder(language)}index.html`;
}

/**
 * Ids consist of a-z, 0-9 and `-`. Any other character could leave the folder or break the link.
 */
export function outagePath(id: string, language: Language): string {
  return `${folder(language)}outages/${fileName(id)}.html`;
}

export function outageDataPath(id: string, type: 'json' | 'csv'): string {
  return `outages/${fileName(id)}.${type}`;
}

/** `month`: `2024-07`. */
export function monthPath(month: string, language: Language): string {
  return `${folder(language)}history/${month}.html`;
}

/** KST month of a moment, `2024-07`. */
export function monthOf(at: Instant): string {
  const { year, month } = kstParts(at);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}

export function badgePath(service: string): string {
  return `badges/${fileName(service)}.svg`;
}

/**
 * A relative link between two files of the page. It works below any address and for local files.
 */
export function linkBetween(from: string, to: string): string {
  return `${'../'.repeat(from.split('/').length - 1)}${to}`;
}

function folder(language: Language): string {
  return language === 'ko' ? '' : 'en/';
}

function fileName(id: string): string {
  return id.replace(/[^A-Za-z0-9-]/g, '_');
}

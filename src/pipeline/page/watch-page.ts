import { METRICS } from '#contract/metrics';
import { SECOND } from '#core/time/time';
import type { PagePorts } from './page-ports.ts';

/**
 * Measures the page's age at its public address, behind the CDN and not in the bucket. Writes no
 * metric if the page cannot be read, because the alarm treats silence as a fault.
 */
export async function watchPage({ publicPage, clock, metrics, log }: PagePorts): Promise<void> {
  if (!publicPage) return;
  try {
    const writtenAt = await publicPage.writtenAt();
    metrics.count(METRICS.pageAge, Math.max(0, (clock.now() - writtenAt) / SECOND), {});
  } catch (error) {
    log.error('page not readable at its public address', { error: String(error) });
  }
}

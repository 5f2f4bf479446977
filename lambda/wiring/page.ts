import { S3Client } from '@aws-sdk/client-s3';
import { createPublicPage } from '#adapters/site/public-page';
import { createS3Site } from '#adapters/site/s3-site';
import { ENVIRONMENT } from '#contract/environment';
import { MonitorFaultError } from '#core/errors';
import type { Configuration, PageSettings } from '#core/watch/configuration';
import { clock, log, metrics } from '#lambda/wiring/ambient';
import { bounded } from '#lambda/wiring/bounded';
import { once, required } from '#lambda/wiring/environment';
import { reachable } from '#lambda/wiring/reachable';
import { configuration, stores } from '#lambda/wiring/shared';
import type { PagePorts } from '#pipeline/page/page-ports';
import { archiveFiles, presentFiles } from '#render/site';

/** One file of the page, ms. */
const WRITING_MS = 10_000;

export const pagePorts = once((): PagePorts => {
  const { outages, rollups, board, groups, updates } = stores();
  const reached = reachable(configuration(), process.env);
  const settings = answeredFor(reached);
  return {
    clock,
    log,
    metrics,
    configuration: reached,
    settings,
    mode: settings.simulated ? 'simulated' : 'live',
    outages,
    rollups,
    board,
    groups,
    updates,
    // Path style, because a bucket name is not a host name on loopback.
    site: createS3Site(
      new S3Client({ ...bounded(WRITING_MS), forcePathStyle: true }),
      required(ENVIRONMENT.pageBucket),
    ),
    ...(settings.url === '' ? {} : { publicPage: createPublicPage(settings.url) }),
    render: { archive: archiveFiles, present: presentFiles },
    memory: {},
  };
});

function answeredFor({ page }: Configuration): PageSettings {
  if (page) return page;
  throw new MonitorFaultError(
    {
      en: 'The configuration has no operator and contact of the page.',
      ko: '설정에 상황판의 operator와 contact가 없습니다.',
    },
    {
      en: 'Set page: { operator, contact } in bonghwa.config.ts and deploy again.',
      ko: 'bonghwa.config.ts에 page: { operator, contact }를 적고 다시 배포하십시오.',
    },
  );
}

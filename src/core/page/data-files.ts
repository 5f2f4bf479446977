import { defined } from '#core/defined';
import { stateBadge, toSvg } from '#core/formats/badge';
import { toAtom } from '#core/formats/feed';
import { toCalendar } from '#core/formats/icalendar';
import type { Outage } from '#core/outage/outage';
import { gravest } from '#core/outage/shown-state';
import { badgePath, outageDataPath, outagePath } from '#core/page/addresses';
import { DAYS_PATH, daysText } from '#core/page/known-days';
import { outageCsv, outageJson } from '#core/page/outage-data';
import { servicesIn } from '#core/page/planned';
import { changedAt } from '#core/page/public-outage';
import type { PageFacts, SiteFile } from '#core/page/public-page';
import { headlineText } from '#core/page/sentence';
import {
  statuspageComponents,
  statuspageIncidents,
  statuspageMaintenances,
  statuspagePage,
  statuspageStatus,
} from '#core/page/statuspage';
import { pageWordsOf } from '#core/page/texts/page-languages';
import { kstDay, kstDayStart, kstIso } from '#core/time/kst';
import type { Instant } from '#core/time/time';

const JSON_TYPE = 'application/json; charset=utf-8';

/** Files for programs, except the one that shows the page's age. */
export function dataFiles(facts: PageFacts): readonly SiteFile[] {
  return [
    ...badges(facts),
    ...statuspageFiles(facts),
    file('feed.atom', 'application/atom+xml; charset=utf-8', feed(facts)),
    file('maintenance.ics', 'text/calendar; charset=utf-8', calendar(facts)),
  ];
}

/** Figures of past days, for programs and for the next writer. Empty if they are unknown. */
export function daysFiles(facts: PageFacts): readonly SiteFile[] {
  return facts.historyReadable ? [file(DAYS_PATH, JSON_TYPE, daysText(facts))] : [];
}

/** The data of one outage, which its page links to. */
export function outageDataFiles(
  outage: Outage,
  { catalogue }: Pick<PageFacts, 'catalogue'>,
): readonly SiteFile[] {
  return [
    file(outageDataPath(outage.id, 'json'), JSON_TYPE, outageJson(outage)),
    file(outageDataPath(outage.id, 'csv'), 'text/csv; charset=utf-8', outageCsv(outage, catalogue)),
  ];
}

/** Written last, each minute. Open browsers and bots read it to learn the page's age. */
export function freshFiles(facts: PageFacts): readonly SiteFile[] {
  return [
    json('api/v2/summary.json', {
      page: statuspagePage(facts),
      status: statuspageStatus(facts),
      components: statuspageComponents(facts),
      incidents: statuspageIncidents(facts, 'open'),
      scheduled_maintenances: statuspageMaintenances(facts),
    }),
    json('status.json', {
      writtenAt: kstIso(facts.writtenAt),
      validUntil: kstIso(facts.validUntil),
      mode: facts.mode,
      sentence: { ko: headlineText(facts, 'ko'), en: headlineText(facts, 'en') },
      services: facts.services.map(({ service, state, since, reach }) => ({
        id: service.id,
        name: service.name,
        nameEn: service.nameEn,
        state,
        since: since === null ? null : kstIso(since),
        ...defined({ checkedWith: reach.checkedWith }),
      })),
      openOutages: facts.outages.filter(({ state }) => state === 'open').map(({ id }) => id),
    }),
  ];
}

function file(path: string, contentType: string, body: string): SiteFile {
  return { path, contentType, body, lasting: false };
}

function json(path: string, document: unknown): SiteFile {
  return file(path, JSON_TYPE, `${JSON.stringify(document)}\n`);
}

/** `updated_at` is the last change of the content, so a calm minute writes none of these files. */
function statuspageFiles(facts: PageFacts): readonly SiteFile[] {
  const page = statuspagePage(facts, lastChange(facts));
  const all = statuspageIncidents(facts, 'all');
  return [
    json('api/v2/status.json', { page, status: statuspageStatus(facts) }),
    json('api/v2/components.json', { page, components: statuspageComponents(facts) }),
    json('api/v2/incidents.json', { page, incidents: all }),
    json('api/v2/incidents/unresolved.json', {
      page,
      incidents: statuspageIncidents(facts, 'open'),
    }),
    json('api/v2/scheduled-maintenances.json', {
      page,
      scheduled_maintenances: statuspageMaintenances(facts),
    }),
  ];
}

function lastChange({ services, outages, updates, writtenAt }: PageFacts): Instant {
  const changes = [
    ...services.flatMap(({ since }) => since ?? []),
    ...outages.slice(0, 10).map(changedAt),
    ...updates.map(({ at }) => at),
  ];
  return changes.length === 0 ? kstDayStart(kstDay(writtenAt)) : Math.max(...changes);
}

/** A badge on another page has no script, so the writer turns it to unknown if the board is old. */
function badges({ services, servicesName }: PageFacts): readonly SiteFile[] {
  const svg = 'image/svg+xml; charset=utf-8';
  const all = stateBadge(servicesName.ko, gravest(services.map(({ state }) => state)));
  return [
    ...services.map(({ service, state }) =>
      file(badgePath(service.id), svg, toSvg(stateBadge(service.shortName, state))),
    ),
    file(badgePath('all'), svg, toSvg(all)),
  ];
}

const FEED_ENTRIES = 20;

function feed(facts: PageFacts): string {
  const { url } = facts.settings;
  return toAtom({
    outages: facts.outages.slice(0, FEED_ENTRIES),
    language: 'ko',
    servicesName: facts.servicesName.ko,
    names: Object.fromEntries(facts.services.map(({ service }) => [service.id, service.name])),
    statusUrl: `${url}/`,
    selfUrl: `${url}/feed.atom`,
    addressesOf: (id) => ({
      page: `${url}/${outagePath(id, 'ko')}`,
      data: `${url}/${outageDataPath(id, 'json')}`,
    }),
    toldOf: (id) =>
      facts.updates
        .filter(({ outage }) => outage === id)
        .map(({ at, text }) => ({ at, text: text.ko })),
    now: lastChange(facts),
  });
}

function calendar({ maintenance, services, servicesName }: PageFacts): string {
  const all = services.map(({ service }) => service);
  const say = pageWordsOf('ko');
  return toCalendar({
    name: `${say.title(servicesName.ko)} ${say.labels.maintenance}`,
    events: maintenance.map((occurrence) => {
      const { window, from, to } = occurrence;
      const names = servicesIn(occurrence, all).map(
        (id) => all.find((service) => service.id === id)?.name ?? id,
      );
      return {
        id: `${window.id}-${from}`,
        from,
        to,
        summary: `${say.states.maintenance}: ${names.join(', ')}`,
        description: window.reason,
      };
    }),
  });
}

import type { Outage } from '#core/outage/outage';
import type { ShownState } from '#core/outage/shown-state';
import type { TimelineEntry } from '#core/outage/timeline';
import type { UpdateStatus } from '#core/outage/update';
import { outagePath } from '#core/page/addresses';
import { isRunning, servicesIn } from '#core/page/planned';
import { changedAt } from '#core/page/public-outage';
import type { PageFacts, ServiceFacts } from '#core/page/public-page';
import { headlineText } from '#core/page/sentence';
import { pageWordsOf } from '#core/page/texts/page-languages';
import { kstIso } from '#core/time/kst';
import type { Instant } from '#core/time/time';

/**
 * Shapes of Statuspage's public API, version 2, for bots and aggregators. It has no word for
 * "unknown". Such a component is `degraded_performance`, not `operational`, with a description that
 * explains it. `page.updated_at` shows the age of the whole.
 */

export type Indicator = 'none' | 'minor' | 'major' | 'critical' | 'maintenance';

type ComponentStatus =
  | 'operational'
  | 'degraded_performance'
  | 'partial_outage'
  | 'major_outage'
  | 'under_maintenance';

const COMPONENT: Readonly<Record<ShownState, ComponentStatus>> = {
  up: 'operational',
  suspect: 'operational',
  degraded: 'degraded_performance',
  unknown: 'degraded_performance',
  recovering: 'partial_outage',
  down: 'major_outage',
  maintenance: 'under_maintenance',
};

const PAGE_ID = 'bonghwa';

export function statuspagePage(
  { settings, servicesName, writtenAt }: PageFacts,
  updatedAt: Instant = writtenAt,
) {
  return {
    id: PAGE_ID,
    name: pageWordsOf('ko').title(servicesName.ko),
    url: settings.url,
    time_zone: 'Asia/Seoul',
    updated_at: kstIso(updatedAt),
  };
}

export function statuspageStatus(facts: PageFacts) {
  return { indicator: indicatorOf(facts), description: headlineText(facts, 'ko') };
}

function indicatorOf({ headline, services }: PageFacts): Indicator {
  const down = services.filter(({ state }) => state === 'down' || state === 'recovering').length;
  if (down > 0) return down * 2 > services.length ? 'critical' : 'major';
  switch (headline.type) {
    case 'up':
    case 'recovered':
    case 'checking':
    case 'record':
      return 'none';
    case 'maintenance':
      return 'maintenance';
    default:
      return 'minor';
  }
}

export function statuspageComponents({ services, outages, writtenAt }: PageFacts) {
  const began = outages.at(-1)?.startedBetween.by ?? writtenAt;
  return services.map((facts, index) => ({
    id: facts.service.id,
    name: facts.service.name,
    status: COMPONENT[facts.state],
    created_at: kstIso(began),
    updated_at: kstIso(facts.since ?? began),
    position: index + 1,
    description: describe(facts),
    showcase: true,
    start_date: null,
    group_id: null,
    page_id: PAGE_ID,
    group: false,
    only_show_if_degraded: false,
  }));
}

function describe({ state, service }: ServiceFacts): string {
  const words = pageWordsOf('ko').states[state];
  return state === 'unknown' ? `${words} (unknown): ${service.nameEn}` : words;
}

/** Incidents of the last weeks. `only` limits them to open ones. */
export function statuspageIncidents(facts: PageFacts, only: 'all' | 'open') {
  return facts.outages
    .filter(({ state }) => only === 'all' || state === 'open')
    .slice(0, MOST_INCIDENTS)
    .map((outage) => incidentOf(outage, facts));
}

/** Statuspage's own limit. */
const MOST_INCIDENTS = 50;

const STATUS_OF: Readonly<Partial<Record<TimelineEntry['type'], UpdateStatus>>> = {
  opened: 'investigating',
  cause: 'identified',
  recovering: 'monitoring',
  reopened: 'investigating',
  closed: 'resolved',
};

function incidentOf(outage: Outage, facts: PageFacts) {
  const { id, state, openedAt, closedAt, startedBetween, endedBetween } = outage;
  const services = [...new Set(outage.incidents.map(({ service }) => service))];
  const components = statuspageComponents(facts).filter((one) => services.includes(one.id));
  const updates = updatesOf(outage, facts);
  const monitoring = updates.findLast(({ status }) => status === 'monitoring');
  return {
    id,
    name: nameOf(outage, facts),
    status: state === 'closed' ? 'resolved' : (updates.at(-1)?.status ?? 'investigating'),
    impact: services.length * 2 > facts.services.length ? 'critical' : 'major',
    created_at: kstIso(openedAt),
    updated_at: kstIso(changedAt(outage)),
    started_at: kstIso(startedBetween.by),
    monitoring_at: monitoring ? kstIso(monitoring.at) : null,
    resolved_at: endedBetween ? kstIso(closedAt ?? endedBetween.by) : null,
    shortlink: `${facts.settings.url}/${outagePath(id, 'ko')}`,
    page_id: PAGE_ID,
    incident_updates: updates.toReversed().map(({ at, status, body }, index) => ({
      id: `${id}-${updates.length - index}`,
      status,
      body,
      incident_id: id,
      created_at: kstIso(at),
      updated_at: kstIso(at),
      display_at: kstIso(at),
      affected_components: null,
    })),
    components,
  };
}

function nameOf({ incidents }: Outage, { services }: PageFacts): string {
  const ids = new Set(incidents.map(({ service }) => service));
  const names = [...ids].map(
    (id) => services.find(({ service }) => service.id === id)?.service.name ?? id,
  );
  return `${names.join(', ')} ${pageWordsOf('ko').states.down}`;
}

interface Update {
  readonly at: Instant;
  readonly status: UpdateStatus;
  readonly body: string;
}

/** The timeline and people's updates, oldest first. */
function updatesOf({ id, timeline }: Outage, facts: PageFacts): readonly Update[] {
  const say = pageWordsOf('ko').incident;
  const seen = timeline.flatMap((entry): readonly Update[] => {
    const type = entry.type === 'written' ? entry.was : entry.type;
    const status = Object.entries(STATUS_OF).find(([known]) => known === type)?.[1];
    return status ? [{ at: entry.at, status, body: say[status] }] : [];
  });
  const told = facts.updates
    .filter(({ outage }) => outage === id)
    .map(({ at, status, text }) => ({ at, status, body: text.ko }));
  return [...seen, ...told].toSorted((one, other) => one.at - other.at);
}

export function statuspageMaintenances({ maintenance, services, writtenAt, settings }: PageFacts) {
  const all = services.map(({ service }) => service);
  return maintenance.map((occurrence) => {
    const { window, from, to } = occurrence;
    const running = isRunning(occurrence, writtenAt);
    return {
      id: `${window.id}-${from}`,
      name: window.reason,
      status: running ? ('in_progress' as const) : ('scheduled' as const),
      impact: 'maintenance' as const,
      created_at: kstIso(from),
      updated_at: kstIso(from),
      monitoring_at: null,
      resolved_at: null,
      started_at: kstIso(from),
      shortlink: `${settings.url}/`,
      page_id: PAGE_ID,
      scheduled_for: kstIso(from),
      scheduled_until: kstIso(to),
      incident_updates: [],
      components: servicesIn(occurrence, all).map((id) => ({
        id,
        name: all.find((service) => service.id === id)?.name ?? id,
      })),
    };
  });
}

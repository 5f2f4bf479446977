import type { Words } from '#core/notice/texts/words';
import type { Incident, Outage } from '#core/outage/outage';

/** Maximum number of links or keys in one email. The report has them all. */
const LISTED = 6;

export interface EvidencePointers {
  readonly outage: Outage;
  /** Address of the history API, without a trailing slash. Empty if unknown. */
  readonly apiUrl: string;
  readonly words: Words;
  name(service: string): string;
}

/**
 * Links to the evidence for the reader of an email. A signed link would expire after minutes, but
 * these links work as long as the evidence exists, and need a token. There is no command: a phone
 * has no checkout, and npm would run any package with that name.
 */
export function evidenceLines(pointers: EvidencePointers): readonly string[] {
  const { outage, apiUrl, words } = pointers;
  // A probe leaves no files, but its run has its findings. The links lead to runs of probes and
  // journeys.
  const seen = outage.incidents.filter(({ runs }) => runs.length > 0);
  const keys = [...new Set(outage.incidents.flatMap(({ evidence }) => evidence))];
  const places = apiUrl === '' ? keys : seen.map((incident) => linkOf(incident, pointers));
  if (places.length === 0) return [`${words.labels.evidence}: ${words.labels.noEvidence}`];
  const more = places.length - LISTED;
  return [
    `${words.labels.evidence}${apiUrl === '' ? '' : ` (${words.labels.withToken})`}:`,
    ...places.slice(0, LISTED).map((place) => `  - ${place}`),
    ...(more > 0 ? [`  - +${more}`] : []),
    ...(apiUrl === ''
      ? []
      : [`  - ${words.labels.allOfIt}: ${apiUrl}/on-call/outages/${outage.id}`]),
  ];
}

/** Address of the deciding run. Its answer has fresh links to screenshot, page and requests. */
function linkOf({ service, runs }: Incident, { apiUrl, name }: EvidencePointers): string {
  return `${name(service)}: ${apiUrl}/on-call/runs/${service}/${runs.at(-1)}`;
}

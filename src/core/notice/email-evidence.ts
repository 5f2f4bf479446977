import type { Words } from '#core/notice/texts/words';
import type { Incident, Outage } from '#core/outage/outage';

/** Links or keys listed in one email; the report has them all. */
const LISTED = 6;

export interface EvidencePointers {
  readonly outage: Outage;
  /** Address of the history API, without a slash at its end; empty if unknown. */
  readonly apiUrl: string;
  readonly words: Words;
  name(service: string): string;
}

/**
 * How the reader of an email gets to the evidence. A signed link would expire after minutes. These
 * links stay good as long as the evidence does, and ask for a token. No command: who reads a mail on a
 * phone has no checkout, and elsewhere npm would fetch whatever bears the name.
 */
export function evidenceLines(pointers: EvidencePointers): readonly string[] {
  const { outage, apiUrl, words } = pointers;
  // A probe leaves no files; its run says what it saw. The links lead to runs of probes and
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

/** The page of the run that decided: its answer holds fresh links to screenshot, page and requests. */
function linkOf({ service, runs }: Incident, { apiUrl, name }: EvidencePointers): string {
  return `${name(service)}: ${apiUrl}/on-call/runs/${service}/${runs.at(-1)}`;
}

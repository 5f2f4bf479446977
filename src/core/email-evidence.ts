import type { Language } from '#core/duration';
import type { Incident, Outage } from '#core/outage';
import type { Words } from '#core/texts/words';

/** Links or keys listed in one email; the report has them all. */
const LISTED = 6;

export interface EvidencePointers {
  readonly outage: Outage;
  /** Of the history API, without a slash at its end; empty where nobody knows it. */
  readonly apiUrl: string;
  readonly words: Words;
  name(service: string): string;
}

/**
 * How the reader of an email gets at what was seen. A signed link to a file would be dead after minutes:
 * what is given stays good for as long as the evidence does, and asks who is there.
 */
export function evidenceLines(pointers: EvidencePointers): readonly string[] {
  const { outage, apiUrl, words } = pointers;
  const seen = outage.incidents.filter(({ evidence }) => evidence.length > 0);
  if (seen.length === 0) return [`${words.labels.evidence}: ${words.labels.noEvidence}`];
  const places = apiUrl === '' ? keysOf(seen) : seen.map((incident) => linkOf(incident, pointers));
  const more = places.length - LISTED;
  return [
    `${words.labels.evidence}${apiUrl === '' ? '' : ` (${words.labels.withToken})`}:`,
    ...places.slice(0, LISTED).map((place) => `  - ${place}`),
    ...(more > 0 ? [`  - +${more}`] : []),
    ...(apiUrl === '' ? [] : [`  - ${words.labels.allOfIt}: ${apiUrl}/v1/outages/${outage.id}`]),
    `${words.labels.evidenceReport}:`,
    `  ${reportCommand(outage.id, apiUrl, words.language)}`,
  ];
}

function keysOf(incidents: readonly Incident[]): readonly string[] {
  return [...new Set(incidents.flatMap(({ evidence }) => evidence))];
}

/** The page of the run that decided: its answer holds fresh links to screenshot, page and requests. */
function linkOf({ service, runs }: Incident, { apiUrl, name }: EvidencePointers): string {
  const run = runs.at(-1);
  const page = run === undefined ? 'results' : `results/${run}`;
  return `${name(service)}: ${apiUrl}/v1/services/${service}/${page}`;
}

function reportCommand(outage: string, apiUrl: string, language: Language): string {
  return [
    `npx bonghwa report ${outage} --format html --out ${outage}.html`,
    ...(language === 'ko' ? [] : [`--lang ${language}`]),
    ...(apiUrl === '' ? [] : [`--api ${apiUrl}`]),
  ].join(' ');
}

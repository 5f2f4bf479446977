import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { explain } from '#adapters/configuration/explain';
import { errorCode, InvalidInputError } from '#core/errors';
import type { Scenario } from '#core/scenario/scenario';
import type { Catalogue } from '#core/watch/catalogue';
import { type ScenarioDocument, scenarioDocument } from '#local/scenario/scenario-schema';
import { ownServices, participants, toScenario } from '#local/scenario/scenario-times';

/** Folder of the scenarios that come with the project. */
const SCENARIOS_FOLDER = resolve(import.meta.dirname, '../../scenarios');

/**
 * Reads a scenario file, or one of `scenarios/` by its bare name. Throws InvalidInputError that
 * names file, field, value and remedy.
 */
export async function readScenario(path: string, catalogue: Catalogue): Promise<Scenario> {
  const { file, text } = await load(path);
  const document = check(file, parse(file, text));
  const isOurs = dirname(resolve(file)) === SCENARIOS_FOLDER && ownServices(document).length === 0;
  return toScenario(isOurs ? fitted(document, catalogue) : document, { file, catalogue });
}

/**
 * The project's scenarios name its services. Under another configuration, a list keeps only known
 * services, and an empty list means all of them.
 */
function fitted(document: ScenarioDocument, catalogue: Catalogue): ScenarioDocument {
  const all = catalogue.services.map(({ id }) => id);
  const known = (services: readonly string[]) => all.filter((id) => services.includes(id));
  const some = <T extends { readonly services: readonly string[] }>(one: T) => {
    const services = known(one.services);
    return { ...one, services: services.length > 0 ? services : all };
  };
  const { faults, groups, expect } = document;
  const services = document.services && { services: participants(document) };
  return {
    ...document,
    ...(services ? some(services) : {}),
    faults: faults.map(some),
    ...(groups ? { groups: groups.map((one) => ({ ...one, services: known(one.services) })) } : {}),
    ...(expect ? { expect: { outages: expect.outages.map(some) } } : {}),
  };
}

/** Names of the scenarios that come with the project. */
export async function scenarioNames(): Promise<readonly string[]> {
  const files = await readdir(SCENARIOS_FOLDER).catch(() => []);
  return files
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
}

async function load(path: string): Promise<{ file: string; text: string }> {
  const bare = /^[\w.-]+$/.test(path);
  const places = bare
    ? [path, join(SCENARIOS_FOLDER, path), join(SCENARIOS_FOLDER, `${path}.json`)]
    : [path];
  let reason: unknown;
  for (const file of places) {
    try {
      return { file, text: await readFile(file, 'utf8') };
    } catch (error) {
      reason ??= errorCode(error) === 'ENOENT' ? undefined : error;
    }
  }
  const known = (await scenarioNames()).join(', ');
  const code = errorCode(reason) ?? 'unknown error';
  const why =
    reason === undefined
      ? { en: 'there is no such file', ko: '그런 파일이 없습니다' }
      : { en: `it cannot be read (${code})`, ko: `읽을 수 없습니다(${code})` };
  throw new InvalidInputError(
    { en: `Scenario ${path}: ${why.en}.`, ko: `시나리오 ${path}: ${why.ko}.` },
    {
      en: `Give the path of a scenario file, or one of these names: ${known}.`,
      ko: `시나리오 파일의 경로나 다음 이름 중 하나를 주십시오: ${known}.`,
    },
    { cause: reason },
  );
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new InvalidInputError(
      { en: `${file} is not JSON: ${why}`, ko: `${file} 파일이 JSON이 아닙니다(원문: ${why}).` },
      {
        en: 'Mend the JSON at that place; scenarios/2024-07-18.json shows the form.',
        ko: '그 자리의 JSON을 고치십시오. 예: scenarios/2024-07-18.json',
      },
      { cause: error },
    );
  }
}

function check(file: string, value: unknown): ScenarioDocument {
  const parsed = scenarioDocument.safeParse(value);
  if (parsed.success) return parsed.data;
  const whole = { en: 'the document', ko: '문서 전체' };
  const [first = { en: 'it is not a scenario', ko: '시나리오가 아닙니다' }] = explain(
    parsed.error,
    value,
    whole,
  );
  throw new InvalidInputError(
    { en: `${file}: ${first.en}.`, ko: `${file}: ${first.ko}.` },
    {
      en: 'docs/scenarios.md lists the fields; scenarios/2024-07-18.json shows the form.',
      ko: '필드는 docs/scenarios.md에 있습니다. 예: scenarios/2024-07-18.json',
    },
  );
}

import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import * as z from 'zod';
import { importDefault } from '#adapters/configuration/load';
import { InvalidInputError } from '#core/errors';
import type { Localised } from '#core/time/duration';
import type { Catalogue } from '#core/watch/catalogue';
import { addJourneys } from '#portals/registry';
import type { OperatorJourneys } from '#portals/steps/journey-book';

/** Beside `bonghwa.config.ts`. */
const FILE = 'journeys/index.ts';

const name = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

const shape = z.object({
  journeys: z.array(z.object({ service: name, name, steps: z.function() })),
  logins: z.record(name, z.object({ asks: z.array(z.unknown()), steps: z.function() })),
});

export interface OwnJourneys {
  /** The module. */
  readonly path: string;
  /** `<service>/<journey>`. */
  readonly ids: readonly string[];
}

/** Adds the journeys of the configuration's folder, if any. Throws InvalidInputError. */
export async function addOwnJourneys(
  configuration = 'bonghwa.config.ts',
): Promise<OwnJourneys | undefined> {
  const path = join(dirname(resolve(configuration)), FILE);
  if (!existsSync(path)) return undefined;
  const own = await importDefault(path);
  if (!isJourneys(own)) {
    throw new InvalidInputError(
      {
        en: `${path} does not export journeys.`,
        ko: `${path} 파일이 journeys를 내보내지 않습니다.`,
      },
      {
        en: 'End it with: export default defineJourneys({ journeys: [ … ] });',
        ko: '끝에 적으십시오: export default defineJourneys({ journeys: [ … ] });',
      },
    );
  }
  refuseTwins(path, own);
  addJourneys(own);
  return { path, ids: idsOf(own) };
}

function idsOf({ journeys }: OperatorJourneys): readonly string[] {
  return journeys.map(({ service, name }) => `${service}/${name}`);
}

/** Journeys that no check runs, perhaps because a name is misspelt. */
export function idleJourneys(own: OwnJourneys, { checks }: Catalogue): readonly Localised[] {
  return own.ids
    .filter((id) => !checks.some((check) => check.id === id))
    .map((id) => ({
      en: `the journey ${id} of ${FILE} never runs (schedule it under journeys of its service)`,
      ko: `${FILE}의 시나리오 ${id}을(를) 실행하지 않습니다(그 서비스의 journeys에 적으십시오)`,
    }));
}

function isJourneys(value: unknown): value is OperatorJourneys {
  return shape.safeParse(value).success;
}

/** Of two journeys with one name, the second would never run. */
function refuseTwins(path: string, own: OperatorJourneys): void {
  const { logins } = own;
  const ids = idsOf(own);
  const twin = ids.find((id, index) => ids.indexOf(id) !== index);
  const taken = Object.keys(logins).find((login) => RESERVED.includes(login));
  if (twin === undefined && taken === undefined) return;
  throw new InvalidInputError(
    twin === undefined
      ? {
          en: `${path} names a login ${taken}, which comes with Bonghwa.`,
          ko: `${path}: 로그인 ${taken}은(는) 봉화에 이미 있는 이름입니다.`,
        }
      : {
          en: `${path} has the journey ${twin} twice.`,
          ko: `${path}: 모니터링 시나리오 ${twin}이(가) 두 번 있습니다.`,
        },
    { en: 'Choose another name.', ko: '다른 이름을 쓰십시오.' },
  );
}

/** Logins that every folder may use. */
const RESERVED: readonly string[] = ['none', 'id-password'];

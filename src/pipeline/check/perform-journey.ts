import { isUrgent, takesPictures } from '#core/detection/schedule';
import { SecretMissingError } from '#core/errors';
import type { Clock } from '#core/ports/ambient';
import type { JourneyRunner, Secrets } from '#core/ports/checks';
import type { Layer } from '#core/run/layer';
import type { RunRecord } from '#core/run/run-record';
import { type Credentials, SECRET_MISSING } from '#core/run/secret';
import type { Localised } from '#core/time/duration';
import { logsIn } from '#core/watch/catalogue';
import type { Configuration } from '#core/watch/configuration';
import type { Assignment } from '#pipeline/check/run-check';

export interface PerformJourneyPorts {
  readonly clock: Clock;
  readonly journeys: JourneyRunner;
  readonly secrets: Secrets;
  readonly configuration: Configuration;
}

/** Runs a journey as deep as permission and secrets allow. The note says where it stopped early. */
export async function performJourney(
  assignment: Assignment,
  ports: PerformJourneyPorts,
): Promise<RunRecord> {
  const depth = permittedDepth(assignment, ports);
  const credentials = depth === 'session' ? await credentialsOf(assignment, ports) : undefined;
  const { limits, texts, blockedHosts, browserTraces } = ports.configuration;
  const { request, check, target } = assignment;
  const record = await ports.journeys.run({
    target,
    journey: check.id.split('/')[1] ?? check.id,
    depth: credentials === 'missing' ? 'login-page' : depth,
    limits,
    userAgentContact: texts.contactUrl,
    blockedHosts,
    ...(takesPictures(request, check) ? { pictures: { at: request.scheduledAt } } : {}),
    trace: browserTraces && isUrgent(request),
    ...(credentials && credentials !== 'missing' ? { credentials } : {}),
  });
  if (credentials === 'missing' && !record.observation.fault) return withoutSecret(record);
  return depth === check.depth ? record : { ...record, note: heldBack(depth) };
}

/**
 * The sender has already decided the depth. The runner checks again, because it holds the secret.
 */
function permittedDepth(assignment: Assignment, ports: PerformJourneyPorts): Layer {
  const { depth, check, target } = assignment;
  if (depth !== 'session') return depth;
  if (!logsIn(check, target)) return 'login-page';
  const permitted = ports.configuration.permissions.some(
    ({ service, validUntil }) => service === target.service && validUntil > ports.clock.now(),
  );
  return permitted ? depth : 'login-page';
}

function heldBack(reached: Layer): Localised {
  return {
    en: `Stopped at ${reached}: no recorded permission to log in, or logins stopped after a rejection.`,
    ko: `${reached}에서 멈췄습니다. 로그인 허가 기록이 없거나, 거부된 뒤 로그인을 중단했습니다.`,
  };
}

async function credentialsOf(
  { target }: Assignment,
  { secrets }: PerformJourneyPorts,
): Promise<Credentials | 'missing'> {
  try {
    return await secrets.credentials(target.service);
  } catch (error) {
    if (error instanceof SecretMissingError) return 'missing';
    throw error;
  }
}

/** Everything up to the login page worked, but the login could not be tried. That is our fault. */
function withoutSecret(record: RunRecord): RunRecord {
  return {
    ...record,
    note: {
      en: 'Credentials are unset: bonghwa secret set SERVICE, or the secrets file of watch',
      ko: '계정이 저장되어 있지 않습니다: bonghwa secret set SERVICE 또는 watch의 인증 정보 파일',
    },
    observation: {
      ...record.observation,
      layer: 'session',
      fault: {
        phase: 'monitor',
        code: SECRET_MISSING,
        message:
          'Credentials are unset. Remedy: bonghwa secret set SERVICE, or the secrets file of watch.',
        timedOut: false,
      },
    },
  };
}

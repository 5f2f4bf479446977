import { createJourneyRunner } from '#adapters/chromium/journey-runner';
import { createOwnNetwork, overOwnNetwork } from '#adapters/network/own-network';
import type { WayOut } from '#adapters/way-out/way-out';
import { judged } from '#core/classify/judged';
import { defined } from '#core/defined';
import { UnknownNameError } from '#core/errors';
import type { JourneyOrder } from '#core/ports/checks';
import type { RunRecord } from '#core/run/run-record';
import type { Credentials } from '#core/run/secret';
import type { Verdict } from '#core/run/verdict';
import type { Configuration } from '#core/watch/configuration';
import { journeys } from '#portals/registry';

export interface JourneyTry {
  /** `<service>/<journey>`. */
  readonly check: string;
  /** An origin instead of the configured one. */
  readonly baseUrl?: string;
  /** Without them the journey ends at the login page. */
  readonly credentials?: Credentials;
  readonly onStep?: JourneyOrder['onStep'];
  /** In a window of the browser that `BONGHWA_BROWSER` names. */
  readonly headed?: boolean;
  readonly wayOut: WayOut;
}

export interface JourneyTried {
  readonly verdict: Verdict;
  readonly record: RunRecord;
}

/** Runs one journey now on this machine, with a picture of each step. Throws UnknownNameError. */
export async function tryJourney(
  { catalogue, limits, texts, blockedHosts }: Configuration,
  { check, baseUrl, credentials, onStep, headed, wayOut }: JourneyTry,
): Promise<JourneyTried> {
  const [service = '', journey = ''] = check.split('/');
  const target = catalogue.targets.find((one) => one.service === service);
  if (!target || !journeys.find(target, journey)) {
    const known = catalogue.checks.filter(({ type }) => type === 'journey').map(({ id }) => id);
    throw new UnknownNameError(
      { en: `There is no journey ${check}.`, ko: `${check} 시나리오가 없습니다.` },
      { en: `Known are: ${known.join(', ')}.`, ko: `알려진 시나리오: ${known.join(', ')}.` },
    );
  }
  const runner = overOwnNetwork(
    createJourneyRunner({ journeys, evidence: 'always', wayOut, ...defined({ headed }) }),
    createOwnNetwork({ ...catalogue, wayOut }),
  );
  const record = await runner.run({
    target: { ...target, ...defined({ baseUrl }) },
    journey,
    depth: credentials ? 'session' : 'login-page',
    limits,
    userAgentContact: texts.contactUrl,
    blockedHosts,
    pictures: { at: Date.now() },
    ...defined({ credentials, onStep }),
  });
  return { verdict: judged(record.observation), record };
}

import type { JourneyOrder } from '#core/ports/checks';
import { Secret } from '#core/run/secret';
import { DEFAULT_LIMITS } from '#core/watch/defaults';
import { catalogue } from '#portals/catalogues';
import type { BenchAssignment } from './assignment.ts';

/** The login of every contestant as an order. */
export function orderOf({
  baseUrl,
  userId,
  password,
  pictures,
}: Pick<BenchAssignment, 'baseUrl' | 'userId' | 'password' | 'pictures'>): JourneyOrder {
  const target = catalogue.targets.find(({ service }) => service === 'work24');
  if (!target) throw new Error('the catalogue has lost work24');
  return {
    target: { ...target, baseUrl, alsoHosts: [] },
    journey: 'login',
    depth: 'session',
    credentials: { userId: new Secret(userId), password: new Secret(password) },
    limits: DEFAULT_LIMITS,
    userAgentContact: '',
    blockedHosts: [],
    ...(pictures ? { pictures: { at: Date.now() } } : {}),
  };
}

import type { Catalogue, Check } from '#core/watch/catalogue';

/**
 * The address that a check's runs visit. Services merged into one site share an address: they see
 * the same faults, and these count once.
 */
export function addressOf(check: Check, { targets }: Pick<Catalogue, 'targets'>): string {
  const target = targets.find(({ service }) => service === check.service);
  if (!target) return check.id;
  const { main, data = '', login = '' } = target.pages;
  const pages = check.type === 'journey' ? [main, data, login] : [main, data];
  return [check.type, target.baseUrl, ...pages].join(' ');
}

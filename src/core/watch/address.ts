import type { Catalogue, Check } from '#core/watch/catalogue';

/**
 * What the runs of a check ask for. Services that have merged into one site share an address: what one
 * of them meets, the others meet too, and it counts once.
 */
export function addressOf(check: Check, { targets }: Pick<Catalogue, 'targets'>): string {
  const target = targets.find(({ service }) => service === check.service);
  if (!target) return check.id;
  const { main, data = '', login = '' } = target.pages;
  const pages = check.type === 'journey' ? [main, data, login] : [main, data];
  return [check.type, target.baseUrl, ...pages].join(' ');
}

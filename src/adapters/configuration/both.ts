import type { Localised } from '#core/time/duration';

/** No text contains it. */
const BETWEEN = '\u001f';

/** Both texts as one, because zod carries a message as one string. */
export function both(en: string, ko: string): string {
  return `${en}${BETWEEN}${ko}`;
}

/** The texts that `both` joined. Undefined for any other message. */
export function parted(message: string): Localised | undefined {
  const [en = '', ko] = message.split(BETWEEN);
  return ko === undefined ? undefined : { en, ko };
}

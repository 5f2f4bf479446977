import { clockTime, shortCause, shownSeconds } from '#core/notice/sms';
import { symptomOf } from '#core/notice/symptom';
import { wordsOf } from '#core/notice/texts/languages';
import type { PageFacts } from '#core/page/public-page';
import { pageWordsOf } from '#core/page/texts/page-languages';
import type { PageWords } from '#core/page/texts/page-words';
import { formatDuration, type Language } from '#core/time/duration';
import { type Instant, MINUTE, SECOND } from '#core/time/time';
import type { Service } from '#core/watch/catalogue';

/** The facts that the sentence needs. */
export type Told = Pick<PageFacts, 'headline' | 'writtenAt'> & {
  readonly services: readonly { readonly service: Pick<Service, 'id' | 'name' | 'nameEn'> }[];
};

/** The headline as a sentence. Times in KST. */
export function headlineText(facts: Told, language: Language): string {
  const { headline, writtenAt } = facts;
  const say = pageWordsOf(language);
  const who = (ids: readonly string[]) => whoOf(ids, facts, say);
  const clock = (at: Instant) => clockTime(at, writtenAt);
  switch (headline.type) {
    case 'up':
      return say.headline.up;
    case 'record':
      return say.headline.played(headline.outages);
    case 'network':
      return say.headline.network;
    case 'unknown':
      return unknownText(headline.since, writtenAt, say);
    case 'down': {
      const cause = shortCause(headline.cause, wordsOf(language));
      const { services, since } = headline;
      return say.headline.down(who(services), clock(since), symptomOf(headline.cause), cause);
    }
    case 'recovering':
      return say.headline.recovering(who(headline.services), clock(headline.since));
    case 'recovered':
      return say.headline.recovered(
        clock(headline.at),
        formatDuration(shownSeconds(headline.since, headline.at), language),
      );
    case 'degraded':
      return say.headline.degraded(who(headline.services));
    case 'checking':
      return say.headline.checking(who(headline.services));
    case 'partly-unknown':
      return say.headline.partlyUnknown(who(headline.services));
    case 'maintenance':
      return say.headline.maintenance(who(headline.services));
  }
}

function unknownText(since: Instant | null, now: Instant, say: PageWords): string {
  if (since === null) return say.headline.neverSeen;
  const seconds = Math.max(MINUTE, Math.floor((now - since) / MINUTE) * MINUTE) / SECOND;
  return say.headline.unknown(formatDuration(seconds, say.language));
}

/** Services that left the catalogue are named by their id. */
function whoOf(ids: readonly string[], { services }: Told, say: PageWords): string {
  const order = services.map(({ service }) => service.id);
  const [first = ''] = ids.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
  const known = services.find(({ service }) => service.id === first)?.service;
  const name = (say.language === 'ko' ? known?.name : known?.nameEn) ?? first;
  return say.who(name, Math.max(0, ids.length - 1));
}
